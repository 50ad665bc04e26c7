import { type JsonItem, jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, isObject, text } from '../parsing/json-value.ts';
import { v1Tweet, whyNoTweet } from '../parsing/v1-tweet.ts';
import type { Extracted, Importer, JsonOutline } from './importer.ts';

/** Answers of Twitter's API 1.1 as people's scripts saved them: https://developer.x.com/en/docs/twitter-api/v1 */
export const twitterV1: Importer = {
  name: 'twitter-v1.1-json',
  title: 'Twitter API 1.1 tweets (JSON, JSON Lines, JavaScript)',
  identify({ json }) {
    if (json === null || /^(?:window\.YTD|Grailbird)\b/.test(json.prefix)) return false;
    const { record } = json;
    if (record === null) return json.keys.includes('statuses') && json.keys.includes('search_metadata');
    return isStatus(record) || isSearchPage(record);
  },
  async *extract(source) {
    for await (const item of jsonRecords(source, listOf(source.head.json))) yield* extractItem(item);
  },
};

// Scrapers copied the API's names but not its `user`; the fields of API 2 have no `id_str`.
function isStatus(record: JsonObject): boolean {
  const named = text(child(record, 'user'), 'screen_name') ?? text(child(record, 'user'), 'id_str');
  return (
    text(record, 'id_str') !== null &&
    text(record, 'created_at') !== null &&
    named !== null &&
    (text(record, 'full_text') ?? text(record, 'text')) !== null
  );
}

function isSearchPage(record: JsonObject): boolean {
  const { statuses } = record;
  const first: unknown = Array.isArray(statuses) ? statuses[0] : null;
  return isObject(first) && isStatus(first);
}

// An object is one tweet, or it wraps a list of them: `statuses` in Twitter's own answers, any name in people's scripts.
function listOf(json: JsonOutline | null): string | undefined {
  if (json === null || json.keys.includes('id_str')) return undefined;
  return json.keys.includes('statuses') ? 'statuses' : '*';
}

function* extractItem(item: JsonItem): Generator<Extracted> {
  if (item.kind === 'rejected') yield item;
  else if (Array.isArray(item.value['statuses'])) {
    for (const [index, status] of item.value['statuses'].entries()) yield extractStatus(status, `${item.at}, tweet ${index + 1}`);
  } else yield extractStatus(item.value, item.at);
}

function extractStatus(status: unknown, at: string): Extracted {
  const reason = whyNoTweet(status);
  if (reason !== null || !isObject(status)) return { kind: 'rejected', at, reason: reason ?? 'not a tweet' };
  return { kind: 'tweet', tweet: v1Tweet(status, at) };
}
