import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blueskyJson } from '../../src/importers/bluesky-json.ts';
import type { Importer } from '../../src/importers/importer.ts';
import { mastodonApiJson } from '../../src/importers/mastodon-api-json.ts';
import { mastodonOutbox } from '../../src/importers/mastodon-outbox.ts';
import { timeOfTid } from '../../src/normalise/identity.ts';
import { mergeTweets } from '../../src/normalise/merge.ts';
import { normalise } from '../../src/normalise/tweet.ts';
import { type Tweet, kindOf, tweetUrl } from '../../src/tweet.ts';
import { extractAll, fileSource, memorySource } from './source.ts';

/** The tweets of a fixture, as the archive would know them, by key. */
async function tweetsOf(importer: Importer, fixture: string): Promise<Map<string, Tweet>> {
  const source = await fileSource(fileURLToPath(new URL(`../fixtures/${importer.name}/${fixture}`, import.meta.url)));
  const tweets = (await extractAll(importer, source)).flatMap((item) => (item.kind === 'tweet' ? [normalise(item.tweet)] : []));
  return new Map(tweets.flatMap((result) => ('tweet' in result ? [[result.tweet.key, result.tweet] as const] : [])));
}

describe('one post in the exports of two servers', () => {
  test('is one tweet, its reply tied, with the best of both', async () => {
    const [here, there] = [await tweetsOf(mastodonApiJson, 'timeline.json'), await tweetsOf(mastodonApiJson, 'other-server.json')];
    const both = [...here.keys()].filter((key) => there.has(key));
    expect(both).toHaveLength(2);
    for (const key of both) {
      const [a, b] = [here.get(key)!, there.get(key)!];
      const merged = mergeTweets(a, b);
      expect(merged).toEqual(mergeTweets(b, a));
      expect([a.text, a.author, a.replyTo, a.hashtags, a.mentions, a.media]).toEqual([
        b.text,
        b.author,
        b.replyTo,
        b.hashtags,
        b.mentions,
        b.media,
      ]);
      expect(merged.links.map(({ url }) => url)).toEqual(b.links.map(({ url }) => url));
    }
    const reply = both.map((key) => there.get(key)!).find(({ replyTo }) => replyTo !== null);
    expect(reply?.likes).toBe(9);
    expect(both).toContain(reply?.replyTo);
  });

  test('meets the copy in the archive of its author', async () => {
    const [here, own] = [await tweetsOf(mastodonApiJson, 'timeline.json'), await tweetsOf(mastodonOutbox, 'with-actor/outbox.json')];
    const [copy] = own.values();
    const post = here.get(copy!.key);
    expect(post).toMatchObject({ author: copy?.author, authorId: copy?.authorId, text: copy?.text, hashtags: copy?.hashtags });
    expect(tweetUrl(copy!)).toBe(copy!.key.replace('mastodon:', ''));
  });
});

describe('names and addresses', () => {
  test('a handle with dots and a host survives', async () => {
    const tweets = [...(await tweetsOf(mastodonApiJson, 'timeline.json')).values()];
    const boost = tweets.find(({ isRetweet }) => isRetweet);
    expect(boost).toMatchObject({ author: 'coot.math@pond.example', retweetOfAuthor: 'tern_teaches@pond.example' });
    expect(boost?.text).toMatch(/^RT @tern_teaches@pond\.example: Q1:/);
    expect(tweets.find(({ text }) => text.startsWith('@coot.math yes'))?.mentions).toEqual(['coot.math@pond.example']);
  });

  test('a hashtag with accents is the one that the server folded', async () => {
    const tweets = [...(await tweetsOf(mastodonApiJson, 'timeline.json')).values()];
    expect(tweets.find(({ text }) => text.startsWith('Q1'))?.hashtags).toEqual(['iaedchat', 'mananasfelices']);
  });

  test('a Bluesky post has the address that people know', async () => {
    const tweets = [...(await tweetsOf(blueskyJson, 'search.json')).values()];
    const post = tweets.find(({ author }) => author === 'wren-reads.bsky.social');
    expect(tweetUrl(post!)).toMatch(/^https:\/\/bsky\.app\/profile\/wren-reads\.bsky\.social\/post\/\w{13}$/);
    const nameless = tweets.find(({ author }) => author === null);
    expect(tweetUrl(nameless!)).toMatch(/^https:\/\/bsky\.app\/profile\/did:plc:lost\w+\/post\/\w{13}$/);
  });

  test('an answer to a post that nobody can find is a reply when its author is known', async () => {
    const tweets = [...(await tweetsOf(mastodonApiJson, 'timeline.json')).values()];
    const far = tweets.find(({ text }) => text === '@egret that is lovely');
    expect(far).toMatchObject({ replyTo: null, replyToAuthor: 'egret@reed.example' });
    expect(kindOf(far!)).toBe('reply');
  });
});

describe('the time of a Bluesky post', () => {
  test('is in its address', () => {
    // https://atproto.com/specs/tid
    expect(timeOfTid('at://did:plc:a/app.bsky.feed.post/3jzfcijpj2z2a')).toBe(1_688_137_381_887);
    expect(timeOfTid('at://did:plc:a/app.bsky.feed.post/self')).toBeNull();
    expect(timeOfTid('721852617572552704')).toBeNull();
  });

  test.each([
    ['A1 no date at all', '2024-11-18T02:09:00.000Z', 'the address where none is stated'],
    ['A1 written by a clock', '2024-11-18T02:08:00.000Z', 'when the server saw it, where a later one is stated'],
    ['Late answer', '2024-11-18T02:05:14.000Z', 'as stated, in any zone'],
    ['A1 “Frindle”', '2024-11-18T02:04:10.140Z', 'as stated, in microseconds'],
    ['A1 A book about #birds', '2024-11-18T00:58:00.000Z', 'as stated, though it was bridged later'],
  ])('%s … %s: %s', async (start, iso) => {
    const tweets = [...(await tweetsOf(blueskyJson, 'search.json')).values()];
    const tweet = tweets.find(({ text }) => text.startsWith(start));
    expect(new Date(tweet!.createdAt).toISOString()).toBe(iso);
  });
});

test('a thread a thousand answers deep is read', async () => {
  const post = (n: number) => ({
    uri: `at://did:plc:a/app.bsky.feed.post/${n}`,
    author: {},
    record: { createdAt: '2024-11-18T02:00:00Z', text: `${n}` },
  });
  const json = `{"thread":{"$type":"app.bsky.feed.defs#threadViewPost","post":${JSON.stringify(post(0))},"replies":[`;
  const inner = Array.from({ length: 1000 }, (_, n) => `{"post":${JSON.stringify(post(n + 1))},"replies":[`).join('');
  const source = memorySource(`${json}${inner}${']}'.repeat(1000)}]}}`);
  expect(blueskyJson.identify(source.head)).toBe(true);
  expect(await extractAll(blueskyJson, source)).toHaveLength(1001);
});
