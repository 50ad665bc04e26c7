/** Taking imports back: the archive afterwards says what it would say had they never been. */
import type { Database } from 'better-sqlite3';
import { mergeTweets } from '../normalise/merge.ts';
import type { Tweet } from '../tweet.ts';
import { familyFinder } from './family.ts';
import { staleRowNoter } from './stale-rows.ts';
import { tweetReplacer } from './tweet-moves.ts';
import { twinSettler } from './twins.ts';
import { rowValues, TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** What taking back came to: the tweets that are gone, and those that went back to what others say of them. */
export interface Undone {
  readonly removed: number;
  readonly restored: number;
  /** Keys of the tweets that changed or are gone, and of their twins: they must be filed again. */
  readonly touched: readonly string[];
  /** Chats that tweets were in which are gone now, with when those were made: UTC, milliseconds. */
  readonly left: readonly { readonly chat: string; readonly createdAt: number }[];
}

interface Contribution {
  readonly import: bigint;
  readonly said: string | null;
}

/** Takes imports back. Call it in a transaction, and file the touched tweets again afterwards. */
export function undoImports(db: Database, imports: readonly number[]): Undone {
  const gone = new Set(imports.map(BigInt));
  const affected = db
    .prepare<[string], { n: bigint }>('SELECT DISTINCT n FROM contributions WHERE import IN (SELECT value FROM json_each(?)) ORDER BY n')
    .safeIntegers()
    .all(JSON.stringify(imports));
  const said = db.prepare<[bigint], Contribution>('SELECT import, said FROM contributions WHERE n = ? ORDER BY import').safeIntegers();
  const get = db.prepare<[bigint], TweetRow>(`SELECT ${TWEET_FIELDS} FROM tweets t WHERE t.n = ?`);
  const take = eraser(db);
  const chatsOf = db.prepare<[bigint], { chat: string }>('SELECT chat FROM chat_tweets WHERE n = ? ORDER BY chat');
  const settle = twinSettler(db);
  const family = familyFinder(db);
  const touched: string[] = [];
  const left: { chat: string; createdAt: number }[] = [];
  const changed: Tweet[] = [];
  let [removed, restored] = [0, 0];
  for (const { n } of affected) {
    const row = get.get(n);
    if (row === undefined) continue;
    const before = tweetOf(row);
    const others = said.all(n).filter((one) => !gone.has(one.import));
    const after = joined(others, before);
    touched.push(before.key, family.twinOf(n)?.key ?? before.key);
    changed.push(before, ...(after === null ? [] : [after]));
    if (after === null) {
      for (const { chat } of chatsOf.all(n)) left.push({ chat, createdAt: before.createdAt });
      take.remove(n);
      removed += 1;
    } else restored += take.restore(n, before, after, others) ? 1 : 0;
  }
  for (const tweet of changed) for (const twin of settle(tweet)) if (twin.before !== twin.after) touched.push(twin.key);
  const forget = db.prepare('DELETE FROM contributions WHERE import = ?');
  for (const one of imports) forget.run(one);
  db.prepare('DELETE FROM imports WHERE import IN (SELECT value FROM json_each(?))').run(JSON.stringify(imports));
  db.exec('DELETE FROM links WHERE NOT EXISTS (SELECT 1 FROM shares WHERE shares.link = links.link)');
  return { removed, restored, touched, left };
}

// What the others say, folded; null when nobody else speaks of the tweet. Who said just what the row says, said all of it.
function joined(others: readonly Contribution[], row: Tweet): Tweet | null {
  const accounts = others.map(({ said }) => (said === null ? row : (JSON.parse(said) as Tweet)));
  return accounts.length === 0 ? null : accounts.reduce((one, other) => mergeTweets(one, other));
}

function eraser(db: Database) {
  const noteStale = staleRowNoter(db);
  const removals = ['shares', 'chat_tweets', 'placements', 'contributions', 'tweets'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE n = ?`),
  );
  const replace = tweetReplacer(db);
  const quiet = db.prepare('UPDATE contributions SET said = NULL WHERE n = ? AND import = ?');

  return {
    remove: (n: bigint) => {
      noteStale(n);
      for (const removal of removals) removal.run(n);
    },
    restore: (n: bigint, before: Tweet, after: Tweet, others: readonly Contribution[]): boolean => {
      const values = rowValues(after, n);
      const same = (tweet: Tweet) => rowValues(tweet, n).every((value, place) => value === values[place]);
      const changed = !same(before);
      const at = changed ? replace(n, before, after) : n;
      for (const { import: by, said } of others) if (said !== null && same(JSON.parse(said) as Tweet)) quiet.run(at, by);
      return changed;
    },
  };
}
