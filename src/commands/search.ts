import { type Command, Option } from 'commander';
import { localDate } from '../calendar.ts';
import { EXIT, UserError } from '../errors.ts';
import { joinArguments, phraseMeant } from '../query/arguments.ts';
import type { Query } from '../query/ast.ts';
import { explain, isAmbiguous } from '../query/explain.ts';
import { parse } from '../query/parse.ts';
import { withSynonyms } from '../query/synonyms.ts';
import { listChats } from '../store/chats.ts';
import { keepSearch, listSaved } from '../store/saved-searches.ts';
import { countBy, MOST_READ } from '../store/search-facets.ts';
import { unknownCounts } from '../store/search-unknown.ts';
import { count, number } from '../render/words.ts';
import { MOST_COUNTED } from '../store/search-found.ts';
import { MOST_THREADS } from '../store/search-condition.ts';
import { cutThreads } from '../store/search-threads-cut.ts';
import { FACETS, type FacetBy, type SearchView } from '../search-views.ts';
import { jsonOption, positive } from './options.ts';
import { type Format, FORMATS, facetsAs, tweetsAs } from './search-formats.ts';
import { findTweets } from './search-results.ts';
import { synonymTable } from './synonyms.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly format: Format;
  readonly explain?: boolean;
  readonly order: 'relevance' | 'newest' | 'oldest';
  readonly limit: number;
  readonly page: number;
  readonly fold: boolean;
  readonly synonyms: boolean;
  readonly context?: number | true;
  readonly countBy?: FacetBy;
  readonly save?: string;
}

/** `edchat search WORDS…` */
export function declareSearch(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[words...]', 'the query; - reads it from standard input')
    .addOption(new Option('--order <order>', 'how to sort').choices(['relevance', 'newest', 'oldest']).default('relevance'))
    .addOption(new Option('--newest', 'newest first, short for --order newest').conflicts('oldest'))
    .option('--oldest', 'oldest first, short for --order oldest')
    .option('--limit <n>', 'tweets to show', positive, 20)
    .option('--page <n>', 'which page of that many', positive, 1)
    .option('--context [n]', 'show what stands around each: its conversation, else its neighbours in the session (2)', positive)
    .addOption(new Option('--format <format>', 'the form of what is found').choices(FORMATS).default('text'))
    .addOption(new Option('--count-by <what>', 'count the tweets found instead of showing them').choices(FACETS))
    .option('--save <name>', 'keep the search; use it again as saved:NAME')
    .option('--no-fold', 'show retweets one by one, not behind their original')
    .option('--no-synonyms', 'look for the words as typed: sbg does not find standards-based grading')
    .option('--explain', 'say how the query was read')
    .addHelpText('after', HELP)
    .action((words: string[], options: Options & { newest?: boolean; oldest?: boolean }) =>
      find(shell, words, { ...options, order: options.newest ? 'newest' : options.oldest ? 'oldest' : options.order }),
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
  is:question a:3         questions; answers to question 3
  has:link site:edutopia.org          with a link; to this site
All of it stands in docs/search.md.

Examples:
  $ edchat search "growth mindset" from:mslopez
  $ edchat search rubric OR rubrics week:2016-04 --newest
  $ edchat search "growth mindset" --count-by week
  $ edchat search rubric has:link --format csv --limit 500 > rubric.csv
  $ edchat search sbg has:link --save rubrics
  $ edchat search saved:rubrics newer_than:1y`;

async function find(shell: Shell, words: readonly string[], options: Options): Promise<void> {
  const text = words.length === 1 && words[0] === '-' ? await readAll(shell) : joinArguments(words);
  const name = options.save === undefined ? null : nameToSave(options.save);
  await shell.reading((desk) => answer(shell, desk, { words, text }, options));
  if (name !== null) await save(shell, name, text);
}

interface Typed {
  readonly words: readonly string[];
  readonly text: string;
}

async function answer(shell: Shell, desk: Desk, { words, text }: Typed, options: Options): Promise<void> {
  const { db, chat } = desk;
  const { query, added } = read(shell, desk, text, options);
  const line = explain(query, { zone: chat.zone });
  const onTerminal = shell.io.stderr.isTTY;
  if (options.explain || (onTerminal && (isAmbiguous(query) || added))) shell.note(`Read as: ${line}`);
  const place = { chat: shell.chatOption() === null ? null : chat.name, zone: chat.zone };
  for (const { of, tweets } of unknownCounts(db, query, place, MOST_COUNTED)) shell.note(unknownWords(of, tweets));
  if (cutThreads(db, query, place)) {
    shell.note(`thread:{…} follows the newest ${number(MOST_THREADS)} tweets of what stands in it: for others, name a time in it`);
  }
  const format = options.json ? 'json' : options.format;
  if (options.countBy !== undefined) {
    const names = place.chat === null ? listChats(db).map(({ name }) => name) : [place.chat];
    const { facets, more } = countBy(db, query, options.countBy, place, names);
    if (facets.length === 0) shell.exitWith(EXIT.nothing);
    if (more) shell.note(`Counted were the newest ${number(MOST_READ)} of the tweets found: for others, name a time (season:2015-16)`);
    return facetsAs(format, shell, { facets, more, by: options.countBy, text, read: line, limit: options.limit });
  }
  const view = findTweets(desk, query, {
    ...place,
    order: options.order,
    limit: options.limit,
    offset: (options.page - 1) * options.limit,
    fold: options.fold,
    context: options.context === true ? 2 : (options.context ?? 0),
    read: line,
  });
  if (view.hits.length === 0) shell.exitWith(EXIT.nothing);
  if (onTerminal) for (const hint of hints(words, view, options)) shell.note(hint);
  return tweetsAs(format, shell, desk, { view, text });
}

function unknownWords(of: string, tweets: number): string {
  const many = tweets === MOST_COUNTED ? 'at least ' : '';
  return `${many}${count(tweets, 'more tweet carries', 'more tweets carry')} no count of ${of}: whether they belong here is not known`;
}

function hints(words: readonly string[], { hits, total, offset }: SearchView, { page, limit }: Options): string[] {
  const isMore = offset + hits.length < total && hits.length >= limit;
  const phrase = phraseMeant(words);
  return [
    ...(phrase !== null && isMore ? [`To find these words in a row, write: edchat search '${phrase}'`] : []),
    ...(isMore ? [`The next page: --page ${page + 1}; more of them: --limit ${limit * 5}`] : []),
    ...(hits.length === 0 && offset > 0 && total > 0 ? [`There is no page ${page}: begin with --page 1`] : []),
  ];
}

function read(shell: Shell, { db, chat }: Desk, text: string, { synonyms }: Options): { query: Query; added: boolean } {
  const saved = new Map(listSaved(db).map(({ name, query }) => [name, query]));
  const query = parse(text, {
    today: localDate(shell.io.now(), chat.zone),
    saved: (name) => saved.get(name) ?? null,
    savedNames: [...saved.keys()],
  });
  if (!synonyms) return { query, added: false };
  const wider = withSynonyms(query, synonymTable(db));
  return { query: wider.query, added: wider.added.length > 0 };
}

function nameToSave(name: string): string {
  const bare = name.trim().toLowerCase();
  if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(bare))
    throw new UserError(`--save ${name}: a name is one word of letters, digits, - and _: --save rubrics`);
  return bare;
}

async function save(shell: Shell, name: string, text: string): Promise<void> {
  await shell.writing((db) => keepSearch(db, name, text, shell.io.now()));
  shell.note(`Saved. Use it again: edchat search saved:${name}`);
}

async function readAll(shell: Shell): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of shell.io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
