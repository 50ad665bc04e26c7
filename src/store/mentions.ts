/** Reading who speaks to whom in the sessions of a chat, where no export says which tweet is answered. */
import type { Database } from 'better-sqlite3';
import { mentionParents, type Spoken } from '../derive/mention-parents.ts';

/** What mentions tell of some sessions: the parent of each tweet that has one by them, and its children. */
export interface Mentions {
  readonly parentOf: (key: string) => string | undefined;
  readonly childrenOf: (key: string) => readonly string[];
  /** Reads a session, once. */
  readonly learn: (session: string) => void;
}

/** The mentions of a chat; nothing is known of a session before it is read. */
export function mentionsIn(db: Database, chat: string): Mentions {
  const read = db.prepare<[string, string], Omit<Spoken, 'isRetweet'> & { readonly isRetweet: number }>(
    `SELECT COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.created_at AS createdAt, t.text, t.is_retweet AS isRetweet,
            CAST(t.reply_to AS TEXT) AS replyTo, t.reply_to_author AS replyToAuthor, CAST(t.quote_of AS TEXT) AS quoteOf
     FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? AND p.session = ? ORDER BY p.n`,
  );
  const known = new Set<string>();
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  return {
    parentOf: (key) => parents.get(key),
    childrenOf: (key) => children.get(key) ?? [],
    learn: (session) => {
      if (known.has(session)) return;
      known.add(session);
      const tweets = read.all(chat, session).map((row) => ({ ...row, isRetweet: row.isRetweet === 1 }));
      for (const [key, parent] of mentionParents(tweets)) {
        parents.set(key, parent);
        children.set(parent, [...(children.get(parent) ?? []), key]);
      }
    },
  };
}
