/** The Wayback Machine's answer to "which copy is nearest": https://archive.org/help/wayback_api.php */
import { cleanUrl } from '../rules/canonical-url.ts';
import type { PageCopy } from '../views.ts';

/** Where to ask for the copy of a page that is nearest to an instant (UTC, milliseconds). */
export function copyQuestion(url: string, at: number): string {
  const question = new URL('https://archive.org/wayback/available');
  // With tracking parameters it is found under another key, or not at all.
  question.searchParams.set('url', cleanUrl(url));
  question.searchParams.set('timestamp', stampOf(at));
  return question.href;
}

/** The copy an answer names; null when it names none that shows the page. Undefined for what is no such answer. */
export function copyIn(body: string): PageCopy | null | undefined {
  const snapshots = field(parsed(body), 'archived_snapshots');
  if (typeof snapshots !== 'object' || snapshots === null) return undefined;
  const closest = field(snapshots, 'closest');
  const [url, stamp, status] = [words(closest, 'url'), words(closest, 'timestamp'), words(closest, 'status')];
  const at = timeOf(stamp);
  const copy = url.replace(/^http:/, 'https:');
  // Copies are kept of "not found" as well.
  if (at === null || status !== '200' || !copy.startsWith('https://web.archive.org/web/')) return null;
  return { url: copy, at };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

function words(value: unknown, name: string): string {
  const held = field(value, name);
  return typeof held === 'string' ? held : '';
}

function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
}

function timeOf(stamp: string): number | null {
  const [, date, time] = /^(\d{8})(\d{6})$/.exec(stamp) ?? [];
  if (date === undefined || time === undefined) return null;
  const ms = Date.parse(`${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  return Number.isNaN(ms) ? null : ms;
}
