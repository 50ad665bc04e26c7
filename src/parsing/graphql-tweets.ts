/** Tweets in the answers that x.com's own pages get from its servers: timelines, searches and conversations of one shape. */
import type { RawTweet } from '../tweet.ts';
import { type JsonObject, child, isObject, text } from './json-value.ts';
import { v1Tweet } from './v1-tweet.ts';

// In these answers nothing is deeper; a file can claim anything.
const MAX_DEPTH = 60;
const MAX_QUOTES = 3;

/** One tweet of an answer, or one thing in the place of a tweet that is none. */
export type GraphqlItem =
  | { readonly kind: 'tweet'; readonly tweet: RawTweet }
  /** Put in by the platform: an advertisement, or tweets of others it suggests. */
  | { readonly kind: 'promoted' }
  /** A tweet that was deleted, or is hidden from the one who looked. */
  | { readonly kind: 'gone' };

/** The tweets of one answer, each once, those that others quote or repeat inside them. */
export function* graphqlTweets(answer: unknown, at: (index: number) => string): Generator<GraphqlItem> {
  const seen = new Set<string>();
  for (const found of resultsIn(answer, 0)) {
    if (typeof found === 'string') yield { kind: found };
    else {
      const id = text(found, 'rest_id') ?? '';
      if (seen.has(id)) continue;
      seen.add(id);
      yield { kind: 'tweet', tweet: graphqlTweet(found, at(seen.size)) };
    }
  }
}

function* resultsIn(value: unknown, depth: number): Generator<JsonObject | 'promoted' | 'gone'> {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* resultsIn(item, depth + 1);
  } else if (isObject(value)) {
    const result = resultOf(value);
    if (isPutIn(value)) yield 'promoted';
    else if (result !== null) yield result;
    else if (text(value, '__typename') === 'TweetTombstone') yield 'gone';
    else for (const item of Object.values(value)) yield* resultsIn(item, depth + 1);
  }
}

function isPutIn(value: JsonObject): boolean {
  return isObject(value['promotedMetadata']) || /^(?:promoted-?tweet|tweetdetailrelatedtweets)/.test(text(value, 'entryId') ?? '');
}

// Some tweets stand in a wrapper that says who may see them.
function resultOf(value: JsonObject | null): JsonObject | null {
  const result = text(value, '__typename') === 'TweetWithVisibilityResults' ? child(value, 'tweet') : value;
  const isTweet = text(result, 'rest_id') !== null && text(child(result, 'legacy'), 'full_text') !== null;
  return isTweet ? result : null;
}

function graphqlTweet(result: JsonObject, at: string): RawTweet {
  const edits = editsOf(result);
  const own = text(result, 'rest_id');
  const id = edits.at(-1) ?? own;
  const tweet = v1Tweet(statusOf(result, 0), at);
  const conversation = text(child(result, 'legacy'), 'conversation_id_str');
  // An edited tweet is one post with several ids, the last of which is its address; an earlier wording gives way to the last.
  return {
    ...tweet,
    id,
    truncated: id !== own || (tweet.truncated ?? false),
    conversation: conversation !== null && edits.includes(conversation) ? id : conversation,
  };
}

function editsOf(result: JsonObject): string[] {
  const control = child(result, 'edit_control');
  const ids = (child(control, 'edit_control_initial') ?? control)?.['edit_tweet_ids'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

// A result holds a tweet of API 1.1 in pieces: put together again, it is read as one.
function statusOf(result: JsonObject, depth: number): JsonObject {
  const legacy = child(result, 'legacy') ?? {};
  const note = child(child(child(result, 'note_tweet'), 'note_tweet_results'), 'result');
  const whole = text(note, 'text');
  const retweeted = innerStatus(child(legacy, 'retweeted_status_result') ?? child(result, 'retweeted_status_result'), depth);
  const quoted = innerStatus(child(result, 'quoted_status_result'), depth);
  return {
    ...legacy,
    id_str: text(result, 'rest_id'),
    user: userOf(result),
    source: text(result, 'source') ?? text(legacy, 'source'),
    ...(whole === null ? {} : { full_text: whole, entities: child(note, 'entity_set') ?? child(legacy, 'entities') }),
    // The pictures of a long post stand with its cut form.
    extended_entities: child(legacy, 'extended_entities') ?? child(legacy, 'entities'),
    ...(retweeted === null ? {} : { retweeted_status: retweeted }),
    ...(quoted === null ? {} : { quoted_status: quoted }),
  };
}

function innerStatus(wrapper: JsonObject | null, depth: number): JsonObject | null {
  const result = resultOf(child(wrapper, 'result'));
  return result === null || depth >= MAX_QUOTES ? null : statusOf(result, depth + 1);
}

// Names moved from `legacy` to `core` in 2025.
function userOf(result: JsonObject): JsonObject {
  const user =
    child(child(child(result, 'core'), 'user_results'), 'result') ?? child(child(child(result, 'core'), 'user_result'), 'result');
  const core = child(user, 'core');
  const legacy = child(user, 'legacy');
  return {
    id_str: text(user, 'rest_id') ?? text(child(result, 'legacy'), 'user_id_str'),
    screen_name: text(core, 'screen_name') ?? text(legacy, 'screen_name'),
    name: text(core, 'name') ?? text(legacy, 'name'),
  };
}

/** One sentence that counts what stood in the place of tweets, or null when there was nothing such. */
export function leftOutOfAnswers(promoted: number, gone: number): string | null {
  const parts = [
    promoted === 0 ? [] : [`${promoted} ${promoted === 1 ? 'advertisement or suggestion' : 'advertisements or suggestions'}`],
    gone === 0 ? [] : [`${gone} ${gone === 1 ? 'tweet that is' : 'tweets that are'} deleted or hidden`],
  ].flat();
  return parts.length === 0 ? null : `${parts.join(' and ')} ${promoted + gone === 1 ? 'was' : 'were'} left out`;
}
