/** The correcting use case: keep what a person says, and derive the week again. */
import { chatMonday } from '../calendar.ts';
import type { Chat, Correction } from '../chat.ts';
import { nothingFound, UserError } from '../errors.ts';
import {
  addCorrection,
  hasTweets,
  type KeptCorrection,
  listCorrections,
  removeCorrection,
  type SessionTimes,
  timesOfSession,
} from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { getTweet } from '../store/tweets.ts';
import { deriveStale } from './derive-stale.ts';

/** Keeps a correction and applies it. Throws a UserError when what it is about is not in the archive. */
export function correct(db: Database, chat: Chat, correction: Correction, now: number): void {
  const work = db.transaction(() => {
    addCorrection(db, { chat: chat.name, madeAt: now, ...checked(db, chat, correction) });
    deriveStale(db);
  });
  work.immediate();
}

/** Takes back the correction of that number, or the last one; returns it. */
export function uncorrect(db: Database, chat: Chat, number: number | null): KeptCorrection {
  const all = listCorrections(db, chat.name);
  const kept = number === null ? all.at(-1) : all.find((one) => one.number === number);
  if (kept === undefined && number === null)
    throw nothingFound(`Nothing of ${chat.title} was put right yet: there is nothing to take back`);
  if (kept === undefined) throw new UserError(`There is no correction ${number} of ${chat.title}. List them with: edchat fix --list`);
  const work = db.transaction(() => {
    removeCorrection(db, kept);
    deriveStale(db);
  });
  work.immediate();
  return kept;
}

function checked(db: Database, chat: Chat, correction: Correction): { monday: string; correction: Correction } {
  if ('session' in correction) return anchored(db, chat, correction);
  const tweet = getTweet(db, correction.key);
  if (tweet === null) throw nothingFound(`The archive holds no tweet ${correction.key}. Find tweets with: edchat search WORDS --json`);
  return { monday: chatMonday(tweet.createdAt, chat.zone), correction };
}

type OfSession = Extract<Correction, { session: string }>;

// A session is remembered with its hour: its name may change when more of that day is imported.
function anchored(db: Database, chat: Chat, correction: OfSession): { monday: string; correction: Correction } {
  const times = timesNamed(db, chat, correction.session);
  const { monday, startsAt: anchor } = times;
  if (correction.kind === 'split') refuseIdleSplit(correction, times);
  if (correction.kind === 'move' && !hasTweets(db, chat.name, correction.startsAt, correction.endsAt))
    throw new UserError(`${chat.title} has no tweet in that time: a session cannot have been held then`);
  if (correction.kind !== 'join') return { monday, correction: { ...correction, anchor } };
  const other = correction.other === correction.session ? null : timesOfSession(db, chat.name, correction.other);
  if (other?.monday !== monday)
    throw new UserError(`${correction.session} and ${correction.other} are not two sessions of one week: only such can be joined`);
  return { monday, correction: { ...correction, anchor, otherAnchor: other.startsAt } };
}

function timesNamed(db: Database, chat: Chat, session: string): SessionTimes {
  const times = timesOfSession(db, chat.name, session);
  if (times === null) throw nothingFound(`There is no session ${session} of ${chat.title}. List them with: edchat weeks`);
  return times;
}

function refuseIdleSplit({ session, at }: { session: string; at: number }, { firstAt, lastAt }: SessionTimes): void {
  if (at <= firstAt || at > lastAt)
    throw new UserError(`All tweets of ${session} stand on one side of that time: choose a time between its first and its last tweet`);
}
