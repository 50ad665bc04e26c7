/** The index of the search page: MiniSearch's, in pieces of a month, as scripts that a page opened from a folder may load. */
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { shippedFile } from '../files.ts';
import { safeJson } from '../render/json-text.ts';
import { harmless } from '../render/safe.ts';
import { sessionPath, tweetAnchor } from '../render/site/paths.ts';
import { MARK } from '../render/site/shell.ts';
import { topicText } from '../render/topic.ts';
import { tweetParts } from '../render/tweet-text.ts';
import { handle, longDate } from '../render/words.ts';
import type { SessionSummary, TweetView } from '../views.ts';

/** The tweets of a session, with the part of its pages each is on. */
export interface IndexedSession {
  readonly session: SessionSummary;
  readonly tweets: readonly { readonly tweet: TweetView; readonly part: number }[];
}

/** The piece a session belongs to: its month, `2016-04`. */
export function shardOf(session: string): string {
  return session.slice(0, 7);
}

/** The script of one piece. The page's own script (data/site/search.js) takes words apart in the same way. */
export function shardScript(name: string, sessions: readonly IndexedSession[]): string {
  const index = new MiniSearch<{ id: number; text: string; by: string }>({ fields: ['text', 'by'], tokenize, processTerm });
  const docs = sessions.flatMap(({ tweets }, at) =>
    tweets.map(({ tweet, part }) => [at, tweetAnchor(tweet.key), byOf(tweet), textOf(tweet), part] as const),
  );
  index.addAll(docs.map(([, , by, text], id) => ({ id, text, by })));
  const names = sessions.map(({ session }) => [sessionPath(session.session).replace(/\.html$/, '*.html'), nameOf(session)]);
  return `/* ${MARK} */\nedchatShard(${safeJson(name)}, ${safeJson({ sessions: names, docs, index: index.toJSON() })});\n`;
}

/** The script that names the pieces, newest first. */
export function shardList(names: readonly string[]): string {
  return `/* ${MARK} */\nwindow.edchatShards = ${safeJson(names.toSorted().toReversed())};\n`;
}

/** MiniSearch as browsers take it. */
export function searchLibrary(): string {
  const script = readFileSync(shippedFile('dist/site/minisearch.js'), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return `/* ${MARK}: MiniSearch, https://github.com/lucaong/minisearch, MIT licence */\n${script}`;
}

function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}']+/u);
}

function processTerm(term: string): string | null {
  const plain = term
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^'+|'+$/g, '')
    .slice(0, 40);
  return plain || null;
}

function textOf(tweet: TweetView): string {
  return tweetParts(tweet)
    .map(({ text }) => text)
    .join('');
}

function byOf({ author, authorName }: TweetView): string {
  return [harmless(authorName ?? ''), author === null ? '' : handle(author)].filter((words) => words !== '').join(' ') || 'someone';
}

function nameOf(session: SessionSummary): string {
  return [longDate(session.session), topicText(session.topic)].filter((words) => words !== '').join(': ');
}
