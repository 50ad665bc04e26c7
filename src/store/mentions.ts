/** Reading who speaks to whom in the sessions of a chat, where no export says which tweet is answered. */
import type { Database } from 'better-sqlite3';
import { plucked } from './statements.ts';
import { OF_KEY } from './tweet-row.ts';

/** What mentions tell: the parent of each tweet that has one by them, and its children, oldest first. */
export interface Mentions {
  readonly parentOf: (key: string) => string | undefined;
  readonly childrenOf: (key: string) => readonly string[];
}

/** The mentions of a chat; each is looked up when it is asked for. */
export function mentionsIn(db: Database, chat: string): Mentions {
  const binding = (key: string) => ({ chat, key });
  const parent = plucked<[{ chat: string; key: string }], string>(
    db,
    `SELECT COALESCE(u.key, CAST(u.n AS TEXT)) FROM tweets t CROSS JOIN placements p ON p.chat = @chat AND p.n = t.n
       CROSS JOIN tweets u ON u.n = p.speaks_to WHERE ${OF_KEY}`,
  );
  const children = plucked<[{ chat: string; key: string }], string>(
    db,
    `SELECT COALESCE(u.key, CAST(u.n AS TEXT)) FROM tweets t CROSS JOIN placements p ON p.speaks_to = t.n
       CROSS JOIN tweets u ON u.n = p.n WHERE ${OF_KEY} AND p.chat = @chat ORDER BY p.n`,
  );
  return { parentOf: (key) => parent.get(binding(key)), childrenOf: (key) => children.all(binding(key)) };
}
