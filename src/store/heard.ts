/** Reading who said what to which question, of all sessions of a chat at once. */
import type { Database } from 'better-sqlite3';
import { kindOf } from '../tweet.ts';

/** A tweet of a session, as far as counting needs it; `createdAt` in UTC milliseconds. */
export interface Heard {
  readonly session: string;
  readonly author: string | null;
  readonly text: string;
  readonly kind: ReturnType<typeof kindOf>;
  readonly role: string;
  readonly question: number | null;
  readonly createdAt: number;
}

interface Row extends Omit<Heard, 'kind'> {
  readonly isRetweet: number;
  readonly replyTo: string | null;
  readonly replyToAuthor: string | null;
  readonly quoteOf: string | null;
}

/** The tweets of all sessions of a chat, by session, in time order; their texts only as far as a retweet by hand shows. */
export function* heardIn(db: Database, chat: string): Generator<Heard> {
  const rows = db
    .prepare<[string], Row>(
      `SELECT p.session, t.author, substr(t.text, 1, 60) AS text, t.is_retweet AS isRetweet, CAST(t.reply_to AS TEXT) AS replyTo,
              t.reply_to_author AS replyToAuthor, CAST(t.quote_of AS TEXT) AS quoteOf, p.role, p.question, t.created_at AS createdAt
       FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? ORDER BY p.session, p.n`,
    )
    .iterate(chat);
  for (const { session, author, text, role, question, createdAt, isRetweet, replyTo, replyToAuthor, quoteOf } of rows) {
    const kind = kindOf({ isRetweet: isRetweet === 1, replyTo, replyToAuthor, quoteOf });
    yield { session, author, text, kind, role, question, createdAt };
  }
}
