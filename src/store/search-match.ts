/** Query -> the expression that a full-text index answers. What users typed stands in quotes, so no sign of theirs is an operator. */
import { type Leaf, type QueryNode, wantedLeaves } from '../query/ast.ts';
import { fold } from '../normalise/text.ts';
import { wordsOf } from '../query/words.ts';
import { FUNCTION_WORDS } from '../rules/function-words.ts';
import type { Index } from './search-index.ts';
import { anyTrait, quoted } from './search-quoted.ts';
import type { Place } from './search-place.ts';
import { filterMatch } from './search-filters.ts';
import { KIND_TRAITS } from './search-traits.ts';

/** What to MATCH. When not `exact`, it finds every hit and others besides: the condition must be checked too. */
export interface Match {
  readonly index: Index;
  readonly expression: string;
  readonly exact: boolean;
  /** True when it finds every tweet there is. */
  readonly all?: boolean;
}

/** The MATCH that leads to all hits of a search, in the index that knows it best. */
export function leadOf(root: QueryNode, place: Place): Match {
  const stems = matchOf(root, 'stems', place) ?? everything;
  const plain = matchOf(root, 'plain', place);
  return plain !== null && (plain.exact || (stems.all === true && !stems.exact)) ? plain : stems;
}

const everything: Match = { index: 'stems', expression: anyTrait(KIND_TRAITS), exact: false, all: true };

/** The MATCH that answers a condition by itself, or null when no index can. */
export function exactMatchOf(node: QueryNode, place: Place): Match | null {
  return [matchOf(node, 'stems', place), matchOf(node, 'plain', place)].find((match) => match?.exact) ?? null;
}

/** The MATCH for a condition in one index, or null when it knows nothing of it; the stems always know something. */
export function matchOf(node: QueryNode, index: Index, place: Place): Match | null {
  if (node.kind === 'saved') return matchOf(node.part, index, place);
  if (node.kind === 'and') return matchOfAll(node.parts, index, place);
  if (node.kind === 'not') return matchOfAll([node], index, place);
  if (node.kind === 'or') {
    return joined(
      'OR',
      node.parts.map((part) => matchOf(part, index, place)),
      index,
    );
  }
  if (node.kind === 'word') return matchOfWord(node, index);
  if (node.kind === 'phrase') return { index, expression: quoted(node.text), exact: index === 'plain' };
  if (index === 'plain') return null;
  const filter = filterMatch(node, place);
  return filter === null ? everything : { index, ...filter };
}

function matchOfWord({ text, form }: Extract<Leaf, { readonly kind: 'word' }>, index: Index): Match | null {
  if (form === 'stem') return index === 'stems' ? { index, expression: quoted(text), exact: true } : null;
  if (form === 'exact') return { index, expression: quoted(text), exact: index === 'plain' };
  // What begins so may have another stem.
  return index === 'plain' ? { index, expression: `${quoted(wordsOf(text).join(' '))} *`, exact: true } : everything;
}

/** The MATCH for the words that rank a tweet, any of which may be there; null when the search has none that this index knows. */
export function rankExpression(root: QueryNode, index: Index): string | null {
  const telling = wantedLeaves(root).filter(isTelling);
  const matches = telling.map((leaf) =>
    leaf.kind === 'word' ? matchOfWord(leaf, index) : { index, expression: quoted(leaf.text), exact: true },
  );
  return (
    joined(
      'OR',
      matches.filter((match) => match !== null && match.all !== true),
      index,
    )?.expression ?? null
  );
}

/** True when the words that rank are all that the index is asked for: it then ranks while it finds. */
export function isRankedAsFound(root: QueryNode, index: Index): boolean {
  if (root.kind === 'and' || root.kind === 'or') return root.parts.every((part) => isRankedAsFound(part, index));
  if (root.kind === 'saved') return isRankedAsFound(root.part, index);
  return root.kind !== 'not' && isTelling(root) && (root.kind === 'phrase' || matchOfWord(root, index)?.all !== true);
}

// What begins with one or two letters says nothing of what a tweet is about, and how often `the` stands in it neither.
const SHORT = 3;

function isTelling(leaf: Leaf): leaf is Extract<Leaf, { readonly kind: 'word' | 'phrase' }> {
  if (!isWord(leaf)) return false;
  if (leaf.kind === 'phrase') return true;
  return leaf.form === 'prefix' ? leaf.text.length >= SHORT : !FUNCTION_WORDS.has(fold(leaf.text));
}

function isWord(leaf: Leaf): leaf is Extract<Leaf, { readonly kind: 'word' | 'phrase' }> {
  return leaf.kind === 'word' || leaf.kind === 'phrase';
}

function isPrefix(leaf: Leaf): leaf is Extract<Leaf, { readonly kind: 'word' }> {
  return leaf.kind === 'word' && leaf.form === 'prefix';
}

/** True when a search asks for beginnings of words. */
export function hasPrefix(root: QueryNode): boolean {
  return wantedLeaves(root).some(isPrefix);
}

/** What to mark in the text of a hit, in each index; null for nothing. */
export function markExpression(root: QueryNode, index: Index): string | null {
  const matches = wantedLeaves(root)
    .flatMap(markable)
    .map((leaf) => (leaf.kind === 'word' ? matchOfWord(leaf, index) : { index, expression: quoted(leaf.text), exact: index === 'plain' }));
  return (
    joined(
      'OR',
      matches.filter((match) => match?.exact === true),
      index,
    )?.expression ?? null
  );
}

function markable(leaf: Leaf): Extract<Leaf, { readonly kind: 'word' | 'phrase' }>[] {
  if (leaf.kind === 'tag') return [{ kind: 'word', text: leaf.tag, form: 'exact' }];
  if (leaf.kind === 'mention') return [{ kind: 'word', text: leaf.who, form: 'exact' }];
  return isWord(leaf) ? [leaf] : [];
}

/** The parts of a search that must all hold, less those that the lead answers by itself. */
export function uncheckedParts(parts: readonly QueryNode[], lead: Index, place: Place): QueryNode[] {
  const anchored = lead === 'stems' || parts.some((part) => part.kind !== 'not' && matchOf(part, lead, place) !== null);
  return parts.filter(
    (part) => !(part.kind === 'not' ? anchored && matchOf(part.part, lead, place)?.exact : matchOf(part, lead, place)?.exact),
  );
}

const MOST_IN_A_ROW = 4;

// FTS5 can take words away from words only, so a NOT needs something positive beside it: in the stems, what every tweet has.
function matchOfAll(parts: readonly QueryNode[], index: Index, place: Place): Match | null {
  const positive = parts.filter((part) => part.kind !== 'not').map((part) => matchOf(part, index, place));
  const known = positive.filter((match) => match !== null);
  const telling = known.filter((match) => match.all !== true);
  const wanted = joined('AND', telling, index) ?? (index === 'stems' ? { ...everything, exact: true } : null);
  if (wanted === null) return null;
  const excluded = parts.flatMap((part) => (part.kind === 'not' ? [matchOf(part.part, index, place)] : []));
  const unwanted = excluded.flatMap((match) => (match?.exact === true ? [match.expression] : []));
  const exact = wanted.exact && known.length === positive.length && [...known, ...excluded].every((match) => match?.exact === true);
  if (unwanted.length === 0) return { ...wanted, exact };
  // What one of them takes away is not looked up in the next; but FTS5 bears few in a row.
  const without =
    unwanted.length > MOST_IN_A_ROW
      ? [`(${unwanted.join(' OR ')})`]
      : telling.length > 0 || unwanted.length < 2
        ? unwanted
        : densestFirst(unwanted, index, place);
  return { index, expression: `(${[wanted.expression, ...without].join(' NOT ')})`, exact };
}

// Of all tweets there are, what takes most of them away is best asked first: that of which the newest lie closest together.
function densestFirst(expressions: readonly string[], index: Index, { db }: Place): string[] {
  const oldest = db.prepare<[string], string>(
    `SELECT CAST(rowid AS TEXT) FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET 100`,
  );
  const since = new Map(expressions.map((expression) => [expression, BigInt(oldest.pluck().get(expression) ?? 0)]));
  const at = (expression: string) => since.get(expression) ?? 0n;
  return expressions.toSorted((a, b) => (at(a) > at(b) ? -1 : Number(at(a) < at(b))));
}

function joined(operator: 'AND' | 'OR', matches: readonly (Match | null)[], index: Index): Match | null {
  const known = matches.filter((match) => match !== null);
  if (known.length === 0 || known.length < matches.length) return null;
  const all = operator === 'OR' ? known.find((match) => match.all === true) : undefined;
  if (all !== undefined) return all;
  const expression = known.map((match) => match.expression).join(` ${operator} `);
  return { index, expression: known.length === 1 ? expression : `(${expression})`, exact: known.every((match) => match.exact) };
}
