/** One token -> the conditions it stands for. */
import { UserError } from '../errors.ts';
import type { Leaf } from './ast.ts';
import { fieldLeaf } from './fields.ts';
import type { Token } from './tokenise.ts';
import { tagLeaf } from './values.ts';
import { hasWords } from './words.ts';

const ASCII = /^[ -~]*$/;

/** The conditions of a token, all of which must hold; none for punctuation. `today` is the local date, or null when nobody said. */
export function leavesOf(token: Token, today: string | null): Leaf[] {
  switch (token.kind) {
    case 'field':
      return listed(fieldLeaf(token.name, token.value, today)) ?? wordLeaves(`${token.name}:`, false);
    case 'address':
      return [{ kind: 'url', text: token.text }];
    case 'quoted':
      return hasWords(token.text) ? [{ kind: 'phrase', text: token.text }] : signLeaves(token.text);
    case 'keyword':
      return [{ kind: 'word', text: token.word, form: 'stem' }];
    case 'bare':
      return bareLeaves(token.text, token.exact);
    case 'open':
    case 'either':
    case 'close':
    case 'pipe':
    case 'minus':
      return [];
  }
}

// Each pattern of all letters stands where its sign was seen: to make it ready takes longer than all the rest of reading a search.
function bareLeaves(text: string, exact: boolean): Leaf[] {
  const sign = text.charAt(0);
  const tag = sign === '#' || sign === '＃' ? /^.([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/u.exec(text) : null;
  if (tag !== null) return [tagLeaf(tag[1] ?? ''), ...wordLeaves(text.slice(tag[0].length), exact)];
  const mention = sign === '@' || sign === '＠' ? /^.([\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?)/u.exec(text) : null;
  if (mention !== null) return [{ kind: 'mention', who: mention[1] ?? '' }, ...wordLeaves(text.slice(mention[0].length), exact)];
  return wordLeaves(text, exact);
}

// An emoji stuck to a word is a condition of its own. None is plain ASCII.
function wordLeaves(text: string, exact: boolean): Leaf[] {
  if (ASCII.test(text)) return wordOrSign(text, exact);
  // Whole emoji, with their skin tones and joiners; the full-text index cannot see them.
  const emoji =
    /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{EMod}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{EMod}\ufe0f]*)*)/gu;
  const words = text.split(emoji).flatMap((word) => wordOrSign(word, exact));
  return [...words, ...Array.from(text.matchAll(emoji), (match) => literal(match[0]))];
}

function wordOrSign(text: string, exact: boolean): Leaf[] {
  return hasWords(text) ? [wordLeaf(text, exact)] : signLeaves(text);
}

function wordLeaf(text: string, exact: boolean): Leaf {
  if (text.endsWith('*') && /[\p{L}\p{N}]\*+$/u.test(text)) return prefixLeaf(text.replace(/\*+$/, ''));
  return { kind: 'word', text, form: exact ? 'exact' : 'stem' };
}

// Nearly every tweet has a word that begins so, and the index would gather them all. In other scripts one sign may be a word.
function prefixLeaf(text: string): Leaf {
  if (/^[a-z0-9]$/i.test(text)) throw new UserError(`${text}*: write two letters or more before the *, such as assess*`);
  return { kind: 'word', text, form: 'prefix' };
}

function signLeaves(text: string): Leaf[] {
  return /^[\p{P}\p{M}\p{Cf}\s$+<=>^`|~]*$/u.test(text) ? [] : [literal(text.trim())];
}

// Texts carry the colour mark of an emoji or leave it out.
function literal(text: string): Leaf {
  return { kind: 'literal', text: text.replace(/\ufe0f$/, '') };
}

function listed(leaf: Leaf | null): Leaf[] | null {
  return leaf === null ? null : [leaf];
}
