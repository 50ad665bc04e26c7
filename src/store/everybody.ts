import type { Database } from 'better-sqlite3';
import type { Fate, Forgotten } from '../normalise/forgotten.ts';
import { aliasOf } from './tombstones.ts';

/** Everybody the archive knows by a handle, each behind an alias of their own: the same whenever the salt is the same. */
export function everybodyHidden(db: Database, salt: string): Forgotten {
  const fates = new Map<string, Fate>();
  const taken = new Set<string>();
  for (const handle of handlesIn(db)) {
    let alias = aliasOf(salt, handle);
    for (let digits = 8; taken.has(alias); digits += 2) alias = aliasOf(salt, handle, digits);
    taken.add(alias);
    fates.set(handle, { alias });
  }
  const names = new Map(
    namesIn(db).flatMap(({ name, author }) => (name.includes(' ') ? [[name, fates.get(author) ?? null] as const] : [])),
  );
  return {
    person: (handle) => fates.get(handle.toLowerCase()) ?? null,
    account: () => null,
    tweet: () => null,
    name: (words) => names.get(words.toLowerCase()) ?? null,
    nameLengths: [...new Set(Array.from(names.keys(), (name) => name.split(' ').length))].toSorted((a, b) => b - a),
  };
}

function handlesIn(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT lower(author) FROM tweets WHERE author IS NOT NULL UNION SELECT lower(reply_to_author) FROM tweets WHERE reply_to_author IS NOT NULL
       UNION SELECT lower(retweet_of_author) FROM tweets WHERE retweet_of_author IS NOT NULL
       UNION SELECT lower(m.value) FROM tweets t, json_each(t.entities, '$.mentions') m WHERE t.entities IS NOT NULL ORDER BY 1`,
    )
    .pluck()
    .all();
}

function namesIn(db: Database): { name: string; author: string }[] {
  return db
    .prepare<[], { name: string; author: string }>(
      'SELECT DISTINCT lower(author_name) AS name, lower(author) AS author FROM tweets WHERE author IS NOT NULL AND author_name IS NOT NULL ORDER BY name, author',
    )
    .all()
    .map(({ name, author }) => ({ name: name.trim().replace(/\s+/g, ' '), author }));
}
