/** The debrief of a session for a terminal and for other programs. */
import type { Chat } from '../chat.ts';
import { columns, type Column } from './columns.ts';
import { chatHeading } from './heading.ts';
import { hang } from './layout.ts';
import { isoTime, safeJson } from './json-text.ts';
import type { DebriefView, QuestionFigures, SessionFigures } from '../figures.ts';
import { questionLabel, questionText } from './question-words.ts';
import { inkOf, type Look } from './terminal.ts';
import { topicText } from './topic.ts';
import { count, longDate, number } from './words.ts';

/** The debrief of one session: its questions in a table, and the evening against the chat's usual. */
export function renderDebrief({ session, questions, figures, usual, others }: DebriefView, chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const title = chatHeading(chat, longDate(session.session), look);
  const topic = topicText(session.topic);
  const basis = others === 0 ? 'no other session to compare with' : `usual: the median of ${count(others, 'other session')}`;
  return `${[
    title,
    ...(topic === '' ? [] : [hang('', ink.bold(topic), look.width)]),
    '',
    ...columns(questionColumns(questions, chat, look), look),
    '',
    ...columns(usualColumns(figures, usual), look),
    '',
    hang('', ink.dim(`${basis}. FIRST: to the first answer. TAIL: to the last one. ECHO: retweets among the tweets.`), look.width),
  ].join('\n')}\n`;
}

/** `edchat debrief --json`: every session of the time asked for. */
export function debriefJson(chat: Pick<Chat, 'name'>, debriefs: readonly DebriefView[]): string {
  const sessions = debriefs.map(({ session, questions, figures, usual, others }) => ({
    session: session.session,
    week: session.week,
    startsAt: isoTime(session.startsAt),
    questions: questions.map(({ label, text, answers, people, firstAnswer, tail, echo }) => ({
      label,
      text,
      answers,
      people,
      firstAnswer,
      tail,
      echo,
    })),
    figures,
    usual,
    others,
  }));
  return `${safeJson({ version: 1, chat: chat.name, sessions })}\n`;
}

function questionColumns(questions: readonly QuestionFigures[], chat: Chat, look: Look): Column[] {
  const cells = (pick: (one: QuestionFigures) => string) => questions.map(pick);
  const ink = inkOf(look);
  return [
    { head: '', cells: cells(questionLabel), style: (cell) => ink.bold.cyan(cell) },
    { head: 'QUESTION', cells: cells((one) => questionText(one, chat)), grows: true },
    { head: 'ANSWERS', cells: cells(({ answers }) => number(answers)), align: 'right' },
    { head: 'PEOPLE', cells: cells(({ people }) => number(people)), align: 'right' },
    { head: 'FIRST', cells: cells(({ firstAnswer }) => duration(firstAnswer)), align: 'right' },
    { head: 'TAIL', cells: cells(({ tail }) => duration(tail)), align: 'right', spare: 2 },
    { head: 'ECHO', cells: cells(({ echo }) => share(echo)), align: 'right', spare: 1 },
  ];
}

function usualColumns(figures: SessionFigures, usual: SessionFigures | null): Column[] {
  const rows: readonly (readonly [string, (one: SessionFigures) => string])[] = [
    ['tweets', ({ tweets }) => rounded(tweets)],
    ['people', ({ people }) => rounded(people)],
    ['people who said something themselves', ({ speaking }) => share(speaking)],
    ['questions', ({ questions }) => rounded(questions)],
    ['answers to a question', ({ answers }) => (answers === null ? '–' : rounded(answers))],
    ['first answer after', ({ firstAnswer }) => duration(firstAnswer)],
    ['last answer after', ({ tail }) => duration(tail)],
    ['echo', ({ echo }) => share(echo)],
  ];
  return [
    { head: 'THE EVENING', cells: rows.map(([name]) => name) },
    { head: 'THIS ONE', cells: rows.map(([, show]) => show(figures)), align: 'right' },
    ...(usual === null ? [] : [{ head: 'USUAL', cells: rows.map(([, show]) => show(usual)), align: 'right' as const }]),
  ];
}

/** `0:45`, `12:05`, `1:02:05`: seconds as a clock counts them. */
function duration(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function share(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)} %`;
}

function rounded(value: number): string {
  return number(Math.round(value * 10) / 10);
}
