import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveAt, DEMO, scratch } from './edchat.ts';

const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
const edchat = archiveAt(join(folder, 'archive.db'));
beforeAll(() => void edchat(['import', DEMO]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('recap', () => {
  test("the recap of the demo's latest session is the one that was read and found good", async () => {
    const { code, stdout } = edchat(['recap']);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/recap-2016-04-17.md');
  });

  test('the page of it tells the same, loads nothing and runs nothing', () => {
    const { stdout } = edchat(['recap', '--format', 'html']);
    expect(stdout).not.toMatch(/<script|<link|<img|\ssrc=|@import|url\(/);
    expect(stdout).toMatch(/<svg class="chart" role="img"[^>]* aria-label="Tweets in each minute from 7:00 p.m. to 8:00 p.m./);
    const headings = [...edchat(['recap']).stdout.matchAll(/^## (.*)$/gm)].map(([, words]) => words);
    expect(
      [...stdout.matchAll(/<h2>(.*)<\/h2>/g)].map(([, words = '']) => words.replaceAll('&quot;', '"').replaceAll('&#39;', "'")),
    ).toEqual(headings);
  });

  test('first-timers are greeted in their own words', () => {
    const { stdout } = edchat(['recap', '2016-04-10']);
    expect(stdout).toMatch(/## Welcome\n\nSay hello[^\n]*\n\n- \*\*Crystal Whitfeather\*\* [^\n]*New here! Crystal, substitute teacher/);
  });

  test('short tells less than normal, normal less than full', () => {
    const [short = 0, normal = 0, full = 0] = ['short', 'normal', 'full'].map(
      (length) => edchat(['recap', '--length', length]).stdout.length,
    );
    expect(short).toBeLessThan(normal);
    expect(normal).toBeLessThan(full);
  });

  test('with aliases nobody is named, and everybody keeps the same alias', () => {
    const named = edchat(['recap', '--length', 'full']).stdout;
    const names = new Set([...named.matchAll(/@(\w+)/g)].map(([, handle = '']) => handle));
    expect(names.size).toBeGreaterThan(40);
    const hidden = edchat(['recap', '--length', 'full', '--alias']).stdout;
    for (const name of names) expect(hidden.toLowerCase()).not.toContain(name.toLowerCase());
    for (const [, name = ''] of named.matchAll(/^- \*\*(.+?)\*\*/gm)) expect(hidden).not.toContain(name);
    expect(edchat(['recap', '--length', 'full', '--alias']).stdout).toBe(hidden);
    const moderators = (text: string) =>
      /\. ([^.]+) moderated/
        .exec(text)?.[1]
        ?.split(/, | and /)
        .toSorted() ?? [];
    const before = edchat(['recap', '2016-04-10', '--alias']).stdout;
    expect(moderators(before).filter((name) => moderators(hidden).includes(name))).toHaveLength(4);
  });

  test('a file is written whole, and not over another', () => {
    const out = join(scratch(), 'recap.md');
    expect(edchat(['recap', '--out', out]).code).toBe(0);
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('## Q7:');
    writeFileSync(out, 'mine');
    const again = edchat(['recap', '--out', out]);
    expect([again.code, again.stderr]).toEqual([
      2,
      `edchat: ${out}: there is a file of that name already. Choose another with --out FILE, or replace it with --force\n`,
    ]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(edchat(['recap', '--out', out, '--force']).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  test('where nothing can be written nothing is left behind', () => {
    const place = scratch();
    const out = join(place, 'missing', 'recap.md');
    expect(edchat(['recap', '--out', out])).toMatchObject({
      code: 2,
      stderr: `edchat: ${out}: edchat cannot write there, for there is no such folder. Make it first, or choose another place\n`,
    });
    expect([existsSync(out), readdirSync(place)]).toEqual([false, []]);
  });

  test('a time without a session names the nearest one', () => {
    expect(edchat(['recap', '2016-05'])).toMatchObject({ code: 1, stderr: expect.stringContaining('edchat recap 2016-04-17') as string });
  });
});
