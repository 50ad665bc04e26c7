/** One session: its topic, its questions with their answers, its links and people. */
import type { Hour } from '../recap-views.ts';
import { answersInShort, firstOf } from '../rules/answers-in-short.ts';
import type { AnswerInShort, AnswerView, QuestionAsked, QuestionOutline, SessionOutline, SessionView } from '../views.ts';
import { doubtsOf } from './doubts.ts';
import { hang } from './layout.ts';
import { hourBar } from './hour-bar.ts';
import { linkEntry } from './links.ts';
import { questionLabel, questionText, withoutChatTags } from './question-words.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { DERIVED_NOTE, markedTopic } from './topic.ts';
import { type Row, type RowPlace, textColumn, tweetRows } from './tweet-rows.ts';
import { tweetText } from './tweet-text.ts';
import { sparkline } from './weeks.ts';
import { clock, clockRange, count, handle, isEvening, list, longDate, moment, number } from './words.ts';

/** How much of a session is shown. */
export interface WeekOptions {
  /** Answers under each question, five when it is not said; retweets are shown with `all` only. */
  readonly answers?: number | 'all';
  readonly ids?: boolean;
  /** The shape of its hour, shown minute by minute. */
  readonly hour?: Hour;
}

const ANSWERS = 5;
const DOUBT = 0.65;
// Side conversations move no further to the right than this.
const DEEPEST = 4;
const LINKS = 5;

/** One session for a terminal. */
export function renderWeek(session: SessionView, look: Look, options: WeekOptions = {}): string {
  const outline = { ...session, questionList: session.questionList.map(outlineOf) };
  const known = new Map(session.questionList.flatMap(({ answers }) => answers.map((answer) => [answer.key, answer] as const)));
  const inFull: InFull = (answers) => answers.flatMap(({ key }) => known.get(key) ?? []);
  if (options.answers !== 'all') return renderOutline(outline, inFull, look, { ...options, answers: options.answers ?? ANSWERS });
  const all = session.questionList.map(({ answers }) => ({ shown: answers, replies: NONE, hidden: 0 }));
  return rendered(outline, all, look, options);
}

/** The same of a session in outline, with so many answers under each question at most; they are asked for in full. */
export function renderOutline(
  session: SessionOutline,
  inFull: InFull,
  look: Look,
  options: WeekOptions & { readonly answers: number },
): string {
  const chosen = session.questionList.map(({ answers }) => {
    const first = firstOf(answers.first, options.answers);
    return { shown: inFull(first), replies: new Map(first.map(({ key, replies }) => [key, replies])), hidden: answers.all - first.length };
  });
  return rendered(session, chosen, look, options);
}

// Gives answers that were chosen in full.
type InFull = (answers: readonly AnswerInShort[]) => readonly AnswerView[];

/** The answers that are shown under a question, and how much is not. */
interface Chosen {
  readonly shown: readonly AnswerView[];
  /** How many stand below each and are not shown, by key. */
  readonly replies: ReadonlyMap<string, number>;
  readonly hidden: number;
}

const NONE: Chosen['replies'] = new Map();

function outlineOf({ answers, ...asked }: SessionView['questionList'][number]): QuestionOutline {
  return { ...asked, answers: answersInShort(answers, Infinity) };
}

function rendered(session: SessionOutline, chosen: readonly Chosen[], look: Look, options: WeekOptions): string {
  const questions = session.questionList.flatMap((question, at) => {
    const answers = chosen[at];
    return answers === undefined ? [] : ['', ...questionBlock(question, answers, session, look, options)];
  });
  return `${[...heading(session, look, options.hour), ...questions, ...linkBlock(session, look), ...peopleBlock(session, look)].join('\n')}\n`;
}

function heading(session: SessionOutline, look: Look, hour: Hour | undefined): string[] {
  const ink = inkOf(look);
  const { chat, startsAt, endsAt, tweets, people, questions, links, topic } = session;
  const when = `${longDate(session.session)}, ${clockRange(startsAt, endsAt, chat.zone)} ${harmless(chat.zone)}`;
  const numbers = [count(tweets, 'tweet'), count(people, 'person', 'people'), count(questions, 'question'), count(links, 'link')].join(
    ', ',
  );
  return [
    hang('', `${harmless(chat.title)}  ${ink.dim(when)}`, look.width),
    ...[markedTopic(topic)].filter((text) => text !== '').map((text) => hang('', ink.bold(text), look.width)),
    hang('', hour === undefined || !isEvening(hour) ? `${numbers}  ${ink.green(sparkline(session.curve))}` : numbers, look.width),
    ...moderatorLine(session, look),
    ...hourLines(session, look, hour),
    ...(topic.source === 'derived' ? [hang('', ink.dim(DERIVED_NOTE), look.width)] : []),
    ...doubtsOf(session).map((text) => hang('', ink.dim(text), look.width)),
  ];
}

// The clock stands before the bars: they are the minutes after it.
function hourLines({ chat }: SessionOutline, look: Look, hour: Hour | undefined): string[] {
  if (hour === undefined || !isEvening(hour)) return [];
  const ink = inkOf(look);
  const lead = `${clock(hour.startsAt, chat.zone)} `;
  const [bars, labels = ''] = hourBar(hour, look.width - lead.length);
  if (bars === undefined) return [];
  const marks = labels === '' ? [] : [`${' '.repeat(lead.length)}${ink.cyan(labels)}`];
  return ['', `${ink.dim(lead)}${ink.green(bars)}`, ...marks];
}

function moderatorLine({ moderators }: SessionOutline, look: Look): string[] {
  return moderators.length === 0
    ? []
    : [hang('', `Moderated by ${list(moderators.map((name) => inkOf(look).green(handle(name))))}`, look.width)];
}

function questionBlock(
  question: QuestionOutline,
  { shown, replies, hidden }: Chosen,
  session: SessionOutline,
  look: Look,
  options: WeekOptions,
): string[] {
  const ink = inkOf(look);
  const place: RowPlace = { zone: session.chat.zone, date: session.session, indent: 4, ids: options.ids === true };
  const text = tweetText({ text: questionText(question, session.chat), links: [], media: 0 }, look);
  const asked = `(${handle(question.askedBy)}, ${moment(question.askedAt, place.zone, place.date)})`;
  const answerRow = (tweet: AnswerView): Row => {
    const words = tweetText({ ...tweet, text: withoutChatTags(harmless(tweet.text), session.chat.hashtags) }, look);
    return { tweet, text: `${sideMark(tweet, look)}${words}${doubt(tweet, look)}${sideTalk(replies.get(tweet.key) ?? 0, look)}` };
  };
  const more = ink.dim(`… and ${number(hidden)} more (edchat week ${session.session} --all)`);
  return [
    hang(`${ink.bold.cyan(questionLabel(question))}  `, `${ink.bold(text)} ${ink.dim(asked)}`, look.width, '    '),
    ...tweetRows(shown.map(answerRow), place, look),
    ...(hidden > 0 ? [hang(' '.repeat(textColumn(shown, place, look)), more, look.width)] : []),
    ...(question.text === '' ? [hang('    ', ink.dim(`(give it its words: ${wordsCommand(question, session)})`), look.width)] : []),
    ...(isUnanswered(question, session) ? [ink.dim('    (no answers found)')] : []),
  ];
}

// The parts of a question (Q2a, Q2b) share the answers, which stand under one of them.
function isUnanswered({ number: asked }: QuestionAsked, { questionList }: SessionOutline): boolean {
  return questionList.every(({ number: other, answers }) => other !== asked || answers.all === 0);
}

function wordsCommand({ number: asked }: QuestionAsked, { session }: SessionOutline): string {
  return `edchat fix question Q${asked} "…" --session ${session}`;
}

function sideMark({ depth, inferred }: AnswerView, look: Look): string {
  return depth === 0 ? '' : inkOf(look).dim(`${'↳'.repeat(Math.min(depth, DEEPEST))} ${inferred ? '(by mention) ' : ''}`);
}

// What the clock and the words say less surely than this may well belong to the question before or after.
function doubt({ certainty }: AnswerView, look: Look): string {
  return certainty === null || certainty >= DOUBT ? '' : ` ${inkOf(look).dim('(perhaps)')}`;
}

// How much was said under an answer that is not shown.
function sideTalk(replies: number, look: Look): string {
  return replies === 0 ? '' : ` ${inkOf(look).dim(`↳ ${count(replies, 'reply', 'replies')}`)}`;
}

function linkBlock(session: SessionOutline, look: Look): string[] {
  const shown = session.topLinks.slice(0, LINKS);
  const more = session.links - shown.length;
  const note = more > 0 ? [inkOf(look).dim(`     … and ${number(more)} more (edchat links ${session.session})`)] : [];
  return shown.length === 0 ? [] : ['', inkOf(look).bold('Links'), ...shown.flatMap((link) => linkEntry(link, look)), ...note];
}

function peopleBlock(session: SessionOutline, look: Look): string[] {
  if (session.topPeople.length === 0) return [];
  const more = session.people - session.topPeople.length;
  const names = session.topPeople.map((person, at) => personPhrase(person, at === 0, look));
  const note = more > 0 ? [inkOf(look).dim(`     … and ${number(more)} more (edchat people ${session.session})`)] : [];
  return ['', inkOf(look).bold('People'), hang('     ', names.join(', '), look.width), ...note];
}

// The first number says what all of them count.
function personPhrase({ author, tweets }: SessionOutline['topPeople'][number], first: boolean, look: Look): string {
  return `${inkOf(look).green(handle(author))} ${first ? count(tweets, 'tweet') : number(tweets)}`;
}
