/** Keeping the row numbers of tweets. */
import type { Database } from 'better-sqlite3';
import type { Tweet } from '../tweet.ts';
import { linkWriter } from './links.ts';
import { staleRowNoter } from './stale-rows.ts';
import { COLUMNS, rowOf, rowValues } from './tweet-row.ts';

/** A function that gives the first free row number from one on: two id-less tweets of a minute may meet on one. */
export function freeRow(db: Database): (n: bigint) => bigint {
  const taken = db.prepare<[bigint]>('SELECT 1 FROM tweets WHERE n = ?');
  return (wanted) => {
    let n = wanted;
    while (taken.get(n) !== undefined) n += 1n;
    return n;
  };
}

const KEYED_BY_ROW = ['contributions', 'shares', 'chat_tweets', 'placements'];

/**
 * A function that writes what a tweet says now over what it said before, keeping its links, and returns its row
 * number. A tweet without a clock id moves when exports disagree on its time: its row number must not tell which came first.
 */
export function tweetReplacer(db: Database): (n: bigint, before: Tweet, after: Tweet) => bigint {
  const noteStale = staleRowNoter(db);
  const free = freeRow(db);
  const writeLinks = linkWriter(db);
  const update = db.prepare(`UPDATE tweets SET n = ?, ${COLUMNS.map((name) => `${name} = ?`).join(', ')} WHERE n = ?`);
  const moves = [
    ...KEYED_BY_ROW.map((table) => db.prepare(`UPDATE ${table} SET n = ? WHERE n = ?`)),
    db.prepare('UPDATE tweets SET twin = ? WHERE twin = ?'),
  ];
  return (n, before, after) => {
    const at = before.createdAt === after.createdAt || rowOf(after) === n ? n : free(rowOf(after));
    noteStale(n);
    update.run(at, ...rowValues(after, at), n);
    if (at !== n) for (const move of moves) move.run(at, n);
    if (at !== n) noteStale(at);
    writeLinks.set(at, after.links);
    return at;
  };
}
