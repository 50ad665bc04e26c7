import { expect, test } from 'vitest';
import { renderSearch } from '../../src/render/search.ts';
import { renderThread, renderThreads } from '../../src/render/thread.ts';
import { tweetText } from '../../src/render/tweet-text.ts';
import { renderWeek } from '../../src/render/week.ts';
import { answer, chat, colourful, plain, search, session, thread, tweet } from './sample.ts';

const place = { zone: chat.zone };

test('a week shows its questions with their first answers', () => {
  expect(renderWeek(session, plain, { answers: 2 })).toMatchInlineSnapshot(`
    "#PondChat  Sunday, April 17, 2016, 7:00–8:00 p.m. America/Chicago
    First visits to water
    1,153 tweets, 41 people, 3 questions, 12 links  ▂▆█▅▇▅▆▄▅▃ ▁
    Moderated by @mod_minnow and @heron_hollis

    Q1  What does a first visit to water look like with your class, and what do they
        take home? (@mod_minnow, 7:03)
        @heron_hollis  7:05  A1: We count tadpoles every Friday. The data wall is
                             the best part
        @MarshaMudd4   7:06  A1 Journals! Ours are here:
                             pondnotes.example/journals/spring-2016 (free to copy)
                             #pondchat (picture)
                             … and 4 more (edchat week 2016-04-17 --all)

    Q2a  Which tool earned its place in your bag? (@mod_minnow, 7:15)

    Q2b  …and which one stays home? (someone, 7:20)
        @reedy  7:21  A2: The big net stays home.

    Q3  Who helps? (@mod_minnow, 7:30)
        (no answers found)

    Links
      4  Pond journals [free]
         https://www.pondnotes.example/journals/spring-2016?page=2
         shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy,
         under Q1
      1  https://buckets.example/
         shared by @reedy
         … and 10 more (edchat links 2016-04-17)

    People
         @heron_hollis 23 tweets, @mod_minnow 12, @reedy 1
         … and 38 more (edchat people 2016-04-17)
    "
  `);
});

test('all answers are shown when asked for, retweets and ids with them', () => {
  expect(
    renderWeek({ ...session, questionList: session.questionList.slice(0, 1), topLinks: [], topPeople: [] }, plain, {
      answers: 'all',
      ids: true,
    }),
  ).toMatchInlineSnapshot(`
    "#PondChat  Sunday, April 17, 2016, 7:00–8:00 p.m. America/Chicago
    First visits to water
    1,153 tweets, 41 people, 3 questions, 12 links  ▂▆█▅▇▅▆▄▅▃ ▁
    Moderated by @mod_minnow and @heron_hollis

    Q1  What does a first visit to water look like with your class, and what do they
        take home? (@mod_minnow, 7:03)
        @heron_hollis       7:05  A1: We count tadpoles every Friday. The data wall
                                  is the best part [721800000000001005]
        @MarshaMudd4        7:06  A1 Journals! Ours are here:
                                  pondnotes.example/journals/spring-2016 (free to
                                  copy) #pondchat (picture) [721800000000001006]
        @reedy              7:06  RT @heron_hollis: A1: We count tadpoles every
                                  Friday. [721800000000001106]
        someone             7:07  A1 One class, one bucket, one question each. Then
                                  we vote 🐸 [721800000000001007]
        @a_very_long_na…    7:09  A1 Standing still for five minutes. Hardest thing
                                  I teach, and the one that they remember when they
                                  are back in the building. [721800000000001009]
        @heron_hollis     Apr 18  A1 Late, but: let them name the pond.
                                  [721800000000002120]
    "
  `);
});

test('a narrow terminal puts texts below the names', () => {
  expect(
    renderWeek(
      { ...session, questionList: session.questionList.slice(0, 1), topLinks: [], topPeople: [] },
      { ...plain, width: 44 },
      { answers: 1 },
    ),
  ).toMatchInlineSnapshot(`
    "#PondChat  Sunday, April 17, 2016, 7:00–8:00
    p.m. America/Chicago
    First visits to water
    1,153 tweets, 41 people, 3 questions, 12
    links  ▂▆█▅▇▅▆▄▅▃ ▁
    Moderated by @mod_minnow and @heron_hollis

    Q1  What does a first visit to water look
        like with your class, and what do they
        take home? (@mod_minnow, 7:03)
        @heron_hollis  7:05
          A1: We count tadpoles every Friday.
          The data wall is the best part
          … and 5 more (edchat week 2016-04-17
          --all)
    "
  `);
});

test('a derived topic says so', () => {
  const derived = {
    ...session,
    topic: { text: 'mud, boots', source: 'derived' as const, terms: [] },
    questionList: [],
    topLinks: [],
    topPeople: [],
    moderators: [],
  };
  expect(renderWeek(derived, plain)).toMatchInlineSnapshot(`
    "#PondChat  Sunday, April 17, 2016, 7:00–8:00 p.m. America/Chicago
    ≈ mud, boots
    1,153 tweets, 41 people, 3 questions, 12 links  ▂▆█▅▇▅▆▄▅▃ ▁
    ≈ nobody stated this topic: it is worked out from the words of the session
    No question was recognised. Read what was said: edchat search week:2016-W15
    --newest
    "
  `);
});

test('hits stand under their sessions', () => {
  expect(renderSearch(search, plain, place)).toMatchInlineSnapshot(`
    "Sun 2016-04-17  First visits to water
      @heron_hollis  7:05  A1: We count *tadpoles* every Friday. The data wall is
                           the best part #pondchat (2 retweets)
      @MarshaMudd4   7:12  Counting *Tadpoles* again

    Outside the sessions
      @reedy  2016-04-19  …no *tadpoles* yet t.co/abCD123456

    3 of 34 tweets, most relevant first
    "
  `);
});

test('the words that were found are bold and yellow', () => {
  expect(renderSearch(search, colourful, place)).toContain('We count \u001b[1m\u001b[33mtadpoles\u001b[39m\u001b[22m every');
});

test('the last line of a search says how many there are', () => {
  const last = (total: number, hits = search.hits) =>
    renderSearch({ ...search, total, hits, order: 'newest' }, plain, place)
      .split('\n')
      .at(-2);
  expect(last(12345)).toBe('3 of 12,345 tweets, newest first');
  expect(last(3)).toBe('3 tweets, newest first');
  expect(last(1, search.hits.slice(0, 1))).toBe('1 tweet');
  expect(last(0, [])).toBe('0 tweets found: the word tadpoles');
});

test('a thread is a tree', () => {
  expect(renderThread(thread, plain, place)).toMatchInlineSnapshot(`
    "Sunday, April 17, 2016, 5 tweets, 4 people

    (a tweet that no export holds)
    ├ @heron_hollis  7:05 p.m.  We count tadpoles every Friday. The data wall is
    │ │ the best part of it, and every family that visits stops there first.
    │ ├ @MarshaMudd4  7:06 p.m.  @heron_hollis How do you keep the little ones
    │ │ │ from counting the same tadpole four times? Asking for a friend.
    │ │ └ @heron_hollis  7:08 p.m.  @MarshaMudd4 I do not 😀
    │ └ someone  7:07 p.m.  Love this.
    └ @reedy  7:09 p.m.  (by mention)  @heron_hollis Yes!
    "
  `);
});

test('threads are listed with what shows each', () => {
  expect(
    renderThreads(
      [thread, { ...thread, roots: [{ key: '1', tweet: null, inferred: false, children: [] }], tweets: 1, people: 1 }],
      plain,
      place,
    ),
  ).toMatchInlineSnapshot(`
    "@heron_hollis  We count tadpoles every Friday. The data wall is the best
      part of it, and every family that visits stops there first.
      2016-04-17 7:05 p.m., 5 tweets, 4 people, under a tweet that no export holds:
      edchat thread 721700000000000000

    (a tweet that no export holds)
      2016-04-17 7:05 p.m., 1 tweet, 1 person: edchat thread 721700000000000000

    2 threads
    "
  `);
});

test('a list of threads says how many there are', () => {
  expect(renderThreads([thread], plain, { ...place, all: 7 })).toMatch(/1 of 7 threads, longest first \(--limit 7 shows all\)\n$/);
});

test('short links give way to where they lead, and sentences keep their ends', () => {
  const links = [{ short: 'https://t.co/abc', url: 'https://www.a.example/b', title: null }];
  const shown = (text: string, media = 0) => tweetText({ ...tweet(1, 'reedy', text), links, media }, plain);
  expect(shown('See https://t.co/abc.')).toBe('See a.example/b.');
  expect(shown('(https://t.co/abc) https://t.co/xyz')).toBe('(a.example/b) t.co/xyz');
  expect(shown('Look! https://t.co/xyz', 1)).toBe('Look! (picture)');
  expect(shown('https://en.example/Frog_(animal) is one')).toBe('en.example/Frog_(animal) is one');
});

test('a side conversation stands under its answer, and is counted where it is not shown', () => {
  const answers = [
    answer(5, 'heron_hollis', 'A1: We count tadpoles every Friday', { key: 'a' }),
    answer(8, 'reedy', 'How many buckets does that take?', { key: 'b', under: 'a', depth: 1 }),
    answer(9, 'heron_hollis', 'One, if nobody trips', { key: 'c', under: 'b', inferred: true, depth: 2 }),
    answer(6, 'MarshaMudd4', 'A1 Journals!', { key: 'd' }),
  ];
  const [question] = session.questionList;
  if (question === undefined) throw new Error('no question');
  const one = { ...session, questionList: [{ ...question, answers }], topLinks: [], topPeople: [] };
  expect(renderWeek(one, plain, { answers: 'all' }).split('\n').slice(7, 11)).toEqual([
    '    @heron_hollis  7:05  A1: We count tadpoles every Friday',
    '    @reedy         7:08  ↳ How many buckets does that take?',
    '    @heron_hollis  7:09  ↳↳ (by mention) One, if nobody trips',
    '    @MarshaMudd4   7:06  A1 Journals!',
  ]);
  expect(renderWeek(one, plain).split('\n').slice(7, 9)).toEqual([
    '    @heron_hollis  7:05  A1: We count tadpoles every Friday ↳ 2 replies',
    '    @MarshaMudd4   7:06  A1 Journals!',
  ]);
});

test('a placement in doubt says perhaps', () => {
  const [question] = session.questionList;
  if (question === undefined) throw new Error('no question');
  const answers = [answer(5, 'reedy', 'Boots first', { attributedBy: 'clock', certainty: 0.55 })];
  expect(renderWeek({ ...session, questionList: [{ ...question, answers }] }, plain)).toContain('Boots first (perhaps)');
});

test('a question without words says how to give it some', () => {
  const [question] = session.questionList;
  if (question === undefined) throw new Error('no question');
  const text = renderWeek({ ...session, questionList: [{ ...question, text: '' }] }, plain);
  expect(text).toContain('Q1  (no tweet holds its words)');
  expect(text).toContain('edchat fix question Q1 "…" --session 2016-04-17');
});
