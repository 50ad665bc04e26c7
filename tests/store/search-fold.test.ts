import { describe, expect, test } from 'vitest';
import { parse } from '../../src/query/parse.ts';
import { searchFolded } from '../../src/store/search-fold.ts';
import { archive, type Invented, zone } from './search-archive.ts';

/** What a folded search shows: each text with the retweets behind it. */
function shown(invented: readonly Invented[], query: string, options: { limit?: number; offset?: number } = {}): [string, number][] {
  const { db } = archive(invented);
  const { hits } = searchFolded(db, parse(query), { chat: null, zone, order: 'newest', limit: 10, ...options });
  return hits.map(({ text, again }) => [text, again]);
}

const original: Invented = {
  when: '2016-04-17 20:01',
  author: 'ana',
  text: 'Portfolios show growth over a whole year, and children know it',
};
const byHand = (when: string, author: string): Invented => ({ when, author, text: `RT @ana: ${original.text}` });

describe('retweets stand behind their original', () => {
  test('by hand: the first words tell which it is', () => {
    expect(shown([original, byHand('2016-04-17 20:02', 'kofi'), byHand('2016-04-17 20:03', 'dee')], 'portfolios')).toEqual([
      [original.text, 2],
    ]);
  });

  test('beginnings of words fold as whole words do', () => {
    expect(shown([original, byHand('2016-04-17 20:02', 'kofi')], 'portf*')).toEqual([[original.text, 1]]);
  });

  test('where the search does not find the original, one retweet stands for all', () => {
    const text = `RT @ana: ${original.text}`;
    expect(shown([original, byHand('2016-04-17 20:02', 'kofi'), byHand('2016-04-17 20:03', 'dee')], 'is:rt')).toEqual([[text, 1]]);
    expect(shown([byHand('2016-04-17 20:02', 'kofi'), byHand('2016-04-17 20:03', 'dee')], 'portfolios')).toEqual([[text, 1]]);
  });

  test('originals of whatever time are found, and names of them that are no row number', () => {
    const old = Array.from({ length: 3 }, (_, at): Invented => ({
      ...original,
      when: `201${at}-12-17 20:01`,
      text: `portfolio of the year ${at}`,
    }));
    const { kept } = archive(old);
    const retweets = kept.map(({ tweet }, at): Invented => ({
      when: `2016-04-17 20:1${at}`,
      text: `RT @ana: ${tweet.text}`,
      retweetOf: { id: tweet.key },
    }));
    const strange: Invented = { ...retweets[0]!, when: '2016-04-17 21:00', retweetOf: { id: '9999999999999999999' } };
    expect(shown([...old, ...retweets, strange], 'portfolio')).toEqual([
      [strange.text, 0],
      ...old.map(({ text }) => [text, 1]).toReversed(),
    ]);
  });

  test('pages count what is shown, and no tweet comes twice', () => {
    const many = Array.from({ length: 9 }, (_, at): Invented => ({
      when: `2016-04-17 20:1${at}`,
      text: `portfolio number ${at}`,
      author: 'dee',
    }));
    const all = [original, ...many, ...Array.from({ length: 30 }, (_, at) => byHand('2016-04-17 21:00', `person${at}`))];
    const pages = [0, 4, 8, 12].flatMap((offset) => shown(all, 'portfolio', { limit: 4, offset }));
    expect(pages.map(([text]) => text)).toEqual([...many.map(({ text }) => text).toReversed(), original.text]);
    expect(pages.at(-1)).toEqual([original.text, 30]);
  });
});
