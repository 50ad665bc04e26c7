/** The attack strings through the renderers of lists, corrections, explanations, and of keeping the archive; and through tables and JSON. */
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { linksCsv, tweetsCsv } from '../../src/render/csv.ts';
import { renderCorrections } from '../../src/render/corrections.ts';
import { renderFindings, renderMended, renderSalvage } from '../../src/render/doctor.ts';
import { renderForgetPlan, renderForgotten, renderTombstones } from '../../src/render/forget.ts';
import { searchJson, sessionsJson, threadJson } from '../../src/render/json.ts';
import { findingsJson, forgetJson } from '../../src/render/json-keep.ts';
import { linkLine, tweetLine } from '../../src/render/jsonl.ts';
import { renderBackup, renderOpenCopy, renderRestore } from '../../src/render/keep.ts';
import { renderSaved, renderSynonyms } from '../../src/render/saved.ts';
import { renderRuns, renderUndo } from '../../src/render/undo.ts';
import { renderWhy } from '../../src/render/why.ts';
import { figure } from '../runs.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat, plain } from './sample.ts';

// oxlint-disable no-control-regex -- they are what is looked for
const DANGEROUS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{M}{5}|\p{Surrogate}/u;
const IN_JSON = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

let tried = 0;
afterAll(() => figure('attack strings through a renderer', tried));

function terminalPages(text: string): Record<string, string> {
  const { session } = poisoned(text);
  const [answer] = poisoned(text).answers;
  if (answer === undefined) throw new Error('no tweet');
  const tally = { read: 1, added: 1, updated: 0, unchanged: 0, context: 0, rejected: 0 };
  const run = { import: 1, batch: 1, path: text, format: text, chat: null, importedAt: 0, counts: tally };
  const rows = { tweets: 2, marks: 1 };
  const manifest = {
    format: 'edchat-backup' as const,
    version: 1 as const,
    madeAt: '2016-04-17T00:00:00.000Z',
    schema: 1,
    bytes: 1,
    sha256: '',
    rows,
  };
  const forgotten = {
    ...FORGOTTEN,
    searches: [text],
    handles: [text, text],
    files: [{ path: text, what: text, writtenAt: 0, seen: false }],
  };
  return {
    corrections: renderCorrections(
      [{ number: 1, chat: text, monday: '2016-04-11', madeAt: 0, correction: { kind: 'topic', session: text, text } }],
      chat,
      plain,
    ),
    saved: renderSaved([{ name: text, query: text, savedAt: 0 }], plain),
    synonyms: renderSynonyms([{ word: text, meanings: [text], own: true, tweets: null }], plain),
    undo: renderUndo({ batch: 1, imports: [run], removed: 1, restored: 1 }),
    runs: renderRuns([{ batch: 1, imports: [run] }], plain),
    why: renderWhy({ tweet: answer, session, question: text, reasons: { role: text, question: text } }, chat, plain),
    doctor: renderFindings(text, [{ check: 'file', verdict: 'bad', says: text, remedy: text, fixable: true }], plain),
    mended: renderMended({ aside: text }),
    salvage: renderSalvage({ path: text, rows, lost: 1, pages: 1 }),
    plan: renderForgetPlan(forgotten),
    forgotten: renderForgotten({ ...forgotten, alias: text, wiped: false }),
    tombstones: renderTombstones([{ forgottenAt: 0, people: 1, tweets: 1, aliases: [text] }]),
    backup: renderBackup({ path: text, manifestPath: text, manifest }),
    copy: renderOpenCopy(text, { format: 'edchat-archive', version: 1, madeAt: '', schema: 1, sequences: {}, files: [] }),
    restore: renderRestore({ from: text, madeAt: null, checked: true, aside: text, rows }),
  };
}

const FORGOTTEN = {
  removed: 1,
  copies: 1,
  changed: 1,
  corrections: 1,
  marks: 1,
  searches: [],
  alias: null,
  handles: [],
  files: [],
  wiped: true,
};

describe.each(Object.entries(ATTACKS))('%s', (_, text) => {
  test('reaches no terminal', () => {
    const pages = Object.entries(terminalPages(text));
    tried += pages.length;
    for (const [name, page] of pages) expect(DANGEROUS.exec(page)?.[0] ?? '', name).toBe('');
  });

  test('is no formula in a table, and moves no cell', () => {
    const { answers, weeks } = poisoned(text);
    const tweets = answers.map((view) => ({ ...view, network: 'twitter' as const, replyTo: text, retweetOf: text, thread: text }));
    for (const table of [tweetsCsv(tweets), linksCsv(weeks)]) {
      tried += 1;
      const rows: string[][] = parse(table, { relaxColumnCount: false });
      for (const cell of rows.flat()) expect([FORMULA.test(cell), DANGEROUS.exec(cell)?.[0] ?? '']).toEqual([false, '']);
    }
  });

  test('stays a text in JSON, and shows nothing invisible', () => {
    const { answers, session, search, thread, weeks } = poisoned(text);
    const [tweet] = answers;
    if (tweet === undefined) throw new Error('no tweet');
    const week = weeks[0];
    const lines = [
      tweetLine({ ...tweet, network: 'twitter', replyTo: null, retweetOf: null, thread: null }),
      ...(week === undefined ? [] : week.links.map((link) => linkLine(link, week))),
      searchJson(text, search),
      sessionsJson(chat, [session]),
      threadJson(chat, thread),
      findingsJson(text, [{ check: 'file', verdict: 'bad', says: text, remedy: text, fixable: false }]),
      forgetJson({ ...FORGOTTEN, searches: [text] }, true),
    ];
    tried += lines.length;
    for (const line of lines) {
      expect(line.endsWith('\n')).toBe(true);
      expect(IN_JSON.exec(line.slice(0, -1))?.[0] ?? '').toBe('');
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
  });
});
