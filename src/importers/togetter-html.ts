import { lineIn, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { wordsOf } from '../parsing/page-words.ts';
import { onTwitter, statusOf } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** A collection on Togetter or Chirpstory, where people put tweets in order. */
export const togetterHtml: Importer = {
  name: 'togetter-html',
  title: 'Togetter or Chirpstory collection (saved page)',
  identify: (head) => pageKind(head) === 'togetter-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    for (const [index, node] of $('.type_tweet').toArray().entries()) {
      const at = `tweet ${index + 1}`;
      const tweet = readTweet($, $(node), at);
      yield tweet === null ? { kind: 'rejected', at, reason: 'not a tweet: it has no address' } : { kind: 'tweet', tweet };
    }
  },
};

function readTweet($: Page, element: Nodes, at: string): RawTweet | null {
  const stamp = element.find('a.timestamp[href]').first();
  const status = statusOf(onTwitter(stamp.attr('href') ?? ''));
  if (status === null) return null;
  const body = element.find('.tweet').first();
  body.find('a[data-origin-url]').each((_, link) => void $(link).attr('data-expanded-url', $(link).attr('data-origin-url') ?? ''));
  const words = wordsOf($, body);
  const seconds = stamp.attr('data-timestamp') ?? '';
  return {
    at,
    id: status.id,
    author: lineIn($, element, '.status_name')?.replace(/^@/, '') ?? status.author,
    authorName: lineIn($, element, 'a.user_link strong'),
    createdAt: /^\d{9,10}$/.test(seconds) ? Number(seconds) * 1000 : null,
    text: words.text,
    encoded: words.encoded,
    links: words.links,
    media: words.media,
  };
}
