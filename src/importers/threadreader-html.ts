import { flowTextOf, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { pictures, wordsOf } from '../parsing/page-words.ts';
import { statusOf } from '../parsing/status-address.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** A thread that the site ThreadReader put on one page. */
export const threadreaderHtml: Importer = {
  name: 'threadreader-html',
  title: 'ThreadReader page (saved page)',
  identify: (head) => pageKind(head) === 'threadreader-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    // Those without a number at the foot of the page begin other threads.
    const elements = $('.content-tweet[id^="tweet_"]').toArray();
    const first = $(elements[0]).attr('data-tweet') ?? null;
    for (const [index, node] of elements.entries()) {
      const at = `tweet ${index + 1}`;
      if (/^\d+$/.test($(node).attr('data-tweet') ?? '')) yield { kind: 'tweet', tweet: readTweet($, $(node), at, first) };
      else yield { kind: 'rejected', at, reason: 'not a tweet: it has no id' };
    }
  },
};

function readTweet($: Page, element: Nodes, at: string, conversation: string | null): RawTweet {
  const quoted = statusOf(element.find('.entity-embed a[href*="/status"]').last().attr('href') ?? '');
  const images = element.find('.entity-image img, .entity-video-gif video, .entity-video video').toArray();
  const body = element.clone();
  body.find('sup.tw-permalink, .entity-embed, .entity-image, .entity-video-gif, .entity-video').remove();
  const words = wordsOf($, body, flowTextOf);
  return {
    at,
    id: element.attr('data-tweet') ?? null,
    author: element.attr('data-screenname') ?? null,
    text: words.text,
    encoded: words.encoded,
    quoteOf: quoted,
    conversation,
    links: words.links,
    // Pictures out of sight are not loaded: an empty one stands in their place.
    media: pictures(
      words,
      images.map((image) => $(image).attr('data-src') ?? $(image).attr('src') ?? $(image).attr('poster') ?? ''),
    ),
  };
}
