import { lineIn, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { wordsOf } from '../parsing/page-words.ts';
import { onTwitter } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** Columns of TweetDeck as it was until 2023, saved from the browser. */
export const tweetdeckHtml: Importer = {
  name: 'tweetdeck-html',
  title: 'TweetDeck columns (saved page)',
  identify: (head) => pageKind(head) === 'tweetdeck-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    for (const [index, node] of $('.js-stream-item[data-tweet-id]').toArray().entries()) {
      const at = `tweet ${index + 1}`;
      if (/^\d+$/.test($(node).attr('data-tweet-id') ?? '')) yield { kind: 'tweet', tweet: readTweet($, $(node), at) };
      else yield { kind: 'rejected', at, reason: 'not a tweet: it has no id' };
    }
  },
};

function readTweet($: Page, element: Nodes, at: string): RawTweet {
  const body = element.find('.js-tweet-text').first();
  const words = wordsOf($, body);
  const url = onTwitter(element.find('time a[rel="url"]').first().attr('href') ?? '');
  const author = /^@?(\w{1,20})$/.exec(lineIn($, element, '.username') ?? '')?.[1];
  const answered = /@(\w{1,20})/.exec(lineIn($, element, '.other-replies-link') ?? '')?.[1];
  const quoted = element.find('.quoted-tweet[data-tweet-id]').first().attr('data-tweet-id');
  return {
    at,
    id: element.attr('data-tweet-id') ?? null,
    url: url === '' ? null : url,
    author: author ?? null,
    authorName: lineIn($, element, '.fullname'),
    createdAt: element.find('time[datetime]').first().attr('datetime') ?? null,
    text: words.text,
    encoded: words.encoded,
    replyTo: answered === undefined ? null : { id: null, author: answered },
    quoteOf: quoted === undefined ? null : { id: quoted },
    links: words.links,
    media: words.media,
    lang: body.attr('lang') ?? null,
  };
}
