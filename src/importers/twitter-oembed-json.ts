import { embeddedTweetIn } from '../parsing/embed.ts';
import { type JsonItem, jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, text } from '../parsing/json-value.ts';
import { statusOf } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Extracted, Importer } from './importer.ts';

/** Answers of publish.twitter.com/oembed, one or many: https://developer.x.com/en/docs/x-for-websites/oembed-api */
export const twitterOembedJson: Importer = {
  name: 'twitter-oembed-json',
  title: 'Embedded tweets (oEmbed JSON)',
  identify: ({ json }) => json !== null && isAnswer(json.record),
  async *extract(source) {
    for await (const item of jsonRecords(source)) yield await extractItem(item);
  },
};

function isAnswer(record: JsonObject | null): boolean {
  return (
    record !== null &&
    /^(?:twitter|x)$/i.test(text(record, 'provider_name') ?? '') &&
    text(record, 'html') !== null &&
    (statusOf(text(record, 'url') ?? '') !== null || /<blockquote\b[^>]*\btwitter-(?:tweet|video)\b/.test(text(record, 'html') ?? ''))
  );
}

async function extractItem(item: JsonItem): Promise<Extracted> {
  if (item.kind === 'rejected') return item;
  const { at, value } = item;
  const embed = await embeddedTweetIn(text(value, 'html') ?? '', at);
  const tweet = embed ?? stubOf(text(value, 'url') ?? '', at);
  if (tweet === null) return { kind: 'rejected', at, reason: 'not a tweet: neither its address nor its words name one' };
  return {
    kind: 'tweet',
    tweet: { ...tweet, author: tweet.author ?? handleIn(value), authorName: text(value, 'author_name') ?? tweet.authorName ?? null },
  };
}

function stubOf(url: string, at: string): RawTweet | null {
  const status = statusOf(url);
  return status === null ? null : { at, id: status.id, url, author: status.author, text: null, encoded: false, stub: true };
}

function handleIn(value: JsonObject): string | null {
  return /(?:twitter|x)\.com\/(\w{1,20})$/.exec(text(value, 'author_url') ?? '')?.[1] ?? null;
}
