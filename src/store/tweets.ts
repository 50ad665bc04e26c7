/** Writing tweets: one row a tweet, whoever exports it, and a note of what each import said. */
import type { Database } from 'better-sqlite3';
import { mergeTweets } from '../normalise/merge.ts';
import { FIRST_CLOCK_ID } from '../row-number.ts';
import type { Tweet } from '../tweet.ts';
import type { FiledRow } from './membership.ts';
import { freshWords } from './fresh-words.ts';
import { linkWriter } from './links.ts';
import { filedOf, saidOf, type SaidTweet, tweetSaid } from './said-tweet.ts';
import { newRowNoter } from './stale-rows.ts';
import { freeRow, tweetReplacer } from './tweet-moves.ts';
import { hasNoId, type Twin, twinSettler, withoutIdFinder } from './twins.ts';
import { COLUMNS, reference, rowOf, rowValues, TWEET_FIELDS, tweetOf, type TweetRow, type Value } from './tweet-row.ts';

/** What storing one tweet came to. */
export interface Stored extends FiledRow {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'context';
}

/** Stores tweets; statements are prepared once. */
export interface SaidWriter {
  /** Call it at the beginning of each transaction: others may have written since the last. */
  readonly begin: () => void;
  /** Stores one tweet as said by an import. */
  readonly store: (said: SaidTweet, importId: number) => Stored;
  /** Call it before the transaction commits. */
  readonly end: () => void;
}

/** A function that stores one tweet as said by an import. Call it in a transaction. */
export function tweetWriter(db: Database): (tweet: Tweet, importId: number) => Stored {
  const writer = saidWriter(db);
  return (tweet, importId) => {
    writer.begin();
    const stored = writer.store(saidOf(tweet), importId);
    writer.end();
    return stored;
  };
}

/** Prepares the storing of tweets. */
export function saidWriter(db: Database): SaidWriter {
  const insert = rowInserter(db);
  const replace = tweetReplacer(db);
  const find = finder(db);
  const contextIfSame = agreement(db);
  const free = freeRow(db);
  const settle = twinSettler(db);
  const noteNew = newRowNoter(db);
  const fresh = freshWords(db);
  const contributions = contributionWriter(db);
  const writeLinks = linkWriter(db);
  const anyWithoutId = withoutIdFinder(db);
  let mayHaveTwins = true;

  const added = (said: SaidTweet, importId: number): Stored => {
    const { n } = said;
    writeLinks.add(n, said.links);
    contributions.add(n, importId);
    const tweet = filedOf(said);
    mayHaveTwins ||= hasNoId(tweet);
    if (noteNew(n) && !tweet.context) fresh.add(said);
    return { outcome: tweet.context ? 'context' : 'added', changed: true, n, tweet, twins: [] };
  };

  const addElsewhere = (tweet: Tweet, importId: number): Stored => {
    const n = free(rowOf(tweet));
    const said = { ...saidOf(tweet), n, values: rowValues(tweet, n) };
    insert(said);
    return added(said, importId);
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

  const storeKnown = (said: SaidTweet, importId: number): Stored => {
    const tweet = tweetSaid(said);
    const known = find(tweet);
    const stored = known === null ? addElsewhere(tweet, importId) : join(known, tweet, importId);
    if (!stored.changed || !mayHaveTwins) return stored;
    // Under another name it may have lost a twin and found another.
    const renamed = known !== null && known.tweet.author !== stored.tweet.author;
    return withTwins(stored, [...(renamed ? settle(known.tweet) : []), ...settle(stored.tweet)]);
  };

  return {
    begin: () => {
      mayHaveTwins = anyWithoutId();
      fresh.begin();
    },
    end: fresh.end,
    // Most tweets are new, or said before in the very same words: neither is worth more than a look at its row.
    store: (said, importId) => {
      if (insert(said)) {
        const stored = added(said, importId);
        return mayHaveTwins ? withTwins(stored, settle(stored.tweet)) : stored;
      }
      const tweet = filedOf(said);
      const { n } = said;
      const known = contextIfSame(said);
      const isNothingNew =
        known === tweet.context ? contributions.repeat(n, importId) : known === false && contributions.hasSaidAll(n, importId);
      return isNothingNew
        ? { outcome: tweet.context ? 'context' : 'unchanged', changed: false, n, tweet, twins: [] }
        : storeKnown(said, importId);
    },
  };
}

// Says whether the row is written; not when its place is taken, by the same tweet or another.
function rowInserter(db: Database): (said: SaidTweet) => boolean {
  const insert = db.prepare(
    `INSERT INTO tweets (n, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)}) ON CONFLICT DO NOTHING`,
  );
  return ({ n, values }) => insert.run(n, ...values).changes > 0;
}

// Whether a row came along as context, when it says just what is said of a tweet with a clock id but for that; else null. The key
// is its row number; the index columns follow from the others.
function agreement(db: Database): (said: SaidTweet) => boolean | null {
  const compared = COLUMNS.filter((name) => !/^(?:key|context|search_.*)$/.test(name));
  const places = compared.map((name) => COLUMNS.indexOf(name));
  const same = db
    .prepare<unknown[], number>(
      `SELECT context FROM tweets WHERE n = ? AND key IS NULL AND ${compared.map((name) => `${name} IS ?`).join(' AND ')}`,
    )
    .pluck();
  return ({ n, values }) => {
    const found = values[0] === null ? same.get(n, ...places.map((place) => values[place])) : undefined;
    return found === undefined ? null : found === 1;
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
    // A tweet without an id may have come to its place first.
    const row = (id !== null && id >= FIRST_CLOCK_ID ? byRow.get(id) : undefined) ?? byKey.get(tweet.key);
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
  const same = db.prepare('INSERT INTO contributions (n, import) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const settle = db.prepare('UPDATE contributions SET said = ? WHERE n = ? AND said IS NULL');
  const find = db.prepare<[bigint, number], { said: string | null }>('SELECT said FROM contributions WHERE n = ? AND import = ?');
  return {
    add: (n: bigint, importId: number) => insert.run(n, importId, null),
    /** Notes that an import says what the row says; false when it said something else of the tweet before. */
    repeat: (n: bigint, importId: number) => same.run(n, importId).changes > 0 || find.get(n, importId)?.said === null,
    /** Whether an import said all that the row says. */
    hasSaidAll: (n: bigint, importId: number) => find.get(n, importId)?.said === null,
    /** Those who said just what the row said keep it in words, for the row is about to change. */
    settle: (n: bigint, before: Tweet) => settle.run(JSON.stringify(before), n),
    /** Adds what an import says; a file may say the same tweet twice. */
    join: (n: bigint, importId: number, said: Tweet, merged: Tweet) => {
      const earlier = find.get(n, importId);
      if (earlier !== undefined && earlier.said === null) return;
      const all = earlier?.said ? mergeTweets(JSON.parse(earlier.said) as Tweet, said) : said;
      const isSame = sameValues(rowValues(all, n), rowValues(merged, n));
      insert.run(n, importId, isSame ? null : JSON.stringify(all));
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
