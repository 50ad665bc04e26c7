import { lineIn, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { answeredIn, wordsOf } from '../parsing/page-words.ts';
import { onTwitter, statusOf } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** A page of mobile.twitter.com as it was for browsers without scripts, until 2020. */
export const twitterMobileHtml: Importer = {
  name: 'twitter-mobile-html',
  title: 'Mobile Twitter page saved before 2021',
  identify: (head) => pageKind(head) === 'twitter-mobile-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    let promoted = 0;
    for (const [index, node] of $('table.tweet, table.main-tweet').toArray().entries()) {
      const at = `tweet ${index + 1}`;
      const tweet = readTweet($, $(node), at);
      if (isPromoted($(node))) promoted++;
      else if (tweet === null) yield { kind: 'rejected', at, reason: 'not a tweet: it has no id' };
      else yield { kind: 'tweet', tweet };
    }
    if (promoted > 0) yield { kind: 'warning', message: `${promoted} promoted ${promoted === 1 ? 'tweet was' : 'tweets were'} left out` };
  },
};

function isPromoted(element: Nodes): boolean {
  return /[?&]i=/.test(element.find('td.timestamp a, .metadata a').first().attr('href') ?? '');
}

function readTweet($: Page, element: Nodes, at: string): RawTweet | null {
  const address = onTwitter(element.find('td.timestamp a[href], .metadata a[href]').first().attr('href') ?? element.attr('href') ?? '');
  const status = statusOf(address);
  const id = element.find('.tweet-text').first().attr('data-id') ?? status?.id ?? null;
  if (id === null) return null;
  const body = element.find('.tweet-text').first();
  const words = wordsOf($, body.children('div').length > 0 ? body.children('div').first() : body);
  const answered = /@?(\w{1,20})$/.exec(lineIn($, element, '.tweet-reply-context a') ?? '')?.[1];
  return {
    at,
    id,
    author: lineIn($, element, '.username')?.replace(/^@\s*/, '') ?? status?.author ?? null,
    authorName: lineIn($, element, '.fullname'),
    text: words.text,
    encoded: words.encoded,
    replyTo: answered === undefined ? answeredIn(words.text) : { id: null, author: answered },
    links: words.links,
    media: words.media,
  };
}
