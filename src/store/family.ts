/** The relations of tweets that decide where they are filed: parents, replies, twins. */
import type { Database } from 'better-sqlite3';
import { reference } from './tweet-row.ts';

/** A tweet that is filed. */
export interface Member {
  readonly n: bigint;
  readonly key: string;
  readonly createdAt: number;
}

const FIELDS = 'n, COALESCE(key, CAST(n AS TEXT)) AS key, created_at AS createdAt';

interface MemberRow {
  readonly n: bigint;
  readonly key: string;
  readonly createdAt: bigint;
}

/** Prepares the look-ups. */
export function familyFinder(db: Database) {
  // Memberships are kept by chat: a look at each of the few is quick, a look for the tweet alone reads them all.
  const parents = db.prepare<[{ ref: bigint | string | null; key: string; names: string }], { chat: string }>(
    `WITH parent (n) AS (SELECT @ref UNION SELECT n FROM tweets WHERE key = @key)
     SELECT value AS chat FROM json_each(@names) WHERE EXISTS (SELECT 1 FROM parent CROSS JOIN chat_tweets c ON c.chat = value AND c.n = parent.n)`,
  );
  // A reply that is hidden behind its twin stands for that one.
  const replies = db
    .prepare<[bigint, string], MemberRow>(
      `SELECT ${FIELDS} FROM tweets WHERE n IN (SELECT COALESCE(twin, n) FROM tweets WHERE reply_to IN (?, ?) AND context = 0) ORDER BY n`,
    )
    .safeIntegers();
  const one = db.prepare<[bigint], MemberRow>(`SELECT ${FIELDS} FROM tweets WHERE n = ?`).safeIntegers();
  const twin = db
    .prepare<[bigint], MemberRow>(`SELECT ${FIELDS} FROM tweets WHERE n = (SELECT twin FROM tweets WHERE n = ?)`)
    .safeIntegers();
  const memberOf = (row: MemberRow): Member => ({ n: row.n, key: row.key, createdAt: Number(row.createdAt) });
  const maybe = (row: MemberRow | undefined): Member | null => (row === undefined ? null : memberOf(row));
  return {
    /** Those of some chats (a JSON array of names) that a tweet is in, by its key. */
    chatsOf: (key: string, names: string): string[] => parents.all({ ref: reference(key), key, names }).map(({ chat }) => chat),
    repliesTo: ({ n, key }: Member): Member[] => replies.all(n, key).map(memberOf),
    member: (n: bigint): Member | null => maybe(one.get(n)),
    /** The tweet with an id that one without is hidden behind. */
    twinOf: (n: bigint): Member | null => maybe(twin.get(n)),
  };
}
