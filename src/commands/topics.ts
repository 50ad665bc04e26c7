import type { Command } from 'commander';
import { nearestTopics } from '../derive/nearest-topics.ts';
import { nothingFound } from '../errors.ts';
import { topicHitsJson, topicsJson } from '../render/json.ts';
import { renderTopicHits, renderTopics } from '../render/topics.ts';
import { nothingYet, wholeScope } from '../store/scope.ts';
import { listSessions, questionRows } from '../store/session-views.ts';
import { jsonOption, positive } from './options.ts';
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
      shell.reading((desk) => (words.length === 0 ? list(shell, desk, options) : near(shell, desk, words, options))),
    );
}

async function list(shell: Shell, { db, chat }: Desk, options: Options): Promise<void> {
  const sessions = listSessions(db, wholeScope(db, chat));
  if (options.json) return shell.print(topicsJson(chat, sessions));
  if (sessions.length === 0) throw nothingYet(db, chat);
  return shell.print(renderTopics(sessions, chat, shell.look));
}

async function near(shell: Shell, { db, chat }: Desk, words: readonly string[], options: Options): Promise<void> {
  const hits = nearestTopics(words, listSessions(db, wholeScope(db, chat)), questionRows(db, chat.name, null)).slice(0, options.limit);
  if (options.json) return shell.print(topicHitsJson(chat, hits));
  if (hits.length === 0)
    throw nothingFound(
      `No session or question of ${chat.title} is near to "${words.join(' ')}". Look in the tweets too: edchat search ${words.join(' ')}`,
    );
  return shell.print(renderTopicHits(hits, chat, shell.look));
}
