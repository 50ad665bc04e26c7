import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/calendar.ts';
import { parse } from '../../src/query/parse.ts';
import { countBy } from '../../src/store/search-facets.ts';
import type { SearchHit } from '../../src/store/search-hits.ts';
import type { SearchOptions } from '../../src/store/search-plan.ts';
import { search } from '../../src/store/search.ts';
import { archive, zone } from './search-archive.ts';

const defaults: SearchOptions = { chat: null, zone, order: 'newest', limit: 1000 };

function texts(hits: readonly SearchHit[]): string[] {
  return hits.map(({ text }) => text);
}

describe('relevance', () => {
  test('a tweet that says it more, in fewer words, comes first; equals come newest first', () => {
    const { db } = archive([
      {
        when: '2016-04-17 20:01',
        text: 'A very long tweet about many other things that once mentions a rubric and then goes on about lunch',
      },
      { when: '2016-04-17 20:02', text: 'Rubric? Rubric!' },
      { when: '2016-04-17 20:03', text: 'Single rubric, first' },
      { when: '2016-04-17 20:04', text: 'Single rubric, second' },
      ...Array.from({ length: 20 }, (_, index) => ({ when: `2016-04-17 21:${10 + index}`, text: 'about something else' })),
    ]);
    const { hits } = search(db, parse('rubric'), { ...defaults, order: 'relevance' });
    expect(texts(hits)).toEqual(['Rubric? Rubric!', 'Single rubric, second', 'Single rubric, first', expect.stringMatching(/^A very/)]);
    expect(hits.every(({ score }) => score > 0)).toBe(true);
  });

  test('words that only some hits need still rank them; hits without any are newest first', () => {
    const { db } = archive([
      { when: '2016-04-17 20:01', text: 'rubric', author: 'ana' },
      { when: '2016-04-17 20:02', text: 'lunch', author: 'kofi' },
      { when: '2016-04-17 20:03', text: 'dinner', author: 'kofi' },
      { when: '2016-04-17 20:04', text: 'supper', author: 'ana' },
    ]);
    const query = parse('rubric OR from:kofi');
    expect(texts(search(db, query, { ...defaults, order: 'relevance' }).hits)).toEqual(['rubric', 'dinner', 'lunch']);
  });

  test('of a word in very many tweets only the newest are ranked, and every page is still there once', () => {
    const { db } = archive([
      { when: '2016-04-17 20:00', text: 'chat chat' },
      ...Array.from({ length: 24_600 }, (_, index) => ({
        when: '2016-04-17 21:00',
        text: `${index % 3 === 0 ? 'chat' : 'talk'} number ${index}`,
      })),
      { when: '2016-04-17 21:30', text: 'chat chat' },
      { when: '2016-04-17 22:00', text: 'chat to all of those who came late' },
      ...Array.from({ length: 20 }, () => ({ when: '2016-04-17 22:10', text: 'nothing to the point' })),
    ]);
    const page = (offset: number, limit: number) =>
      search(db, parse('chat'), { ...defaults, order: 'relevance', limit, offset, countUpTo: 10_000 });
    const first = page(0, 2020);
    const second = page(2020, 7000);
    expect(first.total).toBe(8203);
    expect(first.hits[0]?.createdAt).toBe(instantOf('2016-04-17', '21:30', zone));
    expect(second.hits.at(-1)?.text).toBe('chat chat');
    expect(new Set([...first.hits, ...second.hits].map(({ key }) => key)).size).toBe(8203);
  });

  test('function words rank nothing, neither beside others nor alone; as part of a phrase they do', () => {
    const { db } = archive([
      { when: '2016-04-17 20:01', text: 'the the the the rubric of a long tweet that goes on about lunch' },
      { when: '2016-04-17 20:02', text: 'the rubric' },
      { when: '2016-04-17 20:03', text: 'off to the lab with the class and a rubric of one term, the whole of it' },
    ]);
    const found = (query: string) => search(db, parse(query), { ...defaults, order: 'relevance' }).hits;
    expect(found('the rubric')).toEqual(found('rubric').map((hit) => expect.objectContaining({ key: hit.key, score: hit.score })));
    expect(found('the').map(({ score }) => score)).toEqual([0, 0, 0]);
    expect(found('"the rubric"').every(({ score }) => score > 0)).toBe(true);
  });

  test('a word that half of the tweets have ranks none of them: the newest come first', () => {
    const { db } = archive(
      Array.from({ length: 1200 }, (_, index) => ({ when: '2016-04-17 21:00', text: index ? 'chat on' : 'chat chat chat' })),
    );
    const { hits } = search(db, parse('chat'), { ...defaults, order: 'relevance', limit: 3 });
    expect(texts(hits)).toEqual(['chat on', 'chat on', 'chat on']);
  });

  test('nobody counts beyond one thousand unless asked to; but every week is counted whole', () => {
    // Summer time began on a Sunday; the last of a Sunday and the first of a Monday are of two weeks.
    const days = ['2011-01-02 00:00', '2016-03-13 23:59', '2016-03-14 00:00', '2016-04-17 23:59', '2016-04-18 00:00', '2017-01-01 12:00'];
    const { db } = archive(Array.from({ length: 5100 }, (_, at) => ({ when: days[at % 6] ?? '', text: at < 60 ? 'chat now' : 'chat' })));
    expect(search(db, parse('chat'), { ...defaults, limit: 1 })).toMatchObject({ total: 1000, more: true });
    expect(search(db, parse('ch*'), { ...defaults, limit: 1, countUpTo: 6000 })).toMatchObject({ total: 5100, more: false });
    const weeks = (query: string) => countBy(db, parse(query), 'week', defaults, []).facets.map(({ value, tweets }) => [value, tweets]);
    const names = ['2010-W52', '2016-W10', '2016-W11', '2016-W15', '2016-W16', '2016-W52'];
    expect(weeks('chat')).toEqual(names.map((name) => [name, 850]));
    expect(weeks('chat until:2016-04-18')).toEqual(names.slice(0, 4).map((name) => [name, 850]));
    expect(weeks('now')).toEqual(names.map((name) => [name, 10]));
  });
});

test.each(['newest', 'oldest', 'relevance'] as const)('in a week of few hits or of many the %s are those of all time', (order) => {
  const { db } = archive(
    Array.from({ length: 5200 }, (_, at) => ({ when: `2016-04-17 ${10 + (at % 13)}:00`, text: at % 10 === 0 ? 'chat seldom' : 'chat' })),
  );
  for (const [word, offset] of [
    ['chat', 0],
    ['chat', 1500],
    ['seldom', 0],
    ['seldom', 500],
  ] as const) {
    const found = (query: string) => search(db, parse(query), { ...defaults, order, limit: 30, offset });
    expect(found(`${word} week:2016-W15`)).toEqual(found(word));
  }
});
