import type { Command } from 'commander';
import { nothingFound } from '../errors.ts';
import { topicHitsJson, topicsJson } from '../render/json.ts';
import { renderTopicHits, renderTopics } from '../render/topics.ts';
import { nothingYet, wholeScope } from '../store/scope.ts';
import { anyWordOf, nearestSessions, type NearSession } from '../store/nearest.ts';
import { listSessions } from '../store/session-views.ts';
import type { TopicHit } from '../search-views.ts';
import { jsonOption, positive } from './options.ts';
import { synonymTable } from './synonyms.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly limit: number;
}

/** `edchat topics [WORDS…]` */
export function declareTopics(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[words...]', 'show the past topics and questions nearest to these words')
    .option('--limit <n>', 'sessions to show for words', positive, 10)
    .addHelpText('after', '\nExamples:\n  $ edchat topics\n  $ edchat topics standards-based grading')
    .action((words: string[], options: Options) =>
      shell.reading((desk) => (words.length === 0 ? list(shell, desk, options) : nearTo(shell, desk, words, options))),
    );
}

async function list(shell: Shell, { db, chat }: Desk, options: Options): Promise<void> {
  const sessions = listSessions(db, wholeScope(db, chat));
  if (options.json) return shell.print(topicsJson(chat, sessions));
  if (sessions.length === 0) throw nothingYet(db, chat);
  return shell.show(renderTopics(sessions, chat, shell.look));
}

async function nearTo(shell: Shell, desk: Desk, words: readonly string[], options: Options): Promise<void> {
  const { db, chat } = desk;
  const query = anyWordOf(words.join(' '), synonymTable(db));
  const hits = query === null ? [] : topicHits(desk, nearestSessions(db, chat.name, query).slice(0, options.limit));
  if (options.json) return shell.print(topicHitsJson(chat, hits));
  if (hits.length === 0)
    throw nothingFound(
      `No session or question of ${chat.title} is near to "${words.join(' ')}". Look in the tweets too: edchat search ${words.join(' ')}`,
    );
  return shell.show(renderTopicHits(hits, chat, shell.look));
}

/** Near sessions with what is known of each. */
export function topicHits({ db, chat }: Desk, near: readonly NearSession[]): TopicHit[] {
  const sessions = new Map(
    listSessions(db, { ...wholeScope(db, chat), sessions: near.map(({ session }) => session) }).map((one) => [one.session, one]),
  );
  return near.flatMap(({ session, score, questions }) => {
    const summary = sessions.get(session);
    return summary === undefined ? [] : [{ session: summary, score, questions: questions.map(({ label, text }) => ({ label, text })) }];
  });
}
