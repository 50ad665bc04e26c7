/** What was discussed when, and where something near to it was discussed before. */
import type { Chat } from '../chat.ts';
import type { TopicHit } from '../search-views.ts';
import type { SessionSummary } from '../views.ts';
import { chatHeading } from './heading.ts';
import { hang } from './layout.ts';
import { questionLabel, questionText } from './question-words.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { DERIVED_NOTE, markedTopic } from './topic.ts';
import { count } from './words.ts';

/** The topics of a chat, one session a line, with the words that mark each out. */
export function renderTopics(sessions: readonly SessionSummary[], chat: Chat, look: Look): string {
  const title = chatHeading(chat, count(sessions.length, 'topic'), look);
  return `${[title, '', ...sessions.map((session) => topicLine(session, look)), ...derivedNote(sessions, look)].join('\n')}\n`;
}

/** Past sessions near to some words, nearest first, each with its nearest questions. */
export function renderTopicHits(hits: readonly TopicHit[], chat: Chat, look: Look): string {
  const blocks = topicHitLines(hits, chat, look);
  const title = chatHeading(chat, `${count(hits.length, 'session')} near to these words, nearest first`, look);
  return `${[
    title,
    '',
    ...blocks,
    ...derivedNote(
      hits.map(({ session }) => session),
      look,
    ).slice(1),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** Past sessions as lines, each with its nearest questions and an empty line after it. */
export function topicHitLines(hits: readonly TopicHit[], chat: Chat, look: Look): string[] {
  const ink = inkOf(look);
  return hits.flatMap(({ session, questions }) => [
    topicLine(session, look),
    ...questions.map((question) =>
      hang(`${' '.repeat(13)}${ink.cyan(questionLabel(question))}  `, questionText(question, chat), look.width),
    ),
    '',
  ]);
}

function topicLine({ session, topic }: SessionSummary, look: Look): string {
  const ink = inkOf(look);
  const terms = topic.source === 'derived' ? '' : ink.dim(topic.terms.map((term) => harmless(term)).join(', '));
  return hang(
    `${ink.cyan(harmless(session).padEnd(11))}  `,
    [ink.bold(markedTopic(topic)), terms].filter((part) => part !== '').join('  '),
    look.width,
  );
}

function derivedNote(sessions: readonly SessionSummary[], look: Look): string[] {
  return sessions.some(({ topic }) => topic.source === 'derived') ? ['', hang('', inkOf(look).dim(DERIVED_NOTE), look.width)] : [];
}
