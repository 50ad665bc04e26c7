/** Ways in which a file goes bad between the program that wrote it and the one that reads it. */
import fc from 'fast-check';

/** What happens to a file; numbers between 0 and 1 are places in it. */
export type Mutation =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'headless'; readonly at: number }
  | { readonly kind: 'doubled' }
  | { readonly kind: 'stuffed'; readonly at: number; readonly filling: string; readonly times: number }
  | { readonly kind: 'shuffled'; readonly seed: number }
  | { readonly kind: 'retyped'; readonly seed: number; readonly value: unknown }
  | { readonly kind: 'flipped'; readonly seed: number; readonly count: number }
  | { readonly kind: 'encoded'; readonly as: 'utf-16le' | 'utf-16be' | 'windows-1252' | 'marked' }
  | { readonly kind: 'line ends'; readonly as: '\r\n' | '\r' | '\n\n' };

// What stands where a program expected something else.
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'x',
  '\u0000',
  '\ud800',
  [],
  {},
  [null],
  [[]],
  { a: null },
  ['x', 1],
  '__proto__',
  'https://',
  '//',
  'at://',
  '9'.repeat(30),
  '-1',
  '1e999',
];

// Much of one thing is what patience is lost over: a search that begins anew at every place, a call inside a call.
const FILLINGS = [
  ' ',
  '\t',
  '\n',
  '\r\n ',
  '"',
  "'",
  '&',
  '&amp;',
  '@',
  '@a',
  '#',
  'a',
  '\\',
  ',',
  ';',
  '/',
  'https://',
  '<',
  '<!--',
  '<b>',
  '<p>',
  '<li> ',
  '<a href="',
  '[',
  '{',
  '{"a":',
  '[[{"',
  '1',
  '…',
  '\u0000',
];

/** Any mutation. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('headless' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('doubled' as const) }),
  fc.record({
    kind: fc.constant('stuffed' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    filling: fc.constantFrom(...FILLINGS),
    times: fc.constantFrom(3, 300, 2000),
  }),
  fc.record({ kind: fc.constant('shuffled' as const), seed: fc.nat() }),
  fc.record({ kind: fc.constant('retyped' as const), seed: fc.nat(), value: fc.constantFrom(...ODD_VALUES) }),
  fc.record({ kind: fc.constant('flipped' as const), seed: fc.nat(), count: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('encoded' as const), as: fc.constantFrom('utf-16le', 'utf-16be', 'windows-1252', 'marked') }),
  fc.record({ kind: fc.constant('line ends' as const), as: fc.constantFrom('\r\n', '\r', '\n\n') }),
);

/** The bytes of a file after a mutation. */
export function mutate(bytes: Buffer, change: Mutation): Buffer {
  switch (change.kind) {
    case 'cut':
      return bytes.subarray(0, Math.floor(bytes.length * change.at));
    case 'headless':
      return bytes.subarray(Math.floor(bytes.length * change.at));
    case 'doubled':
      return Buffer.concat([bytes, bytes]);
    case 'stuffed':
      return stuffed(bytes, Math.floor(bytes.length * change.at), change.filling.repeat(change.times));
    case 'shuffled':
      return Buffer.from(shuffledText(bytes.toString('utf8'), dice(change.seed)));
    case 'retyped':
      return Buffer.from(retyped(bytes.toString('utf8'), dice(change.seed), change.value));
    case 'flipped':
      return flipped(bytes, dice(change.seed), change.count);
    case 'encoded':
      return encoded(bytes.toString('utf8'), change.as);
    case 'line ends':
      return Buffer.from(bytes.toString('utf8').replace(/\r\n?|\n/g, change.as));
  }
}

function stuffed(bytes: Buffer, at: number, filling: string): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(filling), bytes.subarray(at)]);
}

/** A whole number below a limit, the same sequence for the same seed. */
type Dice = (limit: number) => number;

function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

// The records of a list where there is one, else the lines.
function shuffledText(text: string, roll: Dice): string {
  const parsed = parsedJson(text);
  const list = Array.isArray(parsed?.value) ? parsed.value : Object.values(parsed?.value ?? {}).find((value) => Array.isArray(value));
  if (parsed === null || !Array.isArray(list)) return shuffle(text.split('\n'), roll).join('\n');
  shuffle(list, roll);
  return parsed.prefix + JSON.stringify(parsed.value);
}

function shuffle<T>(list: T[], roll: Dice): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = roll(last + 1);
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}

// One value of the JSON becomes another, in the document or in one of its lines.
function retyped(text: string, roll: Dice, value: unknown): string {
  const whole = parsedJson(text);
  if (whole !== null) return whole.prefix + JSON.stringify(replaceSome(whole.value, roll, value));
  const lines = text.split('\n');
  const line = roll(lines.length);
  const parsed = parsedJson(lines[line] ?? '');
  if (parsed !== null) lines[line] = JSON.stringify(replaceSome(parsed.value, roll, value));
  return lines.join('\n');
}

function replaceSome(root: object, roll: Dice, value: unknown): unknown {
  let at: Record<string, unknown> = { ...root };
  const top = Array.isArray(root) ? root : at;
  at = top as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(at);
    const key = keys[roll(keys.length)];
    if (key === undefined) return top;
    const next = at[key];
    if (typeof next !== 'object' || next === null || Object.keys(next).length === 0 || roll(4) === 0) {
      at[key] = value;
      return top;
    }
    at = next as Record<string, unknown>;
  }
}

function parsedJson(text: string): { prefix: string; value: object } | null {
  const from = /^[\w.\s$]*=?\s*(?=[[{])/.exec(text)?.[0].length ?? 0;
  try {
    const value: unknown = JSON.parse(text.slice(from));
    return typeof value === 'object' && value !== null ? { prefix: text.slice(0, from), value } : null;
  } catch {
    return null;
  }
}

function flipped(bytes: Buffer, roll: Dice, count: number): Buffer {
  const changed = Buffer.from(bytes);
  for (let left = bytes.length === 0 ? 0 : count; left > 0; left--) changed[roll(bytes.length)] = roll(256);
  return changed;
}

const WINDOWS_1252 = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (char, index) => [char, 0x80 + index]),
);

function encoded(text: string, as: 'utf-16le' | 'utf-16be' | 'windows-1252' | 'marked'): Buffer {
  if (as === 'marked') return Buffer.from(`\ufeff${text}`);
  if (as === 'windows-1252')
    return Buffer.from(Array.from(text, (char) => WINDOWS_1252.get(char) ?? (char.charCodeAt(0) < 256 ? char.charCodeAt(0) : 63)));
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return as === 'utf-16le' ? bytes : bytes.swap16();
}
