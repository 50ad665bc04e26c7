import { type Command, Option } from 'commander';
import { EXIT } from '../errors.ts';
import { joinArguments, phraseMeant } from '../query/arguments.ts';
import { explain, isAmbiguous } from '../query/explain.ts';
import { parse } from '../query/parse.ts';
import { searchJson } from '../render/json.ts';
import { renderSearch } from '../render/search.ts';
import { search } from '../store/search.ts';
import { topicsOf } from '../store/session-views.ts';
import { tweetsByKey } from '../store/tweet-views.ts';
import type { SearchView } from '../views.ts';
import { jsonOption, positive } from './options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly order: 'relevance' | 'newest' | 'oldest';
  readonly limit: number;
}

/** `edchat search WORDS…` */
export function declareSearch(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[words...]', 'the query; - reads it from standard input')
    .addOption(new Option('--order <order>', 'how to sort').choices(['relevance', 'newest', 'oldest']).default('relevance'))
    .option('--newest', 'newest first, short for --order newest')
    .option('--limit <n>', 'tweets to show', positive, 20)
    .option('--explain', 'say how the query was read')
    .addHelpText('after', HELP)
    .action((words: string[], options: Options & { newest?: boolean }) =>
      shell.reading((desk) => find(shell, desk, words, { ...options, order: options.newest ? 'newest' : options.order })),
    );
}

const HELP = `
What you can write:
  grading rubric          both words, in any form (grade, grading, grades)
  "growth mindset"        these words in a row
  sbg OR standards        either; AND binds tighter than OR, brackets group
  -retake                 without this word (also: ~retake, NOT retake)
  from:mslopez @mslopez   by this person; mentioning this person
  #sbg or tag:sbg         with this hashtag (quote the #, or the shell takes it)
  since:2016-04-01 until:2016-05-01   in the chat's own days; until: is not included
  week:2016-W15           a week, or week:2016-04-17

Examples:
  $ edchat search "growth mindset" from:mslopez
  $ edchat search rubric OR rubrics week:2016-04 --newest`;

async function find(shell: Shell, desk: Desk, words: readonly string[], options: Options): Promise<void> {
  const { db, chat } = desk;
  const text = words.length === 1 && words[0] === '-' ? await readAll(shell) : joinArguments(words);
  const query = parse(text);
  const read = explain(query, { zone: chat.zone });
  const onTerminal = shell.io.stderr.isTTY;
  if (options.explain || (onTerminal && isAmbiguous(query))) shell.note(`Read as: ${read}`);
  const scope = shell.chatOption() === null ? null : chat.name;
  const found = search(db, query, { chat: scope, zone: chat.zone, order: options.order, limit: options.limit });
  const views = tweetsByKey(
    db,
    chat.name,
    found.hits.map(({ key }) => key),
  );
  const hits = found.hits.flatMap(({ key, excerpt }) => {
    const tweet = views.get(key)?.view;
    return tweet === undefined ? [] : [{ tweet, excerpt }];
  });
  const topics = topicsOf(db, chat.name, [...new Set(hits.flatMap(({ tweet }) => tweet.session ?? []))]);
  const view: SearchView = { read, total: found.total, hits, topics };
  if (view.total === 0) shell.exitWith(EXIT.nothing);
  const phrase = phraseMeant(words);
  if (onTerminal && phrase !== null && view.total > hits.length)
    shell.note(`To find these words in a row, write: edchat search '${phrase}'`);
  await shell.print(options.json ? searchJson(text, view) : renderSearch(view, shell.look, { zone: chat.zone, order: options.order }));
}

async function readAll(shell: Shell): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of shell.io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
