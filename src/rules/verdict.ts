/** Looks at a page -> what to say of it. */
import type { LinkState, LinkVerdict } from '../views.ts';

/** What a page was on one day. `gone` is what its server or the register of names says; whether it is dead takes two days. */
export interface Look {
  /** UTC, milliseconds. */
  readonly at: number;
  readonly state: Exclude<LinkState, 'dead'> | 'gone';
  /** The HTTP status, when there was an answer. */
  readonly status: number | null;
  /** Why, in a word or two; null for a page that is there. */
  readonly reason: string | null;
  readonly movedTo: string | null;
}

/**
 * The verdict of the last two looks at a page, newest first, each of another day; null without any. A page is dead when both
 * found it gone: servers have bad days, and links in the archive have waited for years.
 */
export function verdictOf([last, before]: readonly Look[]): LinkVerdict | null {
  if (last === undefined) return null;
  const { at, state, movedTo } = last;
  if (state !== 'gone') return { state, at, movedTo };
  return { state: before?.state === 'gone' ? 'dead' : 'unsure', at, movedTo };
}
