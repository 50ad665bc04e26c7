import { describe, expect, test } from 'vitest';
import shorteners from '../../data/shorteners.json' with { type: 'json' };
import tracking from '../../data/tracking-parameters.json' with { type: 'json' };
import { namesOf } from '../../src/rules/host-lists.ts';
import { canonicalUrl } from '../../src/rules/canonical-url.ts';
import { isShortened, isShortenedForGood } from '../../src/rules/shorteners.ts';

const lists: [string, readonly string[]][] = [
  ['the global parameters', tracking.global],
  ...Object.entries({ ...tracking.hosts }),
  ...Object.entries({ ...tracking.openers }).map(([host, names]): [string, string[]] => [`openers of ${host}`, names]),
  ['hosts with parameters', Object.keys(tracking.hosts)],
  ['hosts with openers', Object.keys(tracking.openers)],
  ['shorteners', shorteners.alive],
  ['closed shorteners', shorteners.dead],
];

test.each(lists)('%s: lower case, sorted, each once', (_, names) => {
  expect(names.length).toBeGreaterThan(0);
  expect(names).toEqual([...new Set(names.map((name) => name.toLowerCase()))].toSorted());
});

test.each(['ref', 'source', 'id', 'q', 'v', 'p', 't', 's', 'page', 'lang', 'name'])(
  '%s is content somewhere, so never tracking everywhere',
  (name) => {
    const page = (value: string) => canonicalUrl(`https://example.org/a?${name}=${value}`)?.canonical;
    expect(page('1')).not.toBe(page('2'));
  },
);

test('a host repeats no parameter that is global', () => {
  const repeated = Object.values(tracking.hosts).flatMap((names) => names.filter((name) => tracking.global.includes(name)));
  expect(repeated).toEqual([]);
});

test.each(Object.entries({ ...tracking.hosts }))('the parameters of %s leave no trace there, nor on its subdomains', (host, names) => {
  const site = host.replace('*', 'com');
  for (const name of names) {
    const address = `${site}/some/page?${name.replace('*', 'x')}=1`;
    expect(canonicalUrl(`https://${address}`)?.canonical).not.toContain('?');
    expect(canonicalUrl(`https://sub.${address}`)?.canonical).not.toContain('?');
  }
});

test.each([['no list'], [['Upper']], [['']], [[7]], [['a b']], [null]])('%j is refused with its place', (list) => {
  expect(() => namesOf(list, 'data/x.json, global,')).toThrow(/^data\/x\.json, global, /);
});

describe('short addresses', () => {
  test('no host is both open and closed', () => {
    expect(shorteners.alive.filter((host) => shorteners.dead.includes(host))).toEqual([]);
  });

  test.each(['https://t.co/abcDEF1234', 'http://bit.ly/2abc', 'HTTP://WWW.OW.LY/x', 'https://su.pr/1', 'https://goo.gl/forms/x'])(
    '%s stands for another page',
    (url) => {
      expect(isShortened(url)).toBe(true);
    },
  );

  test.each([
    'https://youtu.be/aBcDeF12345',
    'https://bit.ly/',
    'https://example.org/t.co',
    'https://not-bit.ly/x',
    'ftp://bit.ly/x',
    'bit.ly',
    '',
  ])('%s does not', (url) => {
    expect(isShortened(url)).toBe(false);
  });

  test('a service that closed can be asked no more', () => {
    expect(isShortenedForGood('http://su.pr/1')).toBe(true);
    expect(isShortenedForGood('http://bit.ly/1')).toBe(false);
  });
});
