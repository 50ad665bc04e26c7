/**
 * The words of new tweets, fed into the index `plain` while their file is still being read: so the thread that writes has work
 * where it would else wait for the one that reads. What their sessions say of them comes later (search-index.ts).
 */
import type { Database } from 'better-sqlite3';
import { ownTextOf, type SaidTweet } from './said-tweet.ts';
import { linkWordsFinder, ownWords } from './search-entries.ts';
import { PLAIN_INSERT } from './search-index.ts';

/** Feeds the index `plain` in one transaction. */
export interface FreshWords {
  /** Forgets what was not fed: the transaction it belonged to was taken back. */
  readonly begin: () => void;
  /** Takes a new tweet whose shares are written, and feeds some that were taken before. */
  readonly add: (said: SaidTweet) => void;
  /** Feeds all that is left. */
  readonly end: () => void;
}

type Fresh = readonly [n: bigint, ...columns: string[]];

/** Gathered before they are fed, where they come in the order of time. */
const FEW = 2000;
/** The same, where they do not: FTS5 writes down what it has gathered in memory before each row that is older than the last. */
const MANY = 10_000;
/** Fed with each that is taken, so that the work is spread. */
const AT_ONCE = 2;

/** Prepares the feeding. */
export function freshWords(db: Database): FreshWords {
  const insert = db.prepare(PLAIN_INSERT);
  const entryOf = freshEntries(db);
  let taken: Fresh[] = [];
  // Sorted, the oldest last.
  let feeding: Fresh[] = [];
  let newest: bigint | null = null;
  let isInOrder = true;

  const take = (said: SaidTweet) => {
    if (newest !== null && said.n < newest) isInOrder = false;
    else newest = said.n;
    taken.push(entryOf(said));
  };
  const sort = () => {
    feeding = taken.toSorted(([a], [b]) => (a < b ? 1 : -1));
    taken = [];
    isInOrder = true;
  };
  const feed = (most: number) => {
    for (let left = most; left > 0; left -= 1) {
      const entry = feeding.pop();
      if (entry === undefined) return;
      insert.run(...entry);
    }
  };
  return {
    begin: () => {
      [taken, feeding, newest, isInOrder] = [[], [], null, true];
    },
    add: (said) => {
      take(said);
      feed(AT_ONCE);
      if (feeding.length === 0 && taken.length >= (isInOrder ? FEW : MANY)) sort();
    },
    end: () => {
      feed(Infinity);
      sort();
      feed(Infinity);
    },
  };
}

function freshEntries(db: Database): (said: SaidTweet) => Fresh {
  const linkWords = linkWordsFinder(db);
  return (said) => [said.n, ...ownWords(ownTextOf(said), said.links.length === 0 ? '' : linkWords(said.n))];
}
