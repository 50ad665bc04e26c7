/** Query -> the expression that the full-text index answers. What users typed stands in quotes, so no sign of theirs is an operator. */
import { type Leaf, type QueryNode, wantedLeaves } from '../query/ast.ts';
import { hasWords, prefixLookups, wordsOf } from '../query/words.ts';

/** What to MATCH. When not `exact`, it finds every hit and others besides: the condition must be checked too. */
export interface Match {
  readonly expression: string;
  readonly exact: boolean;
}

/** The MATCH for a condition, or null when the index knows nothing of it. */
export function matchOf(node: QueryNode): Match | null {
  if (node.kind === 'and') return matchOfAll(node.parts);
  if (node.kind === 'or') return joined('OR', node.parts.map(matchOf));
  if (node.kind === 'word') return matchOfWord(node);
  if (node.kind === 'phrase') return { expression: quoted(node.text), exact: false };
  if (node.kind === 'from') return inColumn('author', node.who);
  if (node.kind === 'mention') return inColumn('text', node.who);
  return node.kind === 'tag' ? inColumn('tags', node.tag) : null;
}

function matchOfWord({ text, form }: Extract<Leaf, { readonly kind: 'word' }>): Match {
  return form === 'prefix' ? { expression: prefixExpression(text), exact: false } : { expression: quoted(text), exact: form === 'stem' };
}

/** The words that rank a tweet, any of which may be there; null when the search has none. */
export function rankExpression(root: QueryNode): string | null {
  return anyOf(wantedLeaves(root).filter((leaf) => leaf.kind === 'word' || leaf.kind === 'phrase'));
}

/** What to mark in the text of a hit; null for nothing. */
export function markExpression(root: QueryNode, text: string): string | null {
  const expression = anyOf(wantedLeaves(root).flatMap((leaf) => markable(leaf, text)));
  return expression === null ? null : `text : (${expression})`;
}

function markable(leaf: Leaf, text: string): Leaf[] {
  if (leaf.kind === 'tag') return [{ kind: 'word', text: leaf.tag, form: 'stem' }];
  if (leaf.kind === 'mention') return [{ kind: 'word', text: leaf.who, form: 'stem' }];
  if (leaf.kind === 'word' && leaf.form === 'prefix') return completedIn(text, leaf.text);
  return leaf.kind === 'word' || leaf.kind === 'phrase' ? [leaf] : [];
}

// Looking up a prefix costs as much for one tweet as for all; the words it stands for in this one are at hand.
function completedIn(text: string, prefix: string): Leaf[] {
  const words = wordsOf(prefix);
  const last = words.pop() ?? '';
  const endings = new Set(wordsOf(text).filter((word) => word.startsWith(last)));
  return Array.from(endings, (word) => ({ kind: 'phrase', text: [...words, word].join(' ') }));
}

/** The parts of a search that must all hold: those the index finds by itself, and those that need a check. */
export function uncheckedParts(parts: readonly QueryNode[]): QueryNode[] {
  const anchored = parts.some((part) => part.kind !== 'not' && matchOf(part) !== null);
  return parts.filter((part) => !(part.kind === 'not' ? anchored && matchOf(part.part)?.exact : matchOf(part)?.exact));
}

// FTS5 can take words away from words only, so a NOT needs something positive beside it.
function matchOfAll(parts: readonly QueryNode[]): Match | null {
  const positive = parts.filter((part) => part.kind !== 'not').map(matchOf);
  const wanted = joined(
    'AND',
    positive.filter((match) => match !== null),
  );
  if (wanted === null) return null;
  const excluded = parts.flatMap((part) => (part.kind === 'not' ? [matchOf(part.part)] : []));
  const unwanted = joined(
    'OR',
    excluded.filter((match) => match?.exact === true),
  );
  const complete = positive.every((match) => match !== null) && excluded.every((match) => match?.exact === true);
  return {
    expression: unwanted === null ? wanted.expression : `(${wanted.expression} NOT ${unwanted.expression})`,
    exact: complete && wanted.exact,
  };
}

function joined(operator: 'AND' | 'OR', matches: readonly (Match | null)[]): Match | null {
  const known = matches.filter((match) => match !== null);
  if (known.length === 0 || known.length < matches.length) return null;
  const expression = known.map((match) => match.expression).join(` ${operator} `);
  return { expression: known.length === 1 ? expression : `(${expression})`, exact: known.every((match) => match.exact) };
}

function anyOf(leaves: readonly QueryNode[]): string | null {
  return joined('OR', leaves.map(matchOf))?.expression ?? null;
}

function inColumn(column: string, value: string): Match | null {
  return hasWords(value) ? { expression: `${column} : ${quoted(value)}`, exact: false } : null;
}

function prefixExpression(text: string): string {
  const words = wordsOf(text);
  const before = words.slice(0, -1);
  const { prefixes, words: whole } = prefixLookups(words.at(-1) ?? '');
  const phrase = (last: string) => quoted([...before, last].join(' '));
  return `(${[...prefixes.map((prefix) => `${phrase(prefix)} *`), ...whole.map(phrase)].join(' OR ')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
