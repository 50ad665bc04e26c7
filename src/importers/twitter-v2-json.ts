import { type SalvagedItem, recordsOrParts } from '../parsing/json-salvage.ts';
import { type JsonObject, child, children, isObject, text } from '../parsing/json-value.ts';
import { type Included, includedIn, isV2Tweet, v2Tweet, whyNoV2Tweet } from '../parsing/v2-tweet.ts';
import type { Extracted, Head, Importer } from './importer.ts';

const TWEET_ANSWERS =
  /\/2\/(?:tweets(?:\/search\/\w+|\/sample\/stream|\/\d+\/quote_tweets)?|users\/\w+\/(?:tweets|mentions|timelines\/\w+))(?:\?|$)/;

/** Answers of Twitter's API 2, as twarc2 saves them (https://twarc-project.readthedocs.io), or flattened with `twarc2 flatten`. */
export const twitterV2Json: Importer = {
  name: 'twitter-v2-json',
  title: 'Twitter API 2 tweets (twarc2; JSON, JSON Lines)',
  identify: (head) => head.json !== null && head.json.prefix === '' && (showsTweet(head) || isEmptyAnswer(head.json.record)),
  async *extract(source) {
    for await (const item of recordsOrParts(source, 'data')) yield* extractItem(item);
  },
};

// A page is seen whole, as a line, or only by its first tweet; in a stream `data` is a single tweet.
function showsTweet({ json, text: start }: Head): boolean {
  const record = json?.record ?? null;
  const data = record?.['data'];
  const first: unknown = Array.isArray(data) ? data[0] : (data ?? record);
  if (isV2Tweet(first)) return true;
  const keys = new Set([...(json?.keys ?? []), ...Object.keys(record ?? {})]);
  if (!keys.has('data') && !keys.has('includes')) return false;
  // Who asked for no fields got `id` and `text` only; the page still says where in the search it stands.
  if (isBareTweet(first)) return ['meta', 'includes', '__twarc'].some((key) => keys.has(key));
  return keys.has('matching_rules') ? /"data":\s*\{[^{}]*"author_id"/.test(start) : isCutBehindIncludes(keys, first, start);
}

function isBareTweet(value: unknown): boolean {
  return isObject(value) && /^\d{5,19}$/.test(text(value, 'id') ?? '') && text(value, 'text') !== null && !('event_type' in value);
}

// Where a program sorted the keys, `data` can be out of sight.
function isCutBehindIncludes(keys: ReadonlySet<string>, first: unknown, start: string): boolean {
  return keys.has('includes') && !isObject(first) && /"(?:author_id|edit_history_tweet_ids)":/.test(start);
}

// A search that found nothing on its first page.
function isEmptyAnswer(record: JsonObject | null): boolean {
  return record !== null && !('data' in record) && TWEET_ANSWERS.test(text(child(record, '__twarc'), 'url') ?? '');
}

function* extractItem(item: SalvagedItem): Generator<Extracted> {
  if (item.kind === 'rejected') {
    yield item;
    return;
  }
  const { at, value } = item;
  const { data } = value;
  const included = includedIn(value);
  // What a page holds besides `data` came along with it and was not asked for.
  if (Array.isArray(data)) {
    for (const [index, tweet] of data.entries()) yield extractTweet(tweet, included, `${at}, tweet ${index + 1}`);
  } else if (isObject(data)) yield extractTweet(data, included, at);
  else if (text(value, 'id') !== null) yield extractTweet(value, included, at);
  else if (!('meta' in value) && !('__twarc' in value)) yield { kind: 'rejected', at, reason: whyNot(value) };
}

function whyNot(value: JsonObject): string {
  const [error] = children(value, 'errors');
  const detail = text(error, 'detail') ?? text(error, 'title');
  return detail === null ? 'not a tweet: it has no id' : `not a tweet but a message of Twitter: ${detail.replace(/\.$/, '')}`;
}

function extractTweet(tweet: unknown, included: Included, at: string): Extracted {
  const reason = whyNoV2Tweet(tweet);
  if (reason !== null || !isObject(tweet)) return { kind: 'rejected', at, reason: reason ?? 'not a tweet' };
  return { kind: 'tweet', tweet: v2Tweet(tweet, included, at) };
}
