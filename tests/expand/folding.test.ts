import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkWriter } from '../../src/store/links.ts';
import { openInMemory } from '../../src/store/open.ts';
import { pageKeeper } from '../../src/store/pages.ts';
import { canonicalUrl } from '../../src/rules/canonical-url.ts';
import { runs } from '../runs.ts';

const SHORT = ['http://bit.ly/a', 'http://ow.ly/b', 'https://t.co/c', 'http://is.gd/d'];
const PAGES = ['https://one.example/x', 'http://www.one.example/x/', 'https://two.example/', 'https://twitter.com/hashtag/iaedchat'];

test('it is all the same whether a tweet comes before or after it is known where its links lead', () => {
  const urls = fc.uniqueArray(fc.constantFrom(...SHORT, ...PAGES), { maxLength: 4 });
  const known = fc.dictionary(fc.constantFrom(...SHORT), fc.constantFrom(...PAGES));
  fc.assert(
    fc.property(fc.array(urls, { minLength: 1, maxLength: 5 }), known, (tweets, leads) => {
      const early = sharesOf(tweets, leads, 'tweets first');
      expect(sharesOf(tweets, leads, 'pages first')).toEqual(early);
    }),
    { numRuns: runs(50) },
  );
});

/** Which tweet shares which pages, after both are in the archive. */
function sharesOf(tweets: readonly (readonly string[])[], leads: Readonly<Record<string, string>>, order: 'tweets first' | 'pages first') {
  const db = openInMemory();
  const write = linkWriter(db);
  const { keep, settle } = pageKeeper(db);
  const writeAll = () => {
    for (const [n, urls] of tweets.entries()) {
      const links = urls.map((url) => ({ short: null, url, title: null }));
      write.set(BigInt(n), links);
    }
  };
  const learnAll = () => {
    for (const [url, target] of Object.entries(leads)) {
      const [canonical, page] = [canonicalUrl(url)?.canonical ?? '', canonicalUrl(target)?.canonical ?? ''];
      keep({ canonical, url, target: { canonical: page, url: target }, title: null, outcome: 'led' }, 1);
    }
    settle();
  };
  if (order === 'tweets first') {
    writeAll();
    learnAll();
  } else {
    learnAll();
    writeAll();
  }
  const rows = db.prepare('SELECT s.n, l.canonical FROM shares s JOIN links l USING (link) ORDER BY s.n, l.canonical').all();
  db.close();
  return rows;
}
