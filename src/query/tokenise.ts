/** Cuts a search into its signs, words, quotes and `name:value` pairs. Every string of characters can be cut. */

export type Token =
  /** `either` is `{`; a round or a curly bracket closes what was opened last. */
  | { readonly kind: 'open' | 'either' | 'close' | 'pipe' | 'minus' }
  | { readonly kind: 'keyword'; readonly word: 'OR' | 'AND' | 'NOT' }
  | { readonly kind: 'quoted'; readonly text: string }
  /** `exact` is a word with `+` before it. */
  | { readonly kind: 'bare'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'address'; readonly text: string }
  /** `grouped` when a bracket follows the colon at once; `at` is where the name begins. */
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly grouped: boolean; readonly at: number };

/** An operator and its value, as they stand in a search. */
export type FieldToken = Extract<Token, { readonly kind: 'field' }>;

/** Where a cut ends, and what it gave. */
interface Cut {
  readonly token: Token;
  readonly end: number;
}

// Phones write curly quotes.
const QUOTE = /["“”„]/;
const SIGNS = { '(': 'open', ')': 'close', '{': 'either', '}': 'close', '|': 'pipe' } as const;
// No tweet holds control characters; in a search they part words.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S|www\.\S/iy;
const FIELD = /([a-z]+(?:_[a-z]+)*):/iy;
const KEYWORD = /(?:OR|AND|NOT)(?![^\s(){}])/y;

/** The tokens of a search, in order. */
export function tokenise(query: string): Token[] {
  const text = query.replace(CONTROL, ' ');
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const { token, end } = cutAt(text, at);
    tokens.push(token);
    at = end;
  }
  return tokens;
}

function cutAt(text: string, at: number): Cut {
  const sign = text.charAt(at);
  if (sign === '(' || sign === ')' || sign === '{' || sign === '}' || sign === '|') return { token: { kind: SIGNS[sign] }, end: at + 1 };
  if (QUOTE.test(sign)) return quotedAt(text, at);
  if ((sign === '-' || sign === '~') && /[^\s)}|]/.test(text.charAt(at + 1))) return { token: { kind: 'minus' }, end: at + 1 };
  // A phrase is exact already.
  if (sign === '+' && QUOTE.test(text.charAt(at + 1))) return quotedAt(text, at + 1);
  return keywordAt(text, at) ?? addressAt(text, at) ?? fieldAt(text, at) ?? bareAt(text, at);
}

function quotedAt(text: string, at: number): Cut {
  const end = text.slice(at + 1).search(QUOTE);
  if (end < 0) return { token: { kind: 'quoted', text: text.slice(at + 1) }, end: text.length };
  return { token: { kind: 'quoted', text: text.slice(at + 1, at + 1 + end) }, end: at + end + 2 };
}

function keywordAt(text: string, at: number): Cut | null {
  const word = matchAt(KEYWORD, text, at)?.[0];
  return word === 'OR' || word === 'AND' || word === 'NOT' ? { token: { kind: 'keyword', word }, end: at + word.length } : null;
}

function addressAt(text: string, at: number): Cut | null {
  if (matchAt(ADDRESS, text, at) === null) return null;
  const address = addressFrom(text, at);
  return { token: { kind: 'address', text: address }, end: at + address.length };
}

function fieldAt(text: string, at: number): Cut | null {
  const match = matchAt(FIELD, text, at);
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase();
  const start = at + match[0].length;
  const next = text.charAt(start);
  if (QUOTE.test(next)) {
    const { token, end } = quotedAt(text, start);
    return { token: { kind: 'field', name, value: token.kind === 'quoted' ? token.text : '', grouped: false, at }, end };
  }
  const grouped = next === '(' || next === '{';
  const value = name === 'url' && !grouped ? addressFrom(text, start) : runFrom(text, start);
  return { token: { kind: 'field', name, value, grouped, at }, end: start + value.length };
}

function bareAt(text: string, at: number): Cut {
  const run = runFrom(text, at);
  const exact = run.length > 1 && run.startsWith('+');
  return { token: { kind: 'bare', text: exact ? run.slice(1) : run, exact }, end: at + run.length };
}

function runFrom(text: string, at: number): string {
  return /^[^\s(){}|"“”„]*/.exec(text.slice(at))?.[0] ?? '';
}

// An address may hold brackets and bars of its own, but not one that closes a bracket of the search.
function addressFrom(text: string, at: number): string {
  const run = /^[^\s"“”„]*/.exec(text.slice(at))?.[0] ?? '';
  const spare = { ')': count(run, '(') - count(run, ')'), '}': count(run, '{') - count(run, '}') };
  let end = run.length;
  for (let sign = run[end - 1]; (sign === ')' || sign === '}') && spare[sign] < 0; sign = run[end - 1]) {
    spare[sign] += 1;
    end -= 1;
  }
  return run.slice(0, end);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipSpace(text: string, at: number): number {
  const gap = text.slice(at).search(/\S/);
  return gap < 0 ? text.length : at + gap;
}
