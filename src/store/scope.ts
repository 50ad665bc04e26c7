/** A WHEN, resolved against the archive: which tweets of which chat. */
import type { Database } from 'better-sqlite3';
import { type DateRange, instantsOf, isoWeek, localDate, weekRange, type When } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { nothingFound, type UserError } from '../errors.ts';
import { rowRange } from '../row-number.ts';
import { plucked, statement } from './statements.ts';

/** The tweets a command is asked about. */
export interface Scope {
  readonly chat: Chat;
  /** As the reader would call it: `2016-W15`. */
  readonly label: string;
  /** The local dates. */
  readonly range: DateRange;
  /** Row numbers, both inclusive. */
  readonly first: bigint;
  readonly last: bigint;
  /** Sessions whose date is in the time asked for, oldest first. */
  readonly sessions: readonly string[];
  /** Set when one session and nothing else is meant. */
  readonly session: string | null;
}

/** A scope as statements are given it: `@chat`, `@first`, `@last`, `@session`. */
export interface ScopeBinding {
  readonly chat: string;
  readonly first: bigint;
  readonly last: bigint;
  readonly session: string | null;
}

/** The binding of a scope. A session may begin before midnight of its date or run past it: its own tweets decide, not the day. */
export function bindingOf(db: Database, { chat, first, last, session }: Scope): ScopeBinding {
  const own = session === null ? null : rowsOfSession(db, chat.name, session);
  return { chat: chat.name, first: own?.first ?? first, last: own?.last ?? last, session };
}

/** The row numbers of the first and the last tweet of a session; null where it has none. */
export function rowsOfSession(db: Database, chat: string, session: string): Pick<ScopeBinding, 'first' | 'last'> | null {
  const row = statement<[{ chat: string; session: string }], { first: bigint | null; last: bigint | null }>(
    db,
    // Each alone is one look into an index; both at once would read all of the session.
    `SELECT (SELECT min(n) FROM placements WHERE chat = @chat AND session = @session) AS first,
              (SELECT max(n) FROM placements WHERE chat = @chat AND session = @session) AS last`,
  )
    .safeIntegers()
    .get({ chat, session });
  const { first = null, last = null } = row ?? {};
  return first === null || last === null ? null : { first, last };
}

/** Everything of a chat. */
export function wholeScope(db: Database, chat: Chat): Scope {
  return scopeOfRange(db, chat, { from: '0001-01-01', until: '9999-12-31' }, 'all time');
}

/** What a WHEN means for a chat. `latest` is the ISO week of its latest session, or of its latest tweet. */
export function resolveWhen(db: Database, chat: Chat, when: When): Scope {
  if (when.kind === 'range') return scopeOfRange(db, chat, when.range, when.label);
  if (when.kind === 'session')
    return { ...scopeOfRange(db, chat, when.range, when.session), sessions: [when.session], session: when.session };
  const date = latestSession(db, chat.name)?.slice(0, 10) ?? latestDate(db, chat);
  if (date === null) throw nothingYet(db, chat);
  const week = isoWeek(date);
  return scopeOfRange(db, chat, weekRange(week), week);
}

/** The sentence for a chat without a session: what there is of it, and what to do. */
export function nothingYet(db: Database, chat: Chat): UserError {
  const date = latestDate(db, chat);
  if (date !== null) {
    return nothingFound(
      `The archive has tweets of ${chat.title}, the latest of ${date}, but no meeting stands out among them. Find them with: edchat search WORDS`,
    );
  }
  return nothingFound(
    `The archive has no tweet of ${chat.title} yet. Import an export of it, or choose another chat with --chat (see: edchat chats)`,
  );
}

// The local date of a chat's latest tweet, or null.
function latestDate(db: Database, chat: Chat): string | null {
  const row = db
    .prepare<[string], { createdAt: number }>(
      `SELECT t.created_at AS createdAt FROM chat_tweets c JOIN tweets t ON t.n = c.n WHERE c.chat = ? AND t.context = 0 ORDER BY c.n DESC LIMIT 1`,
    )
    .get(chat.name);
  return row === undefined ? null : localDate(row.createdAt, chat.zone);
}

/** The name of a chat's latest session, or null. */
function latestSession(db: Database, chat: string): string | null {
  return (
    statement<[string], { session: string | null }>(db, 'SELECT max(session) AS session FROM sessions WHERE chat = ?').get(chat)?.session ??
    null
  );
}

/** The session nearest to a date, for a helpful sentence; null when there is none at all. */
export function nearestSession(db: Database, chat: string, date: string): string | null {
  const row = db
    .prepare<[string, string], { session: string }>(
      'SELECT session FROM sessions WHERE chat = ? ORDER BY abs(julianday(substr(session, 1, 10)) - julianday(?)), session LIMIT 1',
    )
    .get(chat, date);
  return row?.session ?? null;
}

function scopeOfRange(db: Database, chat: Chat, range: DateRange, label: string): Scope {
  const { from, until } = instantsOf(range, chat.zone);
  const { first, last } = rowRange(from, until);
  const sessions = plucked<[string, string, string], string>(
    db,
    'SELECT session FROM sessions WHERE chat = ? AND session >= ? AND session < ? ORDER BY session',
  ).all(chat.name, range.from, range.until);
  return { chat, label, range, first: clamp(first), last: clamp(last), sessions, session: null };
}

// Row numbers are 64-bit; dates far away are as good as the ends.
const MAX = 2n ** 63n - 1n;
function clamp(n: bigint): bigint {
  return n > MAX ? MAX : n < -MAX ? -MAX : n;
}
