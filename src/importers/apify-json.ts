import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, children, count, text } from '../parsing/json-value.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import { linkOf, mediaOf, names } from '../parsing/v1-tweet.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';

const RETWEETED = ['retweet', 'retweetedTweet', 'retweeted_tweet'];

/** Data sets of the Tweet Scraper on Apify: https://apify.com/apidojo/tweet-scraper */
export const apifyJson: Importer = {
  name: 'apify-json',
  title: 'Apify Tweet Scraper (JSON, JSON Lines)',
  identify: ({ json, whole, text: content }) => json !== null && isApifyTweet(json.record) && !(whole && breaksOff(content)),
  async *extract(source) {
    for await (const item of jsonRecords(source)) {
      const reason = item.kind === 'rejected' ? item.reason : whyNot(item.value);
      if (item.kind === 'record' && reason === null) yield { kind: 'tweet', tweet: readTweet(item.value, item.at) };
      else yield { kind: 'rejected', at: item.at, reason: reason ?? 'not a tweet' };
    }
  },
};

/** Whether a JSON value is a tweet of this scraper. */
export function isApifyTweet(record: JsonObject | null): boolean {
  return text(record, 'type') === 'tweet' && text(child(record, 'author'), 'userName') !== null && text(record, 'id') !== null;
}

/** Whether a list was cut out by hand, between two records: what it should hold nobody can tell. */
export function breaksOff(content: string): boolean {
  return /\},\s*$/.test(content);
}

function whyNot(record: JsonObject): string | null {
  if (text(record, 'id') === null && text(record, 'url') === null)
    return record['noResults'] === true ? 'the search found no tweets' : 'not a tweet: it has no id';
  return wordsOf(record) === null ? 'not a tweet: it has no text' : null;
}

function readTweet(post: JsonObject, at: string): RawTweet {
  const retweeted = RETWEETED.map((key) => child(post, key)).find((inner) => wordsOf(inner) !== null) ?? null;
  const quoted = child(post, 'quote');
  const from = retweeted ?? post;
  const original = authorOf(retweeted);
  const words = original === null ? wordsOf(post) : `RT @${original}: ${wordsOf(retweeted)}`;
  const entities = child(from, 'entities');
  return {
    at,
    id: text(post, 'id'),
    url: text(post, 'twitterUrl') ?? text(post, 'url'),
    author: authorOf(post),
    authorName: text(child(post, 'author'), 'name'),
    authorId: text(child(post, 'author'), 'id'),
    createdAt: text(post, 'createdAt'),
    text: words,
    encoded: true,
    truncated: retweeted === null && isCutRetweet(words),
    replyTo: replyTo(post),
    retweetOf: retweeted === null ? retweetByText(words) : { id: text(retweeted, 'id'), author: original },
    quoteOf: retweeted === null ? reference(text(post, 'quoteId') ?? text(quoted, 'id'), authorOf(quoted)) : null,
    conversation: text(post, 'conversationId'),
    links: children(entities, 'urls').map(linkOf),
    media: children(child(from, 'extendedEntities') ?? entities, 'media').map(mediaOf),
    hashtags: names(entities, 'hashtags', 'text'),
    mentions: [...(original === null ? [] : [original]), ...names(entities, 'user_mentions', 'screen_name')],
    counts:
      retweeted === null
        ? {
            likes: count(post, 'likeCount'),
            retweets: count(post, 'retweetCount'),
            replies: count(post, 'replyCount'),
            quotes: count(post, 'quoteCount'),
          }
        : {},
    lang: text(post, 'lang'),
    client: text(post, 'source'),
    context: [retweeted, quoted].flatMap((inner) =>
      wordsOf(inner) === null || inner === null ? [] : [{ ...readTweet(inner, at), context: [] }],
    ),
  };
}

// Against what the names say, `fullText` is the one that is cut.
function wordsOf(post: JsonObject | null): string | null {
  return text(post, 'text') ?? text(post, 'fullText');
}

function authorOf(post: JsonObject | null): string | null {
  return text(child(post, 'author'), 'userName');
}

// With a name and no tweet it is only a tweet that begins with that name.
function replyTo(post: JsonObject): RawReference | null {
  const id = text(post, 'inReplyToId');
  return id === null ? null : { id, author: text(post, 'inReplyToUsername') };
}

function reference(id: string | null, author: string | null): RawReference | null {
  return id === null ? null : { id, author };
}
