import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, cleanUrl } from '../../src/rules/canonical-url.ts';

const page = (url: string) => canonicalUrl(url)?.canonical;

describe('one page has one address', () => {
  test.each([
    ['https://www.example.org/rubrics', 'http://example.org/rubrics/'],
    ['https://example.org/rubrics?utm_source=chat&utm_medium=x', 'https://example.org/rubrics'],
    ['https://youtu.be/aBcDeF12345', 'https://www.youtube.com/watch?v=aBcDeF12345&feature=share'],
    ['https://m.youtube.com/watch?v=aBcDeF12345', 'https://www.youtube.com/embed/aBcDeF12345'],
    ['https://EXAMPLE.org:443/a/./b/../c', 'https://example.org/a/c'],
    ['https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['https://example.org/a#part-2', 'https://example.org/a'],
    ['https://example.org/a?fbclid=x', 'https://example.org/a'],
    ['https://example.org/plan…', 'https://example.org/plan'],
  ])('%s is %s', (one, other) => {
    expect(page(one)).toBe(page(other));
    expect(page(one)).toBeTypeOf('string');
  });
});

describe('two pages stay two', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a?page=1', 'https://example.org/a?page=2'],
    ['https://example.org/?ref=handbook', 'https://example.org/'],
    ['https://example.org/#!/one', 'https://example.org/#!/two'],
    ['https://youtu.be/aBcDeF12345', 'https://youtu.be/aBcDeF12346'],
    ['https://docs.google.com/document/d/1aaaa/edit', 'https://docs.google.com/document/d/1bbbb/edit'],
    ['https://one.example.org/', 'https://two.example.org/'],
  ])('%s is not %s', (one, other) => {
    expect(page(one)).not.toBe(page(other));
  });
});

test.each(['', 'mailto:a@example.org', 'javascript:alert(1)', 'http://', 'not an address', 'https:// broken .org/x'])(
  '"%s" is no page',
  (url) => {
    expect(canonicalUrl(url)).toBeNull();
  },
);

test('canonical twice is canonical once, for any address', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = page(url);
      if (once !== undefined) expect(page(`https://${once}`)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('a clean address keeps everything but the tracking', () => {
  expect(cleanUrl('https://www.example.org/a/?utm_source=x&id=7#part')).toBe('https://www.example.org/a/?id=7#part');
});
