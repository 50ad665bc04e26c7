/** Writing tweets: one row a tweet, whoever exports it, and a note of what each import said. */
import type { Database } from 'better-sqlite3';
import { mergeTweets } from '../normalise/merge.ts';
import { FIRST_CLOCK_ID } from '../row-number.ts';
import type { Tweet } from '../tweet.ts';
import { linkWriter } from './links.ts';
import { staleRowNoter } from './search-index.ts';
import { freeRow, tweetReplacer } from './tweet-moves.ts';
import { type Twin, twinSettler } from './twins.ts';
import { COLUMNS, reference, rowOf, rowValues, TWEET_FIELDS, tweetOf, type TweetRow, type Value } from './tweet-row.ts';

/** What storing one tweet came to. */
export interface Stored {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'context';
  /** Whether the archive says anything new of the tweet now. */
  readonly changed: boolean;
  readonly n: bigint;
  /** The tweet as the archive now holds it. */
  readonly tweet: Tweet;
  /** Tweets without an id near to it, whose twins were looked for again. */
  readonly twins: readonly Twin[];
}

/** A function that stores one tweet as said by an import; statements are prepared once. Call it in a transaction. */
export function tweetWriter(db: Database): (tweet: Tweet, importId: number) => Stored {
  const insert = db.prepare(`INSERT INTO tweets (n, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})`);
  const replace = tweetReplacer(db);
  const find = finder(db);
  const free = freeRow(db);
  const settle = twinSettler(db);
  const noteStale = staleRowNoter(db);
  const contributions = contributionWriter(db);
  const writeLinks = linkWriter(db);

  const add = (tweet: Tweet, importId: number): Stored => {
    const n = free(rowOf(tweet));
    insert.run(n, ...rowValues(tweet, n));
    noteStale(n);
    writeLinks(n, tweet);
    contributions.add(n, importId, null);
    return { outcome: tweet.context ? 'context' : 'added', changed: true, n, tweet, twins: [] };
  };

  const join = (known: Known, said: Tweet, importId: number): Stored => {
    const { tweet: before } = known;
    const merged = mergeTweets(before, said);
    const changed = !sameValues(rowValues(merged, known.n), rowValues(before, known.n));
    if (changed) contributions.settle(known.n, before);
    const n = changed ? replace(known.n, before, merged) : known.n;
    contributions.join(n, importId, said, merged);
    return { outcome: outcomeOf(before, said, changed), changed, n, tweet: merged, twins: [] };
  };

  return (tweet, importId) => {
    const known = find(tweet);
    const stored = known === null ? add(tweet, importId) : join(known, tweet, importId);
    if (!stored.changed) return stored;
    // Under another name it may have lost a twin and found another.
    const renamed = known !== null && known.tweet.author !== stored.tweet.author;
    return withTwins(stored, [...(renamed ? settle(known.tweet) : []), ...settle(stored.tweet)]);
  };
}

// A copy of what was there already is not new, and one that brings the id completes what was there.
function withTwins(stored: Stored, twins: readonly Twin[]): Stored {
  const own = twins.find(({ n }) => n === stored.n);
  const hidden = twins.some(({ after, context }) => after === stored.n && !context);
  const known = stored.outcome === 'added' && own?.after ? 'unchanged' : stored.outcome === 'added' && hidden ? 'updated' : stored.outcome;
  return { ...stored, outcome: known, twins };
}

function outcomeOf(before: Tweet, said: Tweet, changed: boolean): Stored['outcome'] {
  if (said.context) return 'context';
  if (before.context) return 'added';
  return changed ? 'updated' : 'unchanged';
}

interface Known {
  readonly n: bigint;
  readonly tweet: Tweet;
}

function finder(db: Database): (tweet: Tweet) => Known | null {
  const fields = `SELECT t.n AS n, ${TWEET_FIELDS} FROM tweets t`;
  const byRow = db.prepare<[bigint], TweetRow & { n: bigint }>(`${fields} WHERE t.n = ? AND t.key IS NULL`).safeIntegers();
  const byKey = db.prepare<[string], TweetRow & { n: bigint }>(`${fields} WHERE t.key = ?`).safeIntegers();
  return (tweet) => {
    const id = /^\d{1,19}$/.test(tweet.key) ? BigInt(tweet.key) : null;
    const row = id !== null && id >= FIRST_CLOCK_ID ? byRow.get(id) : byKey.get(tweet.key);
    return row === undefined ? null : knownOf(row);
  };
}

// Rows come with every number as a bigint, because n needs one.
function knownOf(row: TweetRow & { n: bigint }): Known {
  const plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));
  return { n: row.n, tweet: tweetOf(plain as unknown as TweetRow) };
}

function contributionWriter(db: Database) {
  const insert = db.prepare('INSERT INTO contributions (n, import, said) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET said = excluded.said');
  const settle = db.prepare('UPDATE contributions SET said = ? WHERE n = ? AND said IS NULL');
  const find = db.prepare<[bigint, number], { said: string | null }>('SELECT said FROM contributions WHERE n = ? AND import = ?');
  return {
    add: (n: bigint, importId: number, said: Tweet | null) => insert.run(n, importId, said === null ? null : JSON.stringify(said)),
    /** Those who said just what the row said keep it in words, for the row is about to change. */
    settle: (n: bigint, before: Tweet) => settle.run(JSON.stringify(before), n),
    /** Adds what an import says; a file may say the same tweet twice. */
    join: (n: bigint, importId: number, said: Tweet, merged: Tweet) => {
      const earlier = find.get(n, importId);
      if (earlier !== undefined && earlier.said === null) return;
      const all = earlier?.said ? mergeTweets(JSON.parse(earlier.said) as Tweet, said) : said;
      const same = sameValues(rowValues(all, n), rowValues(merged, n));
      insert.run(n, importId, same ? null : JSON.stringify(all));
    },
  };
}

function sameValues(a: readonly Value[], b: readonly Value[]): boolean {
  return a.every((value, index) => value === b[index]);
}

/** One tweet by its key, or null. */
export function getTweet(db: Database, key: string): Tweet | null {
  const row = db
    .prepare<[bigint | string | null, string], TweetRow>(
      `SELECT ${TWEET_FIELDS} FROM tweets t WHERE (t.n = ? AND t.key IS NULL) OR t.key = ?`,
    )
    .get(reference(key), key);
  return row === undefined ? null : tweetOf(row);
}
