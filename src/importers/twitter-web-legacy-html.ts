import { lineIn, type Nodes, type Page, readPage, textOf } from '../parsing/html.ts';
import { answeredIn, numberIn, pictures, wordsOf } from '../parsing/page-words.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** A page of twitter.com saved while Twitter wrote its pages on the server, until 2019. */
export const twitterWebLegacyHtml: Importer = {
  name: 'twitter-web-legacy-html',
  title: 'Twitter page saved before 2019',
  identify: (head) => pageKind(head) === 'twitter-web-legacy-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    let promoted = 0;
    for (const [index, node] of $('.tweet[data-tweet-id]').toArray().entries()) {
      const element = $(node);
      const at = `tweet ${index + 1}`;
      if (isPromoted(element)) promoted++;
      else if (!/^\d+$/.test(element.attr('data-tweet-id') ?? '')) yield { kind: 'rejected', at, reason: 'not a tweet: it has no id' };
      else yield { kind: 'tweet', tweet: asRetweet(element, readTweet($, element, at)) };
    }
    if (promoted > 0) yield { kind: 'warning', message: `${promoted} promoted ${promoted === 1 ? 'tweet was' : 'tweets were'} left out` };
  },
};

function isPromoted(element: Nodes): boolean {
  return (
    element.attr('data-disclosure-type') === 'promoted' || element.is('.promoted-tweet') || element.find('.js-promoted-badge').length > 0
  );
}

function readTweet($: Page, element: Nodes, at: string): RawTweet {
  const words = wordsOf($, element.find('.js-tweet-text').not('.QuoteTweet-text').first());
  const quoted = quotedIn($, element, at);
  return {
    at,
    id: element.attr('data-tweet-id') ?? null,
    author: element.attr('data-screen-name') ?? null,
    authorName: element.attr('data-name') ?? lineIn($, element, '.fullname'),
    authorId: element.attr('data-user-id') ?? null,
    createdAt: timeOf(element),
    text: words.text,
    encoded: words.encoded,
    replyTo: answered($, element, words.text),
    quoteOf: quoted === null ? null : { id: quoted.id ?? null, author: quoted.author ?? null },
    conversation: element.attr('data-conversation-id') ?? null,
    links: words.links,
    media: pictures(
      words,
      element
        .find('.AdaptiveMedia-photoContainer')
        .toArray()
        .map((photo) => $(photo).attr('data-image-url') ?? ''),
    ),
    counts: { likes: countOf(element, 'favorite'), retweets: countOf(element, 'retweet'), replies: countOf(element, 'reply') },
    lang: element.find('.js-tweet-text').first().attr('lang') ?? null,
    context: quoted === null ? [] : [quoted],
  };
}

// What the page prints, in words and titles, is in the zone of whoever saved it; the seconds since 1970 are not.
function timeOf(element: Nodes): number | null {
  const seconds = element.find('[data-time]').first().attr('data-time') ?? '';
  return /^\d{9,10}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

// A tweet on its own page stands under the one it answers.
function answered($: Page, element: Nodes, text: string): RawReference | null {
  const parent = element.is('.permalink-tweet')
    ? $('.permalink-inner.in-reply-to[data-replied-tweet-id]').last().attr('data-replied-tweet-id')
    : undefined;
  const handle = /\/(\w{1,20})$/.exec(element.find('.ReplyingToContextBelowAuthor a[href]').first().attr('href') ?? '')?.[1];
  const author = handle ?? answeredIn(text)?.author ?? null;
  return parent === undefined && author === null ? null : { id: parent ?? null, author: author ?? ancestorOf($, parent) };
}

function ancestorOf($: Page, id: string | undefined): string | null {
  return $(`.tweet[data-tweet-id="${id}"]`).first().attr('data-screen-name') ?? null;
}

function quotedIn($: Page, element: Nodes, at: string): RawTweet | null {
  const box = element.find('.QuoteTweet-innerContainer[data-item-id]').first();
  if (box.length === 0) return null;
  const text = textOf($, box.find('.QuoteTweet-text').first(), () => null).trim();
  return {
    at,
    id: box.attr('data-item-id') ?? null,
    author: box.attr('data-screen-name') ?? null,
    authorName: lineIn($, box, '.QuoteTweet-fullname'),
    authorId: box.attr('data-user-id') ?? null,
    text: text === '' ? null : text,
    encoded: false,
    truncated: text.endsWith('…'),
  };
}

function countOf(element: Nodes, action: string): number | null {
  return numberIn(element.find(`.ProfileTweet-action--${action} .ProfileTweet-actionCount`).first().attr('data-tweet-stat-count'));
}

// The page shows the tweet that was retweeted, and names the retweet and its author beside.
function asRetweet(element: Nodes, original: RawTweet): RawTweet {
  const id = element.attr('data-retweet-id');
  const author = element.attr('data-retweeter');
  if (id === undefined || author === undefined || !/^\d+$/.test(id)) return original;
  return {
    at: original.at,
    id,
    author,
    text: `RT @${original.author}: ${original.text}`,
    encoded: original.encoded,
    retweetOf: { id: original.id ?? null, author: original.author ?? null },
    links: original.links ?? [],
    media: original.media ?? [],
    context: [original],
  };
}
