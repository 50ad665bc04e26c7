/** Query -> the expression that a full-text index answers. What users typed stands in quotes, so no sign of theirs is an operator. */
import { type Leaf, type QueryNode, wantedLeaves } from '../query/ast.ts';
import { hasWords, wordsOf } from '../query/words.ts';
import type { INDEXES } from './search-index.ts';

/** `stems` knows words in any inflection; `plain` knows them as they stand: phrases, exact words, beginnings. */
export type Index = (typeof INDEXES)[number];

/** What to MATCH. When not `exact`, it finds every hit and others besides: the condition must be checked too. */
export interface Match {
  readonly index: Index;
  readonly expression: string;
  readonly exact: boolean;
}

/** The MATCH that leads to all hits of a search, in the index that knows it best; null when neither does. */
export function leadOf(root: QueryNode): Match | null {
  const [stems, plain] = [matchOf(root, 'stems'), matchOf(root, 'plain')];
  if (stems === null || plain?.exact) return plain ?? stems;
  const hasStem = wantedLeaves(root).some((leaf) => leaf.kind === 'word' && leaf.form === 'stem');
  return hasStem || plain === null ? stems : plain;
}

/** The MATCH that answers a condition by itself, or null when no index can. */
export function exactMatchOf(node: QueryNode): Match | null {
  return [matchOf(node, 'stems'), matchOf(node, 'plain')].find((match) => match?.exact) ?? null;
}

/** The MATCH for a condition in one index, or null when it knows nothing of it. */
export function matchOf(node: QueryNode, index: Index): Match | null {
  if (node.kind === 'saved') return matchOf(node.part, index);
  if (node.kind === 'and') return matchOfAll(node.parts, index);
  if (node.kind === 'or')
    return joined(
      'OR',
      node.parts.map((part) => matchOf(part, index)),
      index,
    );
  if (node.kind === 'word') return matchOfWord(node, index);
  if (node.kind === 'phrase') return { index, expression: quoted(node.text), exact: index === 'plain' };
  if (node.kind === 'from') return inColumn('author', node.who, index);
  if (node.kind === 'mention') return inColumn('text', node.who, index);
  return node.kind === 'tag' ? inColumn('tags', node.tag, index) : null;
}

function matchOfWord({ text, form }: Extract<Leaf, { readonly kind: 'word' }>, index: Index): Match | null {
  if (form === 'stem') return index === 'stems' ? { index, expression: quoted(text), exact: true } : null;
  if (form === 'exact') return { index, expression: quoted(text), exact: index === 'plain' };
  // What begins so may have another stem.
  return index === 'plain' ? { index, expression: `${quoted(wordsOf(text).join(' '))} *`, exact: true } : null;
}

/** The words that rank a tweet, any of which may be there; null when the search has none that this index knows. */
export function rankExpression(root: QueryNode, index: Index): string | null {
  const leaves = wantedLeaves(root).filter((leaf) => leaf.kind === 'word' || leaf.kind === 'phrase');
  return anyOf(leaves, index);
}

/** What to mark in the text of a hit, in each index; null for nothing. */
export function markExpression(root: QueryNode, index: Index): string | null {
  return anyOf(wantedLeaves(root).flatMap(markable), index, true);
}

function markable(leaf: Leaf): Leaf[] {
  if (leaf.kind === 'tag') return [{ kind: 'word', text: leaf.tag, form: 'exact' }];
  if (leaf.kind === 'mention') return [{ kind: 'word', text: leaf.who, form: 'exact' }];
  return leaf.kind === 'word' || leaf.kind === 'phrase' ? [leaf] : [];
}

/** The parts of a search that must all hold, less those that the lead answers by itself. */
export function uncheckedParts(parts: readonly QueryNode[], lead: Index): QueryNode[] {
  const anchored = parts.some((part) => part.kind !== 'not' && matchOf(part, lead) !== null);
  return parts.filter((part) => !(part.kind === 'not' ? anchored && matchOf(part.part, lead)?.exact : matchOf(part, lead)?.exact));
}

// FTS5 can take words away from words only, so a NOT needs something positive beside it.
function matchOfAll(parts: readonly QueryNode[], index: Index): Match | null {
  const positive = parts.filter((part) => part.kind !== 'not').map((part) => matchOf(part, index));
  const wanted = joined(
    'AND',
    positive.filter((match) => match !== null),
    index,
  );
  if (wanted === null) return null;
  const excluded = parts.flatMap((part) => (part.kind === 'not' ? [matchOf(part.part, index)] : []));
  const unwanted = joined(
    'OR',
    excluded.filter((match) => match?.exact === true),
    index,
  );
  const complete = positive.every((match) => match !== null) && excluded.every((match) => match?.exact === true);
  return {
    index,
    expression: unwanted === null ? wanted.expression : `(${wanted.expression} NOT ${unwanted.expression})`,
    exact: complete && wanted.exact,
  };
}

function joined(operator: 'AND' | 'OR', matches: readonly (Match | null)[], index: Index): Match | null {
  const known = matches.filter((match) => match !== null);
  if (known.length === 0 || known.length < matches.length) return null;
  const expression = known.map((match) => match.expression).join(` ${operator} `);
  return { index, expression: known.length === 1 ? expression : `(${expression})`, exact: known.every((match) => match.exact) };
}

// Only what the index finds without a further check, when `exactly`.
function anyOf(leaves: readonly QueryNode[], index: Index, exactly = false): string | null {
  const matches = leaves.map((leaf) => matchOf(leaf, index)).filter((match) => match !== null && (match.exact || !exactly));
  return joined('OR', matches, index)?.expression ?? null;
}

function inColumn(column: string, value: string, index: Index): Match | null {
  return hasWords(value) ? { index, expression: `${column} : ${quoted(value)}`, exact: false } : null;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
