import { expect, test } from 'vitest';
import { renderChats } from '../../src/render/chats.ts';
import { renderLinks } from '../../src/render/links.ts';
import { renderPeople } from '../../src/render/people.ts';
import { renderTopicHits, renderTopics } from '../../src/render/topics.ts';
import { renderMissing, renderWeeks, sparkline } from '../../src/render/weeks.ts';
import { chat, colourful, linkGroups, people, plain, questions, sessions, wide } from './sample.ts';

test('weeks are a table', () => {
  expect(renderWeeks(sessions, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 sessions, all at 7:00 p.m. America/Chicago

    DATE            TOPIC                    TWEETS  PEOPLE  Qs  LINKS  THE HOUR
    Sun 2016-04-03  ≈ mud, boots,                98      41   3     12  ▂▆█▅▇▅▆▄▅▃ ▁
                    permission slips
    Sun 2016-04-10  Building a habit of           7       1   3      0   ▃  ▆▃  █
                    looking closely, with…
    Sun 2016-04-17  First visits to water     1,153      41   3     12  ▂▆█▅▇▅▆▄▅▃ ▁

    ≈ nobody stated this topic: it is worked out from the words of the session
    "
  `);
});

test('a wide terminal shows the time of every session', () => {
  expect(renderWeeks(sessions, chat, wide)).toMatchInlineSnapshot(`
    "#PondChat  3 sessions, all at 7:00 p.m. America/Chicago

    DATE                 TIME  TOPIC                                                 TWEETS  PEOPLE  Qs  LINKS  THE HOUR
    Sun 2016-04-03  7:00 p.m.  ≈ mud, boots, permission slips                            98      41   3     12  ▂▆█▅▇▅▆▄▅▃ ▁
    Sun 2016-04-10  7:00 p.m.  Building a habit of looking closely, with and              7       1   3      0   ▃  ▆▃  █
                               without a screen between us
    Sun 2016-04-17  7:00 p.m.  First visits to water                                  1,153      41   3     12  ▂▆█▅▇▅▆▄▅▃ ▁

    ≈ nobody stated this topic: it is worked out from the words of the session
    "
  `);
});

test('times that differ are shown on a narrow terminal, too', () => {
  const [first] = sessions;
  const noon = sessions.map((session) => (session === first ? { ...session, startsAt: session.startsAt - 8 * 3_600_000 } : session));
  expect(renderWeeks(noon, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 sessions, times of America/Chicago

    DATE                  TIME  TOPIC                      TWEETS  PEOPLE  Qs  LINKS
    Sun 2016-04-03  11:00 a.m.  ≈ mud, boots, permission       98      41   3     12
                                slips
    Sun 2016-04-10   7:00 p.m.  Building a habit of             7       1   3      0
                                looking closely, with an…
    Sun 2016-04-17   7:00 p.m.  First visits to water       1,153      41   3     12

    ≈ nobody stated this topic: it is worked out from the words of the session
    "
  `);
});

test('no session is a heading alone', () => {
  expect(renderWeeks([], chat, plain)).toBe('#PondChat  0 sessions\n');
});

test('a derived topic is dim, every row keeps its columns', () => {
  const lines = renderWeeks(sessions, chat, colourful).split('\n');
  expect(lines[3]).toContain('\u001b[2m≈ mud');
});

test('an hour without tweets has no bars', () => {
  expect(sparkline([0, 0, 0])).toBe('   ');
  expect(sparkline([1, 4, 8, 0])).toBe('▁▄█ ');
});

test('missing dates are listed', () => {
  expect(renderMissing(['2016-03-27'], chat, plain)).toBe('#PondChat  1 date without a session\n  Sun 2016-03-27\n');
});

test('links stand under their weeks', () => {
  expect(renderLinks(linkGroups, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 links

    2016-04-17  First visits to water
      4  Pond journals [free]
         https://www.pondnotes.example/journals/spring-2016?page=2
         shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy,
         under Q1
      1  https://buckets.example/
         shared by @reedy

    2016-W16, no session
      1  https://buckets.example/
         shared by @reedy
    "
  `);
});

test('people are a table', () => {
  expect(renderPeople(people, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 people

    PERSON         NAME                 TWEETS  ASKED  ANSWERS  LINKS
    @heron_hollis  Hollis Heron             23      0       14      2  back
    @mod_minnow    Minnow (she/her) 🐟      12      4        1      0  moderator
    @reedy                                   1      0        1      1  new
    "
  `);
});

test('what nobody heard is explained where there is room for its column', () => {
  expect(renderPeople(people, chat, wide)).toMatch(/UNANSWERED[^]*\n\nUNANSWERED: tweets that nobody replied to/);
});

test('topics are listed with the words that mark them out', () => {
  expect(renderTopics(sessions, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 topics

    2016-04-03   ≈ mud, boots, permission slips
    2016-04-10   Building a habit of looking closely, with and without a screen
                 between us
    2016-04-17   First visits to water  pond, journals, tadpoles

    ≈ nobody stated this topic: it is worked out from the words of the session
    "
  `);
});

test('topics near to some words bring their questions', () => {
  const hits = sessions.map((session, at) => ({ session, score: 3 - at, questions: questions.slice(0, at) }));
  expect(renderTopicHits(hits, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  3 sessions near to these words, nearest first

    2016-04-03   ≈ mud, boots, permission slips

    2016-04-10   Building a habit of looking closely, with and without a screen
                 between us
                 Q1  What does a first visit to water look like with your class, and
                     what do they take home?

    2016-04-17   First visits to water  pond, journals, tadpoles
                 Q1  What does a first visit to water look like with your class, and
                     what do they take home?
                 Q2a  Which tool earned its place in your bag?

    ≈ nobody stated this topic: it is worked out from the words of the session
    "
  `);
});

test('chats of the archive are told in full, the others in a line', () => {
  const twice = {
    ...chat,
    name: 'mudchat',
    title: '#mudchat',
    schedule: [
      { weekday: 'tuesday', time: '12:00', minutes: 60 },
      { weekday: 'tuesday', time: '19:00', minutes: 60 },
    ] as const,
  };
  const views = [
    { chat, tweets: 1258, sessions: 3, own: false },
    { chat: twice, tweets: 0, sessions: 0, own: false },
    {
      chat: { ...twice, name: 'boots', title: '#boots', schedule: [], hashtags: ['boots', 'bootschat'] },
      tweets: 0,
      sessions: 0,
      own: true,
    },
  ];
  expect(renderChats(views, plain)).toMatchInlineSnapshot(`
    "#PondChat  --chat pondchat, 1,258 tweets, 3 sessions
      Teachers who take their classes outdoors
      Sundays 7:00 p.m. America/Chicago, 60 minutes, 2016-01 to 2017-08-31
      Sundays 8:00 p.m. America/Chicago, 60 minutes (1st, 2nd and 3rd of the
        month) since 2017-09

    #boots  --chat boots, 0 tweets, 0 sessions, changed by you
      Teachers who take their classes outdoors
      Tagged #boots, #bootschat

    Also known, with no tweets in this archive:
      #mudchat  Tuesdays 12:00 p.m. and 7:00 p.m. America/Chicago
    "
  `);
  expect(renderChats(views.slice(1, 2), plain)).toMatchInlineSnapshot(`
    "Known, with no tweets in this archive yet:
      #mudchat  Tuesdays 12:00 p.m. and 7:00 p.m. America/Chicago
    "
  `);
});
