#!/usr/bin/env node
// Writes invented exports of any size, always the same for the same arguments, and never holds more than a week of them.
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiJson } from './data/api.mjs';
import { storifyPage } from './data/storify.mjs';
import { COLUMNS, tagsRow } from './data/tags.mjs';
import { chatsOf, weekOf, weeksOf } from './data/tweets.mjs';

const USAGE = `Usage: node bench/generate.mjs FORMAT TWEETS [PATH] [FIRST-LAST]

FORMAT   api (JSON Lines of Twitter's API 1.1), tags (CSV of a TAGS sheet, newest first) or storify (a folder of pages)
TWEETS   how many: 10000, 100000, 1000000, 10000000; 2,000 a week, for 500 weeks of one chat, then of more chats
PATH     where to write; without it, or for -, standard output
FIRST-LAST  only these weeks of them, counted from 0; the week after the last one is what came next

Example: node bench/generate.mjs api 1000000 - 500-500 | edchat import -`;

/** The weeks of an export, oldest first. */
export function* weeks(tweets, first = 0, last = weeksOf(tweets) - 1) {
  for (let week = first; week <= last; week += 1) yield { week, tweets: weekOf(week, chatsOf(tweets)) };
}

function* apiChunks(tweets, first, last) {
  for (const one of weeks(tweets, first, last)) yield one.tweets.map((tweet) => `${apiJson(tweet)}\n`);
}

function* tagsChunks(tweets, first = 0, last = weeksOf(tweets) - 1) {
  yield [`${COLUMNS}\n`];
  for (let week = last; week >= first; week -= 1) {
    yield weekOf(week, chatsOf(tweets))
      .toReversed()
      .map((tweet) => `${tagsRow(tweet)}\n`);
  }
}

const LINES = 200;
/** Tweets of a story: the largest pages that people kept are about so long. */
const STORY = 500;

async function write(chunks, stream) {
  for (const lines of chunks) {
    for (let at = 0; at < lines.length; at += LINES) {
      if (!stream.write(lines.slice(at, at + LINES).join(''))) await once(stream, 'drain');
    }
  }
  if (stream === process.stdout) return;
  stream.end();
  await once(stream, 'finish');
}

/** Writes an export; `path` is a file, `-` for standard output, or the folder of a Storify export. */
export async function generate(format, tweets, path = '-', first, last) {
  if (format === 'storify') {
    mkdirSync(path, { recursive: true });
    for (const one of weeks(tweets, first, last)) {
      for (let at = 0; at < one.tweets.length; at += STORY) {
        const name = `chat-week-${String(one.week).padStart(4, '0')}-${at / STORY + 1}`;
        writeFileSync(join(path, `${name}.html`), storifyPage(one.tweets.slice(at, at + STORY), name));
      }
    }
    return;
  }
  const chunks = format === 'tags' ? tagsChunks(tweets, first, last) : apiChunks(tweets, first, last);
  await write(chunks, path === '-' ? process.stdout : createWriteStream(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [format, tweets, path, range] = process.argv.slice(2);
  if (!/^(?:api|tags|storify)$/.test(format ?? '') || !/^\d+$/.test(tweets ?? '') || (format === 'storify' && (path ?? '-') === '-')) {
    console.error(USAGE);
    process.exit(2);
  }
  const [first, last = first] = range?.split('-').map(Number) ?? [];
  await generate(format, Number(tweets), path, first, last);
}
