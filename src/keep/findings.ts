/** What an examination of the archive says: one finding a matter. */

/** Good; worth doing something about; or wrong. */
export type Verdict = 'good' | 'advice' | 'bad';

/** One matter that was looked at. */
export interface Finding {
  readonly check: 'file' | 'index' | 'ties' | 'weeks' | 'links' | 'backup' | 'disk' | 'settings' | 'privacy' | 'wipe';
  readonly verdict: Verdict;
  /** A sentence without its full stop. */
  readonly says: string;
  /** What to do, in the same form; null where nothing is to be done. */
  readonly remedy: string | null;
  /** Whether `doctor --fix` does it. */
  readonly fixable: boolean;
}

/** A finding with nothing to do. */
export function good(check: Finding['check'], says: string): Finding {
  return { check, verdict: 'good', says, remedy: null, fixable: false };
}

/** A finding with something to do that can wait. */
export function advice(check: Finding['check'], says: string, remedy: string, fixable = false): Finding {
  return { check, verdict: 'advice', says, remedy, fixable };
}

/** A finding of something wrong. */
export function bad(check: Finding['check'], says: string, remedy: string, fixable = false): Finding {
  return { check, verdict: 'bad', says, remedy, fixable };
}

/** What `doctor --fix` is for, as a remedy. */
export const FIX = 'edchat doctor --fix';
