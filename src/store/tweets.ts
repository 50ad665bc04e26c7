/** Writing tweets: one row a tweet, whoever exports it, and a note of what each import said. */
import type { Database } from 'better-sqlite3';
import { mergeTweets } from '../normalise/merge.ts';
import { FIRST_CLOCK_ID, rowRange } from '../row-number.ts';
import type { Tweet } from '../tweet.ts';
import { bareText } from '../normalise/identity.ts';
import { linkWriter } from './links.ts';
import { COLUMNS, reference, rowOf, rowValues, TWEET_FIELDS, tweetOf, type TweetRow, type Value } from './tweet-row.ts';

/** What storing one tweet came to. */
export interface Stored {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'context';
  /** Whether the archive says anything new of the tweet now. */
  readonly changed: boolean;
  readonly n: bigint;
  /** The tweet as the archive now holds it. */
  readonly tweet: Tweet;
}

/** A function that stores one tweet as said by an import; statements are prepared once. Call it in a transaction. */
export function tweetWriter(db: Database): (tweet: Tweet, importId: number) => Stored {
  const insert = db.prepare(`INSERT INTO tweets (n, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})`);
  const update = db.prepare(`UPDATE tweets SET ${COLUMNS.map((name) => `${name} = ?`).join(', ')} WHERE n = ?`);
  const taken = db.prepare<[bigint]>('SELECT 1 FROM tweets WHERE n = ?');
  const find = finder(db);
  const index = indexWriter(db);
  const contributions = contributionWriter(db);
  const writeLinks = linkWriter(db);

  const add = (tweet: Tweet, importId: number): Stored => {
    let n = rowOf(tweet);
    // Two id-less tweets of one minute may meet on one number: the next free one is as good.
    while (taken.get(n) !== undefined) n += 1n;
    insert.run(n, ...rowValues(tweet, n));
    index.add(n);
    writeLinks(n, tweet);
    contributions.add(n, importId, null);
    return { outcome: tweet.context ? 'context' : 'added', changed: true, n, tweet };
  };

  const join = (known: Known, said: Tweet, importId: number): Stored => {
    const { n, tweet: before } = known;
    const merged = mergeTweets(before, asTwin(said, before));
    const values = rowValues(merged, n);
    const changed = !sameValues(values, rowValues(before, n));
    if (changed) {
      contributions.settle(n, before);
      index.remove(n);
      update.run(...values, n);
      index.add(n);
      writeLinks(n, merged);
    }
    contributions.join(n, importId, said, merged);
    return { outcome: outcomeOf(before, said, changed), changed, n, tweet: merged };
  };

  return (tweet, importId) => {
    const known = find(tweet);
    if (known === null) return add(tweet, importId);
    if (known.tweet.key === tweet.key || tweet.key.startsWith('note:')) return join(known, tweet, importId);
    // The copy with an id takes the place of the one without, whichever came first.
    contributions.settle(known.n, known.tweet);
    return join(rekeyed(db, index, known, tweet), tweet, importId);
  };
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

// Finds the row of a tweet by its id; by its key; or its twin: the same author, minute and words, where one of the two has no id.
function finder(db: Database): (tweet: Tweet) => Known | null {
  const fields = `SELECT t.n AS n, ${TWEET_FIELDS} FROM tweets t`;
  const byRow = db.prepare<[bigint], TweetRow & { n: bigint }>(`${fields} WHERE t.n = ? AND t.key IS NULL`).safeIntegers();
  const byKey = db.prepare<[string], TweetRow & { n: bigint }>(`${fields} WHERE t.key = ?`).safeIntegers();
  const near = db
    .prepare<[bigint, bigint, string | null], TweetRow & { n: bigint }>(
      `${fields} WHERE t.n BETWEEN ? AND ? AND t.author = ? COLLATE NOCASE ORDER BY t.n`,
    )
    .safeIntegers();
  const anyWithoutId = db.prepare("SELECT 1 FROM tweets WHERE key >= 'note:' AND key < 'note;' LIMIT 1");

  return (tweet) => {
    const id = /^\d{1,19}$/.test(tweet.key) ? BigInt(tweet.key) : null;
    const row = id !== null && id >= FIRST_CLOCK_ID ? byRow.get(id) : byKey.get(tweet.key);
    if (row !== undefined) return knownOf(row);
    const hasId = !tweet.key.startsWith('note:');
    if (tweet.author === null || (hasId && anyWithoutId.get() === undefined)) return null;
    const minute = Math.floor(tweet.createdAt / 60_000) * 60_000;
    const { first, last } = rowRange(minute, minute + 60_000);
    const words = bareText(tweet.text);
    const twin = near
      .all(first, last, tweet.author)
      .find((other) => other.key.startsWith('note:') === hasId && bareText(other.text) === words);
    return twin === undefined ? null : knownOf(twin);
  };
}

// Rows come with every number as a bigint, because n needs one.
function knownOf(row: TweetRow & { n: bigint }): Known {
  const plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));
  return { n: row.n, tweet: tweetOf(plain as unknown as TweetRow) };
}

// A copy without an id knows the minute only.
function asTwin(tweet: Tweet, { key, createdAt }: Tweet): Tweet {
  return tweet.key === key ? tweet : { ...tweet, key, createdAt };
}

// Moves the row of an id-less tweet to the number of its newly known id.
function rekeyed(db: Database, index: IndexWriter, known: Known, tweet: Tweet): Known {
  const n = rowOf(tweet);
  index.remove(known.n);
  db.prepare('UPDATE tweets SET n = ?, key = NULL, created_at = ? WHERE n = ?').run(n, tweet.createdAt, known.n);
  for (const table of ['contributions', 'shares', 'chat_tweets', 'placements']) {
    db.prepare(`UPDATE OR REPLACE ${table} SET n = ? WHERE n = ?`).run(n, known.n);
  }
  index.add(n);
  return { n, tweet: { ...known.tweet, key: tweet.key, createdAt: tweet.createdAt } };
}

interface IndexWriter {
  readonly add: (n: bigint) => void;
  /** Must run before the row changes: the index is told what it held. */
  readonly remove: (n: bigint) => void;
}

function indexWriter(db: Database): IndexWriter {
  const columns = 'text, author, tags, words, links';
  const add = db.prepare(`INSERT INTO search (rowid, ${columns}) SELECT n, ${columns} FROM search_rows WHERE n = ?`);
  const remove = db.prepare(`INSERT INTO search (search, rowid, ${columns}) SELECT 'delete', n, ${columns} FROM search_rows WHERE n = ?`);
  return { add: (n) => add.run(n), remove: (n) => remove.run(n) };
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
