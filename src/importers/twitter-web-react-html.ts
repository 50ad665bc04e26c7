import { readPage } from '../parsing/html.ts';
import { reactTweet } from '../parsing/react-tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

// The page forgets what is out of sight.
const FEW = 20;

/** A page of twitter.com or x.com saved since Twitter builds its pages in the browser, 2019. */
export const twitterWebReactHtml: Importer = {
  name: 'twitter-web-react-html',
  title: 'Twitter or X page saved since 2019',
  identify: (head) => pageKind(head) === 'twitter-web-react-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    let found = 0;
    let nameless = 0;
    for (const [index, node] of $('[data-testid="tweet"]').toArray().entries()) {
      const tweet = reactTweet($, $(node), `tweet ${index + 1}`);
      if (tweet === null) nameless++;
      else {
        found++;
        yield { kind: 'tweet', tweet };
      }
    }
    if (nameless > 0)
      yield { kind: 'warning', message: `${nameless} ${nameless === 1 ? 'advertisement was' : 'advertisements were'} left out` };
    if (found < FEW) yield { kind: 'warning', message: fewTweets(found) };
  },
};

function fewTweets(found: number): string {
  const tweets = found === 1 ? '1 tweet' : `${found} tweets`;
  return `the page holds ${tweets}: X keeps in a page only what is in sight, so tweets scrolled past are not in the file`;
}
