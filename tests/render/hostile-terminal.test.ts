import { afterAll, describe, expect, test } from 'vitest';
import { renderChats } from '../../src/render/chats.ts';
import { renderDebrief } from '../../src/render/debrief.ts';
import { renderImportReport } from '../../src/render/import-report.ts';
import { widthOf } from '../../src/render/layout.ts';
import { renderLinks } from '../../src/render/links.ts';
import { renderPeople } from '../../src/render/people.ts';
import { renderSearch } from '../../src/render/search.ts';
import { renderStats } from '../../src/render/stats.ts';
import type { Look } from '../../src/render/terminal.ts';
import { renderThread, renderThreads } from '../../src/render/thread.ts';
import { renderTopicHits, renderTopics } from '../../src/render/topics.ts';
import { renderWeek } from '../../src/render/week.ts';
import { renderWeeks } from '../../src/render/weeks.ts';
import { figure } from '../runs.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat, colourful, groupsOf, plain } from './sample.ts';

// oxlint-disable no-control-regex -- they are what is looked for
const OUR_OWN = /\u001b\[\d+m|\u001b\]8;;(?:https?:\/\/[!-~]+)?\u0007/g;
const DANGEROUS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{M}{5}|\p{Surrogate}/u;

let tried = 0;
afterAll(() => figure('attack strings through a renderer', tried));

function pages(text: string, look: Look): Record<string, string> {
  tried += 11;
  const evil = poisoned(text);
  const place = { zone: chat.zone };
  return {
    weeks: renderWeeks([evil.summary], chat, look),
    week: renderWeek(evil.session, look, { answers: 'all' }),
    search: renderSearch(evil.search, look, place),
    threads: renderThreads([evil.thread], look, place),
    thread: renderThread(evil.thread, look, place),
    links: renderLinks(groupsOf(evil.weeks), chat, look),
    people: renderPeople([evil.person], chat, look),
    topics: renderTopics([evil.summary], chat, look),
    topicHits: renderTopicHits(evil.hits, chat, look),
    chats: renderChats(
      [{ chat: { ...chat, name: text, title: text, about: text, hashtags: [text, text] }, tweets: 1, sessions: 1, own: true }],
      look,
    ),
    report: renderImportReport(evil.report, look),
    hour: renderWeek(evil.session, look, { hour: { startsAt: 0, endsAt: 3_600_000, bars: [1, 2, 3], marks: [{ label: text, bar: 1 }] } }),
    debrief: renderDebrief({ session: evil.summary, questions: [figures(text)], figures: EVENING, usual: EVENING, others: 2 }, chat, look),
    stats: renderStats(
      { ...EVENING, sessions: 1, years: [], months: [], hours: [1, 2], sites: [{ host: text, pages: 1, tweets: 1, people: 1 }] },
      { ...chat, title: text, zone: text },
      look,
    ),
  };
}

const EVENING = { tweets: 9, people: 3, questions: 1, answers: 4, firstAnswer: 30, tail: 90, echo: 0.2, speaking: 1 };
const figures = (text: string) => ({ label: text, text, answers: 4, people: 3, firstAnswer: 30, tail: 90, echo: null });

describe.each(Object.entries(ATTACKS))('%s', (_, text) => {
  test('reaches no terminal', () => {
    for (const [name, page] of Object.entries(pages(text, plain))) expect(DANGEROUS.exec(page)?.[0] ?? '', name).toBe('');
  });

  test('leaves only our own colours and links on a terminal that has them', () => {
    for (const [name, page] of Object.entries(pages(text, colourful)))
      expect(DANGEROUS.exec(page.replace(OUR_OWN, ''))?.[0] ?? '', name).toBe('');
  });

  test('stays inside the width, and ends in one newline', () => {
    for (const [name, page] of Object.entries(pages(text, plain))) {
      expect(Math.max(...page.split('\n').map(widthOf)), name).toBeLessThanOrEqual(plain.width);
      expect(page, name).toMatch(/[^\n]\n$/);
    }
  });
});

test('a conversation ten thousand replies deep is shown', () => {
  const { answers } = poisoned('deep');
  let node = { key: 'k', tweet: answers[0] ?? null, inferred: false, children: [] as never[] };
  for (let depth = 0; depth < 10_000; depth += 1) node = { key: 'k', tweet: answers[0] ?? null, inferred: true, children: [node as never] };
  const thread = { thread: 'k', tweets: 10_000, people: 1, depth: 10_000, startsAt: 0, roots: [node] };
  expect(renderThread(thread, plain, { zone: 'UTC' }).split('\n').length).toBeGreaterThan(10_000);
});
