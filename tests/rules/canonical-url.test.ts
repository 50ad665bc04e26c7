import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../src/rules/canonical-url.ts';
import { runs } from '../runs.ts';
import { oddAddress } from './odd-address.ts';

const page = (url: string) => canonicalUrl(url)?.canonical;

describe('spellings of one page', () => {
  test.each([
    ['example.org/rubrics', 'https://www.example.org/rubrics', 'http://example.org/rubrics/', 'HTTPS://WWW.EXAMPLE.ORG:443/rubrics//'],
    ['example.org', 'http://example.org', 'https://www.example.org/?', 'https://example.org/#', 'https://me:secret@example.org/#!/'],
    ['example.org/a/c', 'https://EXAMPLE.org:443/a/./b/../c', 'http://example.org:80/a/%2e/c'],
    ['example.org/~ana/a-b_c', 'https://example.org/%7Eana/a%2Db%5fc'],
    ['example.org/caf%C3%A9', 'https://example.org/café', 'https://example.org/caf%c3%a9'],
    ['example.org/100%25', 'https://example.org/100%', 'https://example.org/100%25'],
    ['example.org/@ana/a_(b)', 'https://example.org/%40ana/a_%28b%29'],
    ['xn--bcher-kva.example/a', 'https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['example.org/a?a=1&b=2', 'https://example.org/a?b=2&a=1', 'https://example.org/a/?a=1&&b=2&'],
    ['example.org/a?q=two+words', 'https://example.org/a?q=two%20words', 'https://example.org/a?q=two+words'],
    ['example.org/a?u=https://b.org/', 'https://example.org/a?u=https%3A%2F%2Fb.org%2F'],
    ['example.org/a', 'https://example.org/a#part-2', 'https://example.org/a#:~:text=one%2Ftwo', 'https://example.org/a#.Vx1y2z'],
    [
      'example.org/a',
      'https://example.org/a?utm_source=chat&UTM_medium=x',
      'https://example.org/a?fbclid=x',
      'https://example.org/a?utm%5Fterm=1',
    ],
    ['example.org/a?id=7', 'https://example.org/a?id=7&amp;utm_source=x&amp;utm_medium=y'],
    ['example.org/plan', 'https://example.org/plan…', '  https://example.org/plan '],
    ['example.org/2016/04/rubrics', 'https://example.org/2016/04/rubrics/amp/', 'https://example.org/2016/04/rubrics?amp=1'],
    ['example.org/how-to-grade-less', 'https://example.org/how-to-grade-less/amp', 'https://example.org/how-to-grade-less?amp'],
    [
      'example.org/a/b',
      'https://www.google.com/amp/s/www.example.org/a/b',
      'https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a/b?usqp=x',
    ],
  ])('%s', (expected, ...spellings) => {
    expect(spellings.map(page)).toEqual(spellings.map(() => expected));
  });
});

describe('sites with many doors', () => {
  const doc = '1aB_c-D2eF3gH4iJ5kL6mN7oP8';
  test.each([
    [
      'youtube.com/watch?v=aBcDeF12345',
      'https://youtu.be/aBcDeF12345',
      'https://youtu.be/aBcDeF12345?t=42&si=xyz',
      'http://www.youtube.com/watch?v=aBcDeF12345&feature=youtu.be#t=90',
      'https://m.youtube.com/watch?app=desktop&v=aBcDeF12345',
      'https://www.youtube-nocookie.com/embed/aBcDeF12345?rel=0',
      'https://www.youtube.com/shorts/aBcDeF12345',
      'https://youtube.com/live/aBcDeF12345?feature=share',
      'https://www.youtube.com/v/aBcDeF12345',
      'https://www.youtube.com/watch?v=aBcDeF12345&list=RDaBcDeF12345&index=2',
      'https://www.youtube.com/attribution_link?a=xyz&u=%2Fwatch%3Fv%3DaBcDeF12345%26feature%3Dshare',
    ],
    [
      'youtube.com/playlist?list=PLabc',
      'https://m.youtube.com/playlist?list=PLabc&si=x',
      'https://www.youtube.com/embed/videoseries?list=PLabc',
    ],
    [
      'youtube.com/watch?list=PLabc&v=aBcDeF12345',
      'https://youtu.be/aBcDeF12345?list=PLabc',
      'https://www.youtube.com/watch?v=aBcDeF12345&list=PLabc&index=3',
    ],
    [
      'vimeo.com/123456',
      'https://player.vimeo.com/video/123456?h=abcdef0123',
      'https://vimeo.com/123456/abcdef0123',
      'https://vimeo.com/channels/staff/123456',
    ],
    [
      `docs.google.com/document/d/${doc}`,
      `https://docs.google.com/document/d/${doc}/edit?usp=sharing`,
      `https://docs.google.com/document/d/${doc}/edit#heading=h.x1`,
      `https://docs.google.com/a/school.example.org/document/d/${doc}/view`,
      `https://docs.google.com/document/u/0/d/${doc}/mobilebasic`,
      `https://docs.google.com/document/d/${doc}/copy`,
      `http://docs.google.com/document/d/${doc}/`,
    ],
    [
      `docs.google.com/spreadsheets/d/${doc}`,
      `https://docs.google.com/spreadsheets/d/${doc}/edit#gid=0`,
      `https://docs.google.com/spreadsheets/d/${doc}/edit?gid=12#gid=12`,
    ],
    [
      `docs.google.com/forms/d/e/${doc}`,
      `https://docs.google.com/forms/d/e/${doc}/viewform?usp=sf_link`,
      `https://docs.google.com/forms/u/1/d/e/${doc}/viewform`,
    ],
    [
      `drive.google.com/file/d/${doc}`,
      `https://drive.google.com/file/d/${doc}/view?usp=sharing`,
      `https://drive.google.com/open?id=${doc}`,
      `https://drive.google.com/a/school.example.org/file/d/${doc}/preview`,
      `https://docs.google.com/file/d/${doc}/edit`,
    ],
    [
      `drive.google.com/drive/folders/${doc}`,
      `https://drive.google.com/drive/u/0/folders/${doc}?usp=sharing`,
      `https://drive.google.com/folderview?id=${doc}&usp=drive_web`,
    ],
    [
      'twitter.com/i/status/721852617572552704',
      'https://twitter.com/Ana_Brook_z7/status/721852617572552704?s=20&t=x',
      'https://mobile.twitter.com/Ana_Brook_z7/statuses/721852617572552704',
      'https://x.com/i/web/status/721852617572552704',
      'https://vxtwitter.com/Ana_Brook_z7/status/721852617572552704',
      'http://twitter.com/#!/Ana_Brook_z7/status/721852617572552704',
    ],
    [
      'twitter.com/ana_brook_z7',
      'https://x.com/Ana_Brook_z7',
      'http://twitter.com/#!/Ana_Brook_z7',
      'https://mobile.twitter.com/ana_brook_z7?ref_src=x',
    ],
    [
      'amazon.com/dp/B00ABCDE12',
      'https://www.amazon.com/Invented-Book-Name/dp/B00ABCDE12/ref=sr_1_1?keywords=x&qid=1',
      'https://smile.amazon.com/gp/product/B00ABCDE12?tag=x',
      'https://www.amazon.com/gp/aw/d/b00abcde12',
      'http://www.amazon.com/exec/obidos/ASIN/B00ABCDE12/name-20/ref=nosim/',
      'https://amzn.com/B00ABCDE12',
    ],
    [
      'en.wikipedia.org/wiki/Rubric_(academic)',
      'https://en.m.wikipedia.org/wiki/Rubric_%28academic%29?wprov=sfla1',
      'http://en.wikipedia.org/wiki/Rubric_(academic)#History',
    ],
    [
      'facebook.com/groups/1',
      'https://m.facebook.com/groups/1/?ref=share&mibextid=x',
      'https://www.facebook.com/groups/1?__tn__=x&__xts__%5B0%5D=y',
    ],
    [
      'anna.blogspot.com/2016/04/a.html',
      'http://anna.blogspot.co.uk/2016/04/a.html?m=1',
      'https://anna.blogspot.de/2016/04/a.html?spref=tw',
    ],
    [
      'nytimes.com/2016/04/17/a.html',
      'https://mobile.nytimes.com/2016/04/17/a.html?_r=0',
      'http://nytimes.com/2016/04/17/a.html?smid=tw-share&unlocked_article_code=x',
    ],
    ['reddit.com/r/teachers', 'https://old.reddit.com/r/teachers/', 'https://www.reddit.com/r/teachers?share_id=x'],
  ])('%s', (expected, ...spellings) => {
    expect(spellings.map(page)).toEqual(spellings.map(() => expected));
  });
});

describe('an address that only leads on is the page it leads to', () => {
  test.each([
    'https://www.google.com/url?sa=t&q=https%3A%2F%2Fwww.example.org%2Fa%3Fid%3D7&usg=x',
    'https://www.google.co.uk/url?url=https://example.org/a?id%3D7',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7%26fbclid%3Dx&h=y',
    'https://out.reddit.com/t3_abc?url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7&token=x',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7&data=x&reserved=0',
    'https://m.youtube.com/redirect?event=x&q=http%3A%2F%2Fexample.org%2Fa%3Fid%3D7',
    'https://slack-redir.net/link?url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7',
    'https://href.li/?https://example.org/a?id=7',
    'https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.org%252Fa%253Fid%253D7',
  ])('%s', (url) => {
    expect(page(url)).toBe('example.org/a?id=7');
  });

  test('only so deep, and no deeper the second time', () => {
    const wrapped = (depth: number): string => (depth === 0 ? 'https://example.org/a' : `https://href.li/?${wrapped(depth - 1)}`);
    expect(page(wrapped(5))).toBe('example.org/a');
    expect(page(wrapped(50))).toBe(wrapped(50).replace('https://', ''));
  });
});

describe('two pages stay two', () => {
  const one = 'https://docs.google.com/document/d/1aaaaaaaaaaaaaaaa';
  test.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/?p=1', 'https://example.org/?p=2'],
    ['https://example.org/?p=1', 'https://example.org/?P=1'],
    ['https://example.org/?ref=handbook', 'https://example.org/'],
    ['https://example.org/?source=a', 'https://example.org/?source=b'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/?t=1', 'https://example.org/?t=2'],
    ['https://example.org/?si=1', 'https://example.org/?si=2'],
    ['https://example.org/a?x=1&x=2', 'https://example.org/a?x=2&x=1'],
    ['https://example.org/?page/12&print', 'https://example.org/?print&page/12'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['https://example.org/a?x=1%262', 'https://example.org/a?x=1&2'],
    ['https://example.org/a?x=1%2B2', 'https://example.org/a?x=1+2'],
    ['https://example.org/#!/one', 'https://example.org/#!/two'],
    ['https://example.org/#/one', 'https://example.org/#/two'],
    ['https://example.org/#quiz/one', 'https://example.org/#quiz/two'],
    ['https://www.google.com/#q=rubric', 'https://www.google.com/#q=grading'],
    ['https://www.google.com/url?q=https://example.org/%23!/a', 'https://www.google.com/url?q=https://example.org/%23!/b'],
    ['https://www.google.com/url?q=https://example.org/#!/a', 'https://www.google.com/url?q=https://example.org/#!/b'],
    ['http://example.org:8080/a', 'http://example.org/a'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://www2.example.org/a', 'https://www.example.org/a'],
    ['https://m.example.org/a', 'https://example.org/a'],
    ['https://m.signalvnoise.com/a', 'https://signalvnoise.com/a'],
    ['https://www.com/', 'https://com/'],
    ['https://one.example.org/', 'https://two.example.org/'],
    ['https://music-gear.example.org/products/guitar/amp', 'https://music-gear.example.org/products/guitar'],
    ['https://example.org/fuses?amp=20', 'https://example.org/fuses?amp=10'],
    ['https://example.org/index.html', 'https://example.org/'],
    ['https://anna.blogspot.com/', 'https://bela.blogspot.com/'],
    ['https://en.wikipedia.org/wiki/Rubric', 'https://de.wikipedia.org/wiki/Rubric'],
    ['https://en.m.wikipedia.org/wiki/Rubric', 'https://de.m.wikipedia.org/wiki/Rubric'],
    ['https://youtu.be/aBcDeF12345', 'https://youtu.be/aBcDeF12346'],
    ['https://youtu.be/aBcDeF12345', 'https://youtu.be/ABcDeF12345'],
    ['https://www.youtube.com/watch?v=aBcDeF12345', 'https://www.youtube.com/playlist?list=aBcDeF12345'],
    ['https://www.youtube.com/watch?v=aBcDeF12345', 'https://www.youtube.com/watch?v=aBcDeF12345&list=PLabc'],
    ['https://www.youtube.com/shorts', 'https://www.youtube.com/live'],
    [`${one}/edit`, `${one.replace('1a', '1b')}/edit`],
    [`${one}/edit`, `${one.replace('document', 'spreadsheets')}/edit`],
    [`${one}/edit`, `${one}/export?format=pdf`],
    ['https://docs.google.com/document/d/e/2PACX-aaaa/pub', 'https://docs.google.com/document/d/2PACX-aaaa/edit'],
    ['https://docs.google.com/document/d/e/2PACX-aaaa/pub', 'https://docs.google.com/document/d/e/2PACX-bbbb/pub'],
    ['https://docs.google.com/forms/d/e/1aaaa/viewform', 'https://docs.google.com/forms/d/e/1aaaa/viewanalytics'],
    ['https://drive.google.com/file/d/1aaaaaaaaaaa/view', 'https://drive.google.com/drive/folders/1aaaaaaaaaaa'],
    ['https://www.amazon.com/dp/B00ABCDE12', 'https://www.amazon.co.uk/dp/B00ABCDE12'],
    ['https://www.amazon.com/dp/B00ABCDE12', 'https://www.amazon.com/product-reviews/B00ABCDE12'],
    ['https://web.archive.org/web/2016/http://example.org/a', 'https://example.org/a'],
    ['https://web.archive.org/web/2016/http://example.org/a', 'https://web.archive.org/web/2017/http://example.org/a'],
    ['https://translate.google.com/translate?u=https://example.org/a', 'https://example.org/a'],
    ['https://t.co/abcDEF1234', 'https://t.co/abcdef1234'],
    ['https://google.com.example.org/url?q=https://example.net/', 'https://example.net/'],
    ['https://notyoutube.com/watch?v=aBcDeF12345', 'https://youtu.be/aBcDeF12345'],
  ])('%s is not %s', (a, b) => {
    expect(page(a)).toBeTypeOf('string');
    expect(page(b)).toBeTypeOf('string');
    expect(page(a)).not.toBe(page(b));
  });
});

test.each(['', 'mailto:a@example.org', 'javascript:alert(1)', 'http://', 'not an address', 'https:// broken .org/x', 'https://t.co/abc…'])(
  '"%s" is no page',
  (url) => {
    expect(canonicalUrl(url)).toBeNull();
  },
);

test.each([
  ['https://m.youtube.com', 'youtube.com'],
  ['https://youtu.be', 'youtube.com'],
  ['https://x.com', 'twitter.com'],
  ['https://www.example.org:8080/a', 'example.org'],
])('%s is on the site %s', (url, host) => {
  expect(canonicalUrl(url)?.host).toBe(host);
});

describe('canonical twice is canonical once', () => {
  const holds = (url: string) => {
    const once = canonicalUrl(url);
    if (once !== null) expect(canonicalUrl(`https://${once.canonical}`)).toEqual(once);
  };

  test('for any address', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), holds), { numRuns: runs(1000) });
  });

  test('for the sites we know, with parameters we know, in odd spellings', () => {
    fc.assert(fc.property(oddAddress(), holds), { numRuns: runs(5000) });
  });

  test('for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => holds(`https://example.org/${text}`)),
      { numRuns: runs(1000) },
    );
  });
});
