/**
 * Twins: a tweet that one export gives without its id, and another with it. They are told by author, minute and words.
 * Both stay, each with what its own exports say; the one without an id is hidden behind the other (`twin` holds its row
 * number), for as long as the two agree. So neither the order of imports nor undoing one ever shows.
 */
import type { Database } from 'better-sqlite3';
import { bareText } from '../normalise/note-key.ts';
import { rowRange } from '../row-number.ts';
import { staleRowNoter } from './stale-rows.ts';
import type { Tweet } from '../tweet.ts';

/** Whether a tweet is known without its id. */
export function hasNoId({ key }: Pick<Tweet, 'key'>): boolean {
  return key.startsWith('note:');
}

/** A tweet without an id that found its twin, lost it, or kept it. */
export interface Twin {
  readonly n: bigint;
  readonly key: string;
  /** True when it only came along inside another tweet. */
  readonly context: boolean;
  readonly before: bigint | null;
  readonly after: bigint | null;
}

interface Row {
  readonly n: bigint;
  readonly key: string | null;
  readonly text: string;
  readonly context: bigint;
  readonly twin: bigint | null;
}

/** A function that tells whether the archive holds any tweet without an id. */
export function withoutIdFinder(db: Database): () => boolean {
  const any = db.prepare("SELECT 1 FROM tweets WHERE key >= 'note:' AND key < 'note;' LIMIT 1");
  return () => any.get() !== undefined;
}

/** A function that settles the twins in the minute and by the author of a tweet, after its row changed; returns those without an id. */
export function twinSettler(db: Database): (tweet: Pick<Tweet, 'author' | 'createdAt'>) => Twin[] {
  const anyWithoutId = withoutIdFinder(db);
  const near = db
    .prepare<[bigint, bigint, string], Row>(
      'SELECT n, key, text, context, twin FROM tweets WHERE n BETWEEN ? AND ? AND author = ? COLLATE NOCASE ORDER BY n',
    )
    .safeIntegers();
  const update = db.prepare('UPDATE tweets SET twin = ? WHERE n = ?');
  const noteStale = staleRowNoter(db);

  return (tweet) => {
    if (tweet.author === null || !anyWithoutId()) return [];
    const minute = Math.floor(tweet.createdAt / 60_000) * 60_000;
    const { first, last } = rowRange(minute, minute + 60_000);
    const rows = near.all(first, last, tweet.author);
    const notes = rows.filter(({ key }) => key?.startsWith('note:'));
    if (notes.length === 0) return [];
    const others = rows
      .filter(({ key, context }) => !key?.startsWith('note:') && context === 0n)
      .map(({ n, text }) => ({ n, words: bareText(text) }));
    return notes.map(({ n, key, text, context, twin: before }) => {
      const words = bareText(text);
      const after = others.find((other) => other.words === words)?.n ?? null;
      if (after !== before) {
        update.run(after, n);
        noteStale(n);
      }
      return { n, key: key ?? '', context: context === 1n, before, after };
    });
  };
}
