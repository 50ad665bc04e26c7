/** No text makes a rule look for ever: each has a budget, whatever a stranger writes. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanText, clientName } from '../../src/normalise/clean.ts';
import { hiddenIn } from '../../src/normalise/forgotten.ts';
import { statusOf } from '../../src/normalise/identity.ts';
import { repairMojibake } from '../../src/normalise/mojibake.ts';
import { bareText } from '../../src/normalise/note-key.ts';
import { addressWords, searchText } from '../../src/normalise/search-text.ts';
import { addressesIn, hashtagsIn, mentionsIn } from '../../src/normalise/text.ts';
import { harmless } from '../../src/render/safe.ts';
import { runs } from '../runs.ts';

/**
 * Milliseconds for a text of 5,000 letters, twenty times what the longest post has. A rule takes one or two; one that looks back again and
 * again for each letter would take minutes, so that a busy machine is no reason to fail.
 */
const BUDGET = 3000;
const LENGTH = 5000 * runs(1);

const FOLDER = new URL('../../src/rules/', import.meta.url);
/** Of the rules those that read no text. */
const NOT_OF_TEXT = new Set([
  'answersInShort',
  'firstOf',
  'mayLeadOn',
  'gatherLinks',
  'weeksOfLinks',
  'inOrder',
  'bestUrl',
  'readAddress',
  'writeAddress',
  'redirectTarget',
  'samePage',
  'namesOf',
]);

type Rule = readonly [name: string, rule: (text: string) => unknown];

async function rulesOf(file: string): Promise<Rule[]> {
  const module = (await import(new URL(file, FOLDER).href)) as Record<string, unknown>;
  return Object.entries(module).flatMap(([name, rule]): Rule[] =>
    typeof rule === 'function' && !NOT_OF_TEXT.has(name) ? [[name, rule as Rule[1]]] : [],
  );
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
const rules = (await Promise.all(files.map(rulesOf))).flat();

const NOBODY = { person: () => null, account: () => null, tweet: () => null, name: () => null, nameLengths: [3, 2] };
const readers: readonly Rule[] = [
  ['cleanText', (text) => cleanText(text, true)],
  ['clientName', clientName],
  ['hashtagsIn', hashtagsIn],
  ['mentionsIn', mentionsIn],
  ['addressesIn', addressesIn],
  ['bareText', bareText],
  ['statusOf', statusOf],
  ['repairMojibake', repairMojibake],
  ['addressWords', addressWords],
  ['searchText', (text) => searchText({ text, hashtags: [] })],
  ['harmless', harmless],
  ['hiddenIn', (text) => hiddenIn(text, NOBODY)],
];

const PIECES = [
  'a',
  ' ',
  '\n',
  '@',
  '#',
  '#a',
  '@a ',
  'RT @a: ',
  '"@a: ',
  'Q',
  'Q1',
  'Q1: ',
  'A1 ',
  'A1, A2 & ',
  '1',
  '1/',
  '1/2 ',
  '.',
  '...',
  '…',
  '!?',
  '(',
  ')',
  '[',
  '&',
  '&amp;',
  '&#',
  '<',
  '<a ',
  '</',
  '-',
  ' - ',
  '–',
  ':',
  ': ',
  '/',
  '//',
  'http://',
  'http://a',
  'http://a.b/',
  'https://t.co/',
  'https://t.co/a ',
  '%',
  '%2',
  '%25',
  '?a=',
  '&a=',
  ';',
  ',',
  "'",
  '’s ',
  '\u0301',
  'Ã',
  'Ã©',
  'â€',
  '\u{1f468}\u200d',
  '\u001b[',
  '\u001b]',
  '\u202e',
  'topic: ',
  'tonight ',
  'welcome ',
  'next week ',
  'join us ',
  'question ',
  'what is ',
  'I am ',
  'my name is ',
  '_',
  'a_',
  'a.',
  'ab.cd.',
  'a@',
  '１',
  '＠',
];
const TEXTS = PIECES.flatMap((piece) => {
  const run = piece.repeat(Math.ceil(LENGTH / piece.length));
  return [run, `${run}!`, `Q1${run}x`, `http://a.b/${run} `, `http://${run}/`, `"${run}`];
});

describe('every rule ends in its time', () => {
  test('and all of them are tried', () => expect(rules.length).toBeGreaterThan(30));

  test.each([...rules, ...readers])('%s', (_name, rule) => {
    for (const text of TEXTS) {
      const begun = performance.now();
      rule(text);
      const took = performance.now() - begun;
      if (took > BUDGET) expect.fail(`${Math.round(took)} ms for ${JSON.stringify(text.slice(0, 40))}…`);
    }
  });
});
