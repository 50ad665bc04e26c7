/** One tweet explained. */
import { localDate } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import type { WhyView } from '../views.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { tweetText } from './tweet-text.ts';
import { clock, clockRange, handle, longDate } from './words.ts';

/** The tweet, then its session, role and question, each with how it is known. */
export function renderWhy({ tweet, session, question, reasons }: WhyView, chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const when = `${longDate(localDate(tweet.createdAt, chat.zone))}, ${clock(tweet.createdAt, chat.zone)}`;
  const line = (name: string, value: string, why: string) => hang(ink.bold(name.padEnd(10)), `${value} ${ink.dim(`— ${why}`)}`, look.width);
  const held =
    session === null
      ? line('Session', 'none', 'no meeting of the chat was found around it; it counts for its week')
      : line(
          'Session',
          `${session.session}, ${clockRange(session.startsAt, session.endsAt, chat.zone)}`,
          foundWords(session.foundBy, chat),
        );
  const asked = tweet.question === null ? 'none' : `Q${tweet.question}${question === null ? '' : `: ${harmless(question)}`}`;
  return `${[
    hang('', `${ink.bold(handle(tweet.author))}  ${ink.dim(when)}`, look.width),
    hang('  ', tweetText(tweet, look), look.width),
    '',
    held,
    line('Role', tweet.role ?? 'none', harmless(reasons.role)),
    line('Question', asked, harmless(reasons.question)),
  ].join('\n')}\n`;
}

function foundWords(foundBy: 'schedule' | 'burst', { slow, schedule }: Chat): string {
  if (slow) return 'the chat runs all week, and each week is one session';
  if (foundBy === 'schedule') return 'where the timetable expects it';
  return schedule.length === 0 ? 'a burst of tweets stands out there' : 'a burst of tweets away from the timetable';
}
