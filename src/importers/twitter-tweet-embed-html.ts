import { embeddedTweet } from '../parsing/embed.ts';
import { lineIn, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { numberIn, wordsOf } from '../parsing/page-words.ts';
import { addressOnly, statusOf } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

const RENDERED = 'blockquote[data-tweet-id]';
const PASTED = 'blockquote.twitter-tweet, blockquote.twitter-video';
// Frames and other boxes that a script fills: the saved page holds the tweet's number alone.
const FRAMES = 'iframe[data-tweet-id], twitterwidget[data-tweet-id], iframe[src*="/embed/Tweet.html"], amp-twitter[data-tweetid]';

/** A page with tweets in it, such as a post of a blog: https://developer.x.com/en/docs/x-for-websites */
export const twitterTweetEmbedHtml: Importer = {
  name: 'twitter-tweet-embed-html',
  title: 'Web page with embedded tweets',
  identify: (head) => pageKind(head) === 'twitter-tweet-embed-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    const elements = $(`${RENDERED}, ${PASTED}, ${FRAMES}`).filter((_, node) => !isInside($(node)));
    for (const [index, node] of elements.toArray().entries()) {
      const at = `embed ${index + 1}`;
      const tweet = readEmbed($, $(node), at);
      yield tweet === null ? { kind: 'rejected', at, reason: 'not a tweet: the embed names no address of one' } : { kind: 'tweet', tweet };
    }
  },
};

// A frame inside a quote shows the same tweet; a quote inside a quote is the tweet it answers.
function isInside(element: Nodes): boolean {
  return !element.is(PASTED) && element.parents(`${RENDERED}, ${PASTED}`).length > 0;
}

function readEmbed($: Page, element: Nodes, at: string): RawTweet | null {
  if (element.is(RENDERED)) return renderedTweet($, element, at);
  if (!element.is('blockquote')) return addressOnly(addressOfFrame(element), at);
  const tweet = embeddedTweet($, element, at);
  const parent = element.attr('data-in-reply-to') ?? '';
  return tweet === null || !/^\d+$/.test(parent) ? tweet : { ...tweet, replyTo: { id: parent } };
}

function addressOfFrame(element: Nodes): string {
  const id = element.attr('data-tweet-id') ?? element.attr('data-tweetid') ?? /[?&]id=(\d+)/.exec(element.attr('src') ?? '')?.[1];
  return `https://twitter.com/i/web/status/${id ?? ''}`;
}

// What Twitter's script made of a quote until 2018.
function renderedTweet($: Page, element: Nodes, at: string): RawTweet | null {
  const address = element.attr('cite') ?? '';
  const id = element.attr('data-tweet-id') ?? '';
  if (!/^\d+$/.test(id)) return null;
  const body = element.find('.Tweet-text').first();
  const words = wordsOf($, body);
  const count = (name: string) => numberIn(lineIn($, element, `[data-scribe="element:${name}_count"]`));
  return {
    at,
    id,
    author: lineIn($, element, '.TweetAuthor-screenName')?.replace(/^@/, '') ?? statusOf(address)?.author ?? null,
    authorName: element.find('.TweetAuthor-name').first().attr('title') ?? lineIn($, element, '.TweetAuthor-name'),
    createdAt: element.find('time.dt-updated').first().attr('datetime') ?? null,
    text: words.text === '' ? null : words.text,
    encoded: words.encoded,
    ...(words.text === '' ? { stub: true } : {}),
    links: words.links,
    media: words.media,
    counts: { likes: count('heart') ?? count('favorite'), retweets: count('retweet') },
    lang: body.attr('lang') ?? null,
  };
}
