/** What people put right, in words. */
import { localClock } from '../calendar.ts';
import type { Chat, Correction } from '../chat.ts';
import type { KeptCorrection } from '../store/corrections.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';

/** One correction as a sentence without its full stop. */
export function correctionWords(correction: Correction, { zone }: Pick<Chat, 'zone'>): string {
  const clock = (ms: number) => localClock(ms, zone);
  switch (correction.kind) {
    case 'topic':
      return `${harmless(correction.session)} is about ${harmless(correction.text)}`;
    case 'question':
      return `Q${correction.number} of ${harmless(correction.session)} is "${harmless(correction.text)}"`;
    case 'answer':
      return `tweet ${harmless(correction.key)} answers ${correction.question === null ? 'no question' : `Q${correction.question}`}`;
    case 'role':
      return `tweet ${harmless(correction.key)} is ${correction.role}`;
    case 'split':
      return `${harmless(correction.session)} was two sessions, the second from ${clock(correction.at)}`;
    case 'join':
      return `${harmless(correction.session)} and ${harmless(correction.other)} were one session`;
    case 'move':
      return `${harmless(correction.session)} was held from ${clock(correction.startsAt)} to ${clock(correction.endsAt)}`;
    case 'drop':
      return `${harmless(correction.session)} was no session`;
  }
}

/** The corrections of a chat, numbered. */
export function renderCorrections(kept: readonly KeptCorrection[], chat: Chat, look: Look): string {
  if (kept.length === 0) return `Nothing of ${harmless(chat.title)} was put right yet. How to: edchat fix --help\n`;
  const lines = kept.map(({ number, correction }) =>
    hang(`${String(number).padStart(3)}  `, correctionWords(correction, chat), look.width),
  );
  return `${lines.join('\n')}\n\n${inkOf(look).dim('Take one back with: edchat fix --undo NUMBER')}\n`;
}
