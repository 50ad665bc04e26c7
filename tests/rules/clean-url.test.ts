import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, cleanUrl } from '../../src/rules/canonical-url.ts';
import { runs } from '../runs.ts';
import { oddAddress } from './odd-address.ts';

const page = (url: string) => canonicalUrl(url)?.canonical;

describe('a clean address', () => {
  test.each([
    ['https://www.example.org/a/?utm_source=x&id=7#part', 'https://www.example.org/a/?id=7#part'],
    ['https://www.example.org/a?utm_source=x', 'https://www.example.org/a'],
    ['https://example.org/a?b=%20x&page&fbclid=y&c=(1)', 'https://example.org/a?b=%20x&page&c=(1)'],
    ['https://youtu.be/aBcDeF12345?si=x&t=42', 'https://youtu.be/aBcDeF12345?t=42'],
    ['https://medium.com/@ana/a-1?source=x&sk=key', 'https://medium.com/@ana/a-1?sk=key'],
    ['https://www.google.com/url?q=https%3A%2F%2Fwww.example.org%2Fa%2F%3Futm_term%3Dx', 'https://www.example.org/a/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('%s becomes %s', (url, clean) => {
    expect(cleanUrl(url)).toBe(clean);
  });

  test('is that of the same page, and cannot be cleaner', () => {
    fc.assert(
      fc.property(oddAddress(), (url) => {
        const clean = cleanUrl(url);
        expect(page(clean)).toBe(page(url));
        expect(cleanUrl(clean)).toBe(clean);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('without a query is written as the same with a tracking parameter', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.constantFrom(
        't.co',
        'www.google.com',
        'a.cdn.ampproject.org',
        'example.org.',
        'xn--a',
        '1.2.3.4',
        '0x7f.1',
        'a..b',
        'EXAMPLE.org',
        'a-.b.example',
      ),
    );
    const segment = fc.oneof(fc.webSegment(), fc.constantFrom('', '.', '..', '.a', 'a.', 'A~b_c-d.html', '%41', '/'));
    const address = fc
      .tuple(fc.constantFrom('http', 'https', 'HTTPS'), host, fc.array(segment, { maxLength: 4 }))
      .map(([scheme, site, path]) => [`${scheme}:/`, site, ...path].join('/'));
    fc.assert(
      fc.property(address, (url) => {
        expect(cleanUrl(url)).toBe(URL.canParse(url) ? cleanUrl(`${url}?utm_source=x`) : url);
      }),
      { numRuns: runs(5000) },
    );
  });
});
