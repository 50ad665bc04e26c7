// oxlint-disable no-control-regex -- they are what is looked for
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csv, linksCsv, tweetsCsv } from '../../src/render/csv.ts';
import * as json from '../../src/render/json.ts';
import { linkLine, sessionLine, tweetLine } from '../../src/render/jsonl.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import {
  answers,
  bareLink,
  chat,
  exported,
  file,
  link,
  linkWeeks,
  people,
  report,
  search,
  session,
  sessions,
  summary,
  thread,
  tweet,
} from './sample.ts';

const keys = (text: string): string[] => Object.keys(JSON.parse(text) as object);

describe('CSV', () => {
  test('tweets and links are tables', () => {
    expect(tweetsCsv(answers.slice(2, 4).map((view) => exported(view)))).toMatchInlineSnapshot(`
      "id,url,network,author,author_name,created_at,text,kind,reply_to,retweet_of,session,role,question,attributed_by,certainty,thread,links,starred,note,tags
      721800000000001106,https://twitter.com/reedy/status/721800000000001006,twitter,reedy,,2016-04-18T00:06:00Z,RT @heron_hollis: A1: We count tadpoles every Friday.,retweet,,,2016-04-17,answer,1,label,0.99,,,,,
      721800000000001007,,twitter,,,2016-04-18T00:07:00Z,"A1 One class, one bucket, one question each.
      Then we vote 🐸",original,,,2016-04-17,answer,1,label,0.99,,,,,
      "
    `);
    expect(linksCsv(linkWeeks)).toMatchInlineSnapshot(`
      "week,session,topic,url,title,people,tweets,first_shared_by,first_shared_at,shared_by,question,weeks_before,state,looked_at,moved_to,copy,starred,note,tags
      2016-W15,2016-04-17,First visits to water,https://www.pondnotes.example/journals/spring-2016?page=2,Pond journals [free],4,6,MarshaMudd4,2016-04-18T00:06:00Z,MarshaMudd4 heron_hollis reedy,1,,,,,,,,
      2016-W15,2016-04-17,First visits to water,https://buckets.example/,,1,1,reedy,2016-04-18T00:06:00Z,reedy,,,,,,,,,
      2016-W16,,,https://buckets.example/,,1,1,reedy,2016-04-18T00:06:00Z,reedy,,,,,,,,,
      "
    `);
  });

  test('a cell that a spreadsheet would run is held by an apostrophe', () => {
    const cells = ['=1+1', '+1', '-1', '@x hi', ' \t=1', '＝1', 'a=1', ':-)', null, -1];
    expect(csv([cells])).toBe(`'=1+1,'+1,'-1,'@x hi,'  =1,'＝1,a=1,:-),,-1\r\n`);
  });

  test('a byte order mark comes first when asked for', () => {
    expect(tweetsCsv([], { mark: true })).toMatch(/^\ufeffid,/);
    expect(tweetsCsv([])).toMatch(/^id,/);
  });

  test.each(Object.entries(ATTACKS))('%s stays in its cell', (_, text) => {
    const evil = poisoned(text);
    const rows: string[][] = parse(tweetsCsv(evil.answers.map((view) => exported(view))) + linksCsv(evil.weeks), {
      relax_column_count: true,
    });
    expect(rows).toHaveLength(1 + 3 + 1 + 3);
    for (const cell of rows.flat()) {
      expect(cell).not.toMatch(/^\s*[=+@＝＋－＠-]/);
      expect(cell).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

describe('JSON', () => {
  test('a tweet is one line with the keys of the contract', () => {
    const line = tweetLine(exported(answers[1] ?? tweet(1, null, ''), { replyTo: '1', thread: '1' }));
    expect(line).toMatchInlineSnapshot(`
      "{"id":"721800000000001006","url":"https://twitter.com/MarshaMudd4/status/721800000000001006","network":"twitter","author":"MarshaMudd4","authorName":null,"createdAt":"2016-04-18T00:06:00Z","text":"A1 Journals! Ours are here: https://t.co/abCD123456 (free to copy) #pondchat https://t.co/pic0000001","kind":"original","replyTo":"1","retweetOf":null,"session":"2016-04-17","role":"answer","question":1,"attributedBy":"label","certainty":0.99,"thread":"1","links":[{"url":"https://www.pondnotes.example/journals/spring-2016?page=2","title":"Pond journals"}]}
      "
    `);
    expect(keys(line)).toEqual([
      'id',
      'url',
      'network',
      'author',
      'authorName',
      'createdAt',
      'text',
      'kind',
      'replyTo',
      'retweetOf',
      'session',
      'role',
      'question',
      'attributedBy',
      'certainty',
      'thread',
      'links',
    ]);
  });

  test('weeks have the keys of the contract', () => {
    expect(json.weeksJson(chat, [summary])).toMatchInlineSnapshot(`
      "{"version":1,"chat":"pondchat","sessions":[{"session":"2016-04-17","week":"2016-W15","startsAt":"2016-04-18T00:00:00Z","endsAt":"2016-04-18T01:00:00Z","topic":{"text":"First visits to water","source":"stated","terms":["pond","journals","tadpoles"]},"tweets":1153,"people":41,"questions":3,"links":12,"curve":[4,20,31,18,25,16,22,12,19,8,0,3]}]}
      "
    `);
  });

  test('an import has the keys of the contract, then ours', () => {
    expect(
      json.importJson(
        report([{ ...file, read: 2, added: 1, rejected: [{ at: 'line 3', reason: 'no text' }] }], { sessions: ['2016-04-17'] }),
      ),
    ).toMatchInlineSnapshot(`
      "{"version":1,"files":[{"path":"exports/tags-april.csv","format":"tags-csv","read":2,"added":1,"updated":0,"unchanged":0,"context":0,"rejected":[{"at":"line 3","reason":"no text"}],"warnings":[],"error":null}],"totals":{"read":2,"added":1,"updated":0,"unchanged":0,"context":0,"rejected":1},"sessions":["2016-04-17"],"chat":"pondchat","skipped":[],"unknownHashtag":null,"dryRun":false,"interrupted":false}
      "
    `);
  });

  test('every query is one object with a version', () => {
    const texts = {
      week: json.sessionsJson(chat, [session]),
      search: json.searchJson('tadpoles', search),
      threads: json.threadsJson(chat, [thread]),
      thread: json.threadJson(chat, thread),
      links: json.linksJson(chat, linkWeeks, 0),
      people: json.peopleJson(chat, people),
      topics: json.topicsJson(chat, sessions),
      topicHits: json.topicHitsJson(chat, [{ session: summary, score: 1, questions: [{ label: 'Q1', text: 'Why?' }] }]),
      chats: json.chatsJson([{ chat, tweets: 1, sessions: 1, own: false }]),
    };
    for (const text of Object.values(texts)) {
      expect(text).toMatch(/^\{"version":1,[^\n]*\}\n$/);
      expect(text).not.toMatch(/"\w+At":\d/);
    }
    expect(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, keys(text).join(' ')]))).toMatchInlineSnapshot(`
      {
        "chats": "version chats",
        "links": "version chat weeks lost",
        "people": "version chat people",
        "search": "version query read total offset suggestion hits more",
        "thread": "version chat thread",
        "threads": "version chat threads",
        "topicHits": "version chat hits",
        "topics": "version chat sessions",
        "week": "version chat sessions",
      }
    `);
  });

  test('a thread is a list in reading order, each tweet with the one it answers', () => {
    const { nodes } = (
      JSON.parse(json.threadJson(chat, thread)) as {
        thread: { nodes: { parent: string | null; depth: number; tweet: { author: string } | null }[] };
      }
    ).thread;
    expect(nodes.map((node) => `${node.depth} ${node.tweet?.author ?? '-'}`)).toEqual([
      '0 -',
      '1 heron_hollis',
      '2 MarshaMudd4',
      '3 heron_hollis',
      '2 -',
      '1 reedy',
    ]);
    expect(nodes[1]?.parent).toBe(thread.thread);
  });

  test('links and sessions are lines, too', () => {
    expect(keys(linkLine(link, { week: '2016-W15', session: null, topic: null })).slice(0, 4)).toEqual(['week', 'session', 'topic', 'url']);
    expect(linkLine(bareLink, { week: '2016-W15', session: null, topic: null })).toContain('"title":null');
    expect(keys(sessionLine(session)).slice(0, 3)).toEqual(['chat', 'session', 'week']);
  });

  test.each(Object.entries(ATTACKS))('%s comes back as it was and moves no cursor', (_, text) => {
    const line = tweetLine(exported(tweet(1, 'reedy', text)));
    expect((JSON.parse(line) as { text: string }).text).toBe(text);
    expect(line).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*\n$/);
  });
});
