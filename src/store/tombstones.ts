/** Tombstones: whom and what the archive must not hold again, as salted hashes, so that they name nobody by themselves. */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Fate, Forgotten } from '../normalise/forgotten.ts';
import { getSetting, setSetting } from './settings.ts';

/** What is forgotten: a handle, an account, a name of several words, or a tweet by its key. */
export type TombstoneKind = 'person' | 'account' | 'name' | 'tweet';

/** Something to be forgotten, in words: those are never kept. */
export interface Burial {
  readonly kind: TombstoneKind;
  readonly word: string;
  /** The time it holds for (UTC, milliseconds), or null for good. */
  readonly from: number | null;
  readonly until: number | null;
  readonly alias: string | null;
}

interface Stone {
  readonly kind: TombstoneKind;
  readonly salt: string;
  readonly hash: string;
  readonly from_at: number | null;
  readonly until_at: number | null;
  readonly alias: string | null;
}

const SALT = 'salt';

/** The salt of this archive, made when there is none. Call it in a transaction. */
export function ensureSalt(db: Database): string {
  const known = getSetting(db, SALT);
  if (known !== null) return known;
  const salt = randomBytes(16).toString('hex');
  setSetting(db, SALT, salt);
  return salt;
}

/** The hash of a word under a salt. Case and the width of blanks do not count. */
export function hashOf(salt: string, kind: TombstoneKind, word: string): string {
  return createHash('sha256')
    .update(`${salt}\0${kind}\0${word.trim().replace(/\s+/g, ' ').toLowerCase()}`)
    .digest('hex');
}

/** The alias of a person under a salt: the same in every archive that has the salt. */
export function aliasOf(salt: string, handle: string, digits = 6): string {
  return `person_${hashOf(salt, 'person', handle).slice(0, digits)}`;
}

/** Sets the tombstones. Call it in a transaction. */
export function bury(db: Database, burials: readonly Burial[], now: number): void {
  const salt = ensureSalt(db);
  const insert = db.prepare(
    `INSERT INTO tombstones (kind, salt, hash, from_at, until_at, alias, forgotten_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET alias = excluded.alias`,
  );
  for (const { kind, word, from, until, alias } of burials) {
    insert.run(kind, salt, kind === 'name' ? nameHash(salt, word) : hashOf(salt, kind, word), from, until, alias, now);
  }
}

// How many words a name has is part of its hash, so that it is known where to look for it.
function nameHash(salt: string, words: string): string {
  return `${hashOf(salt, 'name', words)}:${words.trim().split(/\s+/).length}`;
}

/** Who is forgotten in an archive; null for nobody. */
export function forgottenIn(db: Database): Forgotten | null {
  const stones = db.prepare<[], Stone>('SELECT kind, salt, hash, from_at, until_at, alias FROM tombstones ORDER BY rowid').all();
  return stones.length === 0 ? null : forgottenBy(stones);
}

/** The same, together with some that are not yet set. */
export function forgottenWith(db: Database, burials: readonly Burial[], salt: string): Forgotten {
  const stones = db.prepare<[], Stone>('SELECT kind, salt, hash, from_at, until_at, alias FROM tombstones ORDER BY rowid').all();
  const more = burials.map(({ kind, word, from, until, alias }) => ({
    kind,
    salt,
    hash: kind === 'name' ? nameHash(salt, word) : hashOf(salt, kind, word),
    from_at: from,
    until_at: until,
    alias,
  }));
  return forgottenBy([...stones, ...more]);
}

function forgottenBy(stones: readonly Stone[]): Forgotten {
  const byHash = new Map<string, Stone[]>();
  for (const stone of stones) byHash.set(`${stone.kind}:${stone.hash}`, [...(byHash.get(`${stone.kind}:${stone.hash}`) ?? []), stone]);
  const salts = [...new Set(stones.map(({ salt }) => salt))];
  const kinds = new Set(stones.map(({ kind }) => kind));
  const known = new Map<string, readonly Stone[]>();
  const find = (kind: TombstoneKind, word: string): readonly Stone[] => {
    if (!kinds.has(kind)) return [];
    const name = `${kind}:${word}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size > MOST_WORDS) known.clear();
    const found = salts.flatMap((salt) => byHash.get(`${kind}:${kind === 'name' ? nameHash(salt, word) : hashOf(salt, kind, word)}`) ?? []);
    known.set(name, found);
    return found;
  };
  const ask = (kind: TombstoneKind, word: string, at: number | null): Fate | null =>
    find(kind, word).find(
      ({ from_at: from, until_at: until }) => from === null || until === null || (at !== null && at >= from && at < until),
    ) ?? null;
  return {
    person: (handle, at) => ask('person', handle, at),
    account: (id, at) => ask('account', id, at),
    tweet: (key) => ask('tweet', key, null),
    name: (words) => ask('name', words, null),
    nameLengths: [...new Set(stones.flatMap(({ kind, hash }) => (kind === 'name' ? [Number(hash.split(':')[1])] : [])))].toSorted(
      (a, b) => b - a,
    ),
  };
}

/** Hashing the same handles again and again would take longer than the rest. */
const MOST_WORDS = 200_000;

/** What was forgotten at one time. */
export interface TombstoneGroup {
  readonly forgottenAt: number;
  readonly people: number;
  readonly tweets: number;
  /** The aliases that stand for them, where they were only hidden. */
  readonly aliases: readonly string[];
}

/** What was forgotten, the latest first. Whom, the archive does not know any more. */
export function listTombstones(db: Database): TombstoneGroup[] {
  return db
    .prepare<[], Omit<TombstoneGroup, 'aliases'> & { aliases: string | null }>(
      `SELECT forgotten_at AS forgottenAt, count(*) FILTER (WHERE kind = 'person') AS people, count(*) FILTER (WHERE kind = 'tweet') AS tweets,
              group_concat(DISTINCT alias) AS aliases
       FROM tombstones GROUP BY forgotten_at ORDER BY forgotten_at DESC`,
    )
    .all()
    .map((row) => ({ ...row, aliases: row.aliases?.split(',').toSorted() ?? [] }));
}

/** Takes the tombstones of another archive over; returns how many were new. Call it in a transaction. */
export function adoptTombstones(db: Database, from: Database): number {
  const rows = from
    .prepare<[], Record<string, unknown>>('SELECT kind, salt, hash, from_at, until_at, alias, forgotten_at FROM tombstones ORDER BY rowid')
    .all();
  const insert = db.prepare(
    `INSERT INTO tombstones (kind, salt, hash, from_at, until_at, alias, forgotten_at)
     VALUES (@kind, @salt, @hash, @from_at, @until_at, @alias, @forgotten_at) ON CONFLICT DO NOTHING`,
  );
  return rows.reduce((sum, row) => sum + insert.run(row).changes, 0);
}
