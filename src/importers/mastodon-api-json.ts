import { type JsonItem, jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, isObject } from '../parsing/json-value.ts';
import { knownPosts } from '../parsing/mastodon-known.ts';
import { isStatus, mastodonTweet, restriction } from '../parsing/mastodon-status.ts';
import { postReader } from '../parsing/post-html.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer, JsonOutline, Source } from './importer.ts';

/** Answers of Mastodon's API, of one server or several: timelines, contexts of a post, searches, streams. */
export const mastodonApiJson: Importer = {
  name: 'mastodon-api-json',
  title: 'Mastodon posts (API JSON, JSON Lines)',
  identify({ json }) {
    if (json === null || json.prefix !== '') return false;
    if (isOneStatus(json)) return true;
    if (json.record === null || json.keys.includes('statuses')) return isContext(json.keys) || isSearch(json.keys);
    const first = statusesIn(json.record)[0];
    return isStatus(first) || (first === undefined && isContext(json.keys));
  },
  async *extract(source) {
    const list = listOf(source.head.json);
    const desk = { known: await readKnown(source, list), read: await postReader() };
    for await (const item of places(source, list)) {
      if (item.kind === 'rejected') {
        yield item;
        continue;
      }
      if (isStatus(item.value)) yield { kind: 'tweet', tweet: { ...mastodonTweet(item.value, item.at, desk), ...audienceOf(item.value) } };
      else yield { kind: 'rejected', at: item.at, reason: 'not a post: it has no uri, no author or no content' };
    }
  },
};

// A reply can come before what it answers, and names it by a number: so the file is read twice.
async function readKnown(source: Source, list: string | undefined) {
  const known = knownPosts();
  for await (const item of places(source, list)) if (item.kind === 'record') known.note(item.value);
  return known;
}

async function* places(source: Source, list: string | undefined): AsyncGenerator<JsonItem> {
  for await (const item of jsonRecords(source, list)) {
    if (item.kind === 'rejected' || isStatus(item.value)) yield item;
    else {
      const inner = statusesIn(item.value);
      for (const [index, value] of inner.entries())
        yield isObject(value) ? { kind: 'record', at: placeOf(item.at, index, inner), value } : notARecord(item.at);
    }
  }
}

function placeOf(at: string, index: number, { length }: readonly unknown[]): string {
  return length === 1 ? at : `${at}, post ${index + 1}`;
}

function notARecord(at: string): JsonItem {
  return { kind: 'rejected', at, reason: 'not a record, only a single value' };
}

// One post, or an answer that wraps a list of them.
function statusesIn(value: JsonObject): readonly unknown[] {
  const { ancestors, descendants, statuses } = value;
  const lists = [ancestors, statuses, descendants].filter((list) => Array.isArray(list));
  return lists.length === 0 ? [value] : lists.flat();
}

// What is first in sight of a single post is the first of its pictures, tags or mentions.
function isOneStatus({ container, keys }: JsonOutline): boolean {
  return container === 'object' && ['uri', 'account', 'content', 'visibility'].every((key) => keys.includes(key));
}

function isContext(keys: readonly string[]): boolean {
  return keys.includes('ancestors') && keys.includes('descendants');
}

function isSearch(keys: readonly string[]): boolean {
  return keys.includes('statuses') && keys.includes('accounts') && keys.includes('hashtags');
}

function listOf(json: JsonOutline | null): string | undefined {
  if (json === null || isOneStatus(json)) return undefined;
  return json.keys.includes('statuses') ? 'statuses' : '*';
}

function audienceOf(status: JsonObject): Pick<RawTweet, 'audience'> {
  const boosted = status['reblog'];
  const audience = restriction(status) ?? (isObject(boosted) ? restriction(boosted) : null);
  return audience === null ? {} : { audience };
}
