/** The correcting use case: keep what a person says, and derive the week again. */
import { chatMonday } from '../calendar.ts';
import type { Chat, Correction } from '../chat.ts';
import { nothingFound, UserError } from '../errors.ts';
import { addCorrection, type KeptCorrection, listCorrections, mondayOfSession, removeCorrection } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { getTweet } from '../store/tweets.ts';
import { deriveStale } from './derive-stale.ts';

/** Keeps a correction and applies it. Throws a UserError when what it is about is not in the archive. */
export function correct(db: Database, chat: Chat, correction: Correction, now: number): void {
  const work = db.transaction(() => {
    addCorrection(db, { chat: chat.name, monday: mondayOf(db, chat, correction), madeAt: now, correction });
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

function mondayOf(db: Database, chat: Chat, correction: Correction): string {
  if ('session' in correction) {
    const monday = mondayOfSession(db, chat.name, correction.session);
    if (monday === null) throw nothingFound(`There is no session ${correction.session} of ${chat.title}. List them with: edchat weeks`);
    if (correction.kind === 'join' && mondayOfSession(db, chat.name, correction.other) !== monday) {
      throw new UserError(`${correction.session} and ${correction.other} are not two sessions of one week: only such can be joined`);
    }
    return monday;
  }
  const tweet = getTweet(db, correction.key);
  if (tweet === null) throw nothingFound(`The archive holds no tweet ${correction.key}. Find tweets with: edchat search WORDS --json`);
  return chatMonday(tweet.createdAt, chat.zone);
}
