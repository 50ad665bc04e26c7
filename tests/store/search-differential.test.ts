import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, type Reading } from '../../src/query/parse.ts';
import { withSynonyms } from '../../src/query/synonyms.ts';
import { search } from '../../src/store/search.ts';
import { AUTHORS, DAYS, matches, MODERATOR, STATED, TAGS, WORDS } from './naive-search.ts';
import { addQuestion, addSession, archive, type Invented, zone } from './search-archive.ts';
import { runs } from '../runs.ts';

const SAVED: Readonly<Record<string, string>> = { fair: 'grading OR "why study"', nested: 'saved:fair -is:rt (has:link OR since:2016)' };
const READING: Reading = { today: '2016-05-01', saved: (name) => SAVED[name] ?? null };
const SYNONYMS = {
  spellings: [
    ['sbg', 'standards-based grading', 'standards based'],
    ['growth mindset', 'rubric'],
    ['WHY', 'study'],
  ],
  capitalsOnly: ['WHY'],
};

test(
  'every search finds what a naive scan of the tweets finds',
  () => {
    const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const invented: fc.Arbitrary<Invented> = fc.record({
      when: fc.tuple(one(DAYS), one(['00:00', '18:59', '20:10', '23:59'])).map(([day, time]) => `${day} ${time}`),
      author: one(AUTHORS),
      text: fc
        .array(
          fc.oneof(
            { weight: 6, arbitrary: one(WORDS) },
            one(TAGS.map((tag) => `#${tag}`)),
            one(AUTHORS.map((author) => `@${author}`)),
            one(['👍', 'Q1:', 'https://www.edutopia.org/blog/grading', 'https://x.example/study']),
          ),
          { minLength: 1, maxLength: 6 },
        )
        .chain((words) => one([words.join(' '), words.join('-'), `RT @kofi: ${words.join(' ')}`])),
      replyTo: one([null, null, { id: '721000000000000001', author: 'ana' }]),
      quoteOf: one([null, null, { id: '721000000000000002' }]),
      counts: one([{}, {}, { likes: 2 }, { likes: 0, replies: 3 }]),
      media: one([[], [], [{ url: 'https://pbs.twimg.com/media/a.jpg' }]]),
      asContext: one([false, false, false, true]),
      placed: one([
        { session: '2016-04-17', role: 'question', question: 1 },
        { session: '2016-04-17', role: 'answer', question: 2 },
        { session: '2016-04-17b', role: 'talk' },
        { session: '2014-01-05', role: 'answer', question: 1 },
      ] as const),
    });
    const leaf = fc.oneof(
      { weight: 4, arbitrary: one(WORDS) },
      one(WORDS).chain((word) =>
        fc
          .integer({ min: Math.min(2, word.length), max: word.length })
          .map((length) => `${word.toLowerCase().normalize('NFKD').slice(0, length)}*`),
      ),
      one(WORDS.filter((word) => !word.endsWith('?'))).map((word) => `+${word}`),
      fc.tuple(one(WORDS), one(WORDS)).chain(([a, b]) => one([`"${a} ${b}"`, `${a}-${b}`])),
      fc.tuple(one(['from:', 'to:', '@']), one(AUTHORS)).map((parts) => parts.join('')),
      one(TAGS).map((tag) => `#${tag}`),
      fc
        .tuple(one(['since:', 'until:', 'on:', 'week:', 'session:', 'after:', 'before:']), one([...DAYS, '2016-W15', '2016-04', '2016']))
        .map((parts) => parts.join('')),
      one([
        'has:link',
        'has:media',
        'is:reply',
        'is:rt',
        'is:quote',
        'is:original',
        'is:question',
        'is:answer',
        'q:1',
        'a:1..2',
        'url:edutopia.org/blog',
        'site:edutopia.org',
        'site:x.example',
        'topic:grading',
        'topic:rubric',
        '👍',
        'Q1',
        'min_faves:2',
        'min_replies:1',
        'is:new',
        'is:moderator',
        'mod:Ana',
        'mod:kofi',
        'thread:721000000000000001',
        'thread:{grade has:media}',
        'thread:{from:ana OR "why rubrics"}',
        'season:2015-16',
        'season:2013',
        'newer_than:1y',
        'older_than:2w',
        'date:2016-04-10..2016-04-17',
        'week:latest',
        'session:latest',
        'min_likes:1',
        'min_retweets:1',
        'from:(kofi OR ana)',
        'tag:(grades iaedchat)',
        'on:(2014-01-05 OR 2016-W15)',
        '{grade "why rubrics" from:kofi}',
        'saved:fair',
        '-saved:nested',
        'saved:nested',
        'https://edutopia.org/blog/grading?utm_source=x',
        'by:mr_smith',
        'filter:replies',
      ]),
    );
    const { query } = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        leaf,
        leaf,
        fc.tuple(tie('query'), tie('query')).chain(([a, b]) => one([`${a} ${b}`, `${a} OR ${b}`, `(${a}) (${b})`, `(${a} OR ${b})`])),
        tie('query').chain((a) => one([`-(${a})`, `NOT (${a})`])),
      ),
    }));
    // Many searches on few archives: an archive takes longer to build than to ask.
    fc.assert(
      fc.property(
        fc.array(invented, { minLength: 20, maxLength: 40 }),
        fc.array(query, { minLength: 40, maxLength: 40 }),
        one(['relevance', 'newest', 'oldest'] as const),
        one([null, 'iaedchat']),
        fc.boolean(),
        (tweets, queries, order, chat, wide) => {
          const { db, kept } = archive(tweets);
          addSession(db, STATED.session, STATED.topic, [], { moderators: [MODERATOR] });
          addQuestion(db, STATED.session, STATED.number, STATED.question);
          for (const text of queries) {
            const typed = parse(text, READING);
            const meantQuery = wide ? withSynonyms(typed, SYNONYMS).query : typed;
            const wanted = kept
              .filter(({ tweet }) => !tweet.context && (chat === null || tweet.hashtags.includes(chat)))
              .filter((entry) => matches(meantQuery.root, entry, kept));
            const { hits, total } = search(db, meantQuery, { chat, zone, order, limit: 1000 });
            expect(hits.map(({ key }) => key).toSorted(), text).toEqual(wanted.map(({ tweet }) => tweet.key).toSorted());
            expect(total).toBe(wanted.length);
            const keys = hits.map(({ key }) => BigInt(key));
            if (order !== 'relevance') expect(keys).toEqual(keys.toSorted((a, b) => (a < b === (order === 'oldest') ? -1 : 1)));
          }
          db.close();
        },
      ),
      { numRuns: runs(50) },
    );
  },
  runs(60_000),
);
