/**
 * What `--json` prints of the commands that ask the network; `version` first, times in UTC, ISO 8601.
 *
 *     expand   followed, led, nowhere, pages, titles, left, interrupted, offline; with --dry-run links, short, untitled, closed
 *     check    looked, suspects, short, fresh, left, interrupted, offline (null with --offline), pages: url, canonical, verdict
 *              (state, at, movedTo), copy (url, at); with --dry-run due, short, fresh
 *     rescue   asked, found, dead, rescued, left, interrupted, offline, pages: as of check, the dead ones; with --dry-run lost,
 *              dead, rescued
 *     star     marked: thing (tweet or link), id (of a link its canonical address), madeAt, starred, note, tags, tweet or link (url,
 *              title); note and tag the same
 */
import type { CheckPlan, CheckReport } from '../expand/check.ts';
import type { ExpandPlan, ExpandReport } from '../expand/expand.ts';
import type { RescuePlan, RescueReport } from '../expand/rescue.ts';
import type { KnownPage, MarkedView } from '../views.ts';
import { isoTime, safeJson } from './json-text.ts';
import { copyValue, tweetValue, verdictValue } from './json-values.ts';

function jsonObject(value: Readonly<Record<string, unknown>>): string {
  return `${safeJson({ version: 1, ...value })}\n`;
}

/** `edchat expand --dry-run --json` */
export function expandPlanJson({ links, short, untitled, closed }: ExpandPlan): string {
  return jsonObject({ links, short: short.length, untitled: untitled.length, closed });
}

/** `edchat expand --json` */
export function expandJson({ followed, led, nowhere, pages, titles, left, interrupted, offline }: ExpandReport): string {
  return jsonObject({ followed, led, nowhere, pages, titles, left, interrupted, offline });
}

/** `edchat check --dry-run --json` */
export function checkPlanJson({ due, short, fresh }: CheckPlan): string {
  return jsonObject({ due: due.length, short, fresh });
}

/** `edchat check --json` */
export function checkJson(report: CheckReport | null, known: readonly KnownPage[]): string {
  const { looked = null, suspects = null, short = null, fresh = null, left = null, interrupted = null, offline = null } = report ?? {};
  return jsonObject({ looked, suspects, short, fresh, left, interrupted, offline, pages: known.map(pageValue) });
}

/** `edchat rescue --dry-run --json` */
export function rescuePlanJson({ lost, dead, rescued }: RescuePlan): string {
  return jsonObject({ lost: lost.length, dead, rescued });
}

/** `edchat rescue --json` */
export function rescueJson(report: RescueReport | null, known: readonly KnownPage[]): string {
  const { asked = null, found = null, dead = null, rescued = null, left = null, interrupted = null, offline = null } = report ?? {};
  const pages = known.filter(({ verdict }) => verdict.state === 'dead').map(pageValue);
  return jsonObject({ asked, found, dead, rescued, left, interrupted, offline, pages });
}

/** `edchat star --json`, `note --json`, `tag --json` */
export function markedJson(marked: readonly MarkedView[]): string {
  return jsonObject({
    marked: marked.map(({ thing, key, madeAt, tweet, link, starred, note, tags }) => {
      return { thing, id: key, madeAt: isoTime(madeAt), starred, note, tags, tweet: tweet === null ? null : tweetValue(tweet), link };
    }),
  });
}

function pageValue({ url, canonical, verdict, copy }: KnownPage) {
  return { url, canonical, verdict: verdictValue(verdict), copy: copyValue(copy) };
}
