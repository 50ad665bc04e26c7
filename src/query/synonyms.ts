/** Acronyms and what they stand for find each other: `sbg` also finds standards-based grading, and the other way round. */
import type { Leaf, Query, QueryNode } from './ast.ts';
import { wordsOf } from './words.ts';

/** Which spellings mean the same. */
export interface SynonymTable {
  /** Lists of equal spellings. One that stands in several lists (PBL) finds all of them, and they do not find each other. */
  readonly spellings: readonly (readonly string[])[];
  /** Acronyms that are everyday words (AIM): they count in capitals only, and are never added to a search. */
  readonly capitalsOnly: readonly string[];
}

/** What was added to a word of the search, or to words in a row. */
export interface Added {
  /** As typed. */
  readonly word: string;
  readonly others: readonly string[];
}

interface Known {
  readonly others: ReadonlyMap<string, readonly string[]>;
  readonly capitals: ReadonlySet<string>;
  /** The most words any spelling has. */
  readonly longest: number;
}

type Word = Extract<Leaf, { readonly kind: 'word' }>;

/**
 * The search with the other spellings of its words beside them. Quotes, `+word`, `word*`, hashtags and what stands under a NOT mean
 * just what was typed.
 */
export function withSynonyms(query: Query, table: SynonymTable): { query: Query; added: Added[] } {
  const added: Added[] = [];
  const root = widened(query.root, knownOf(table, initialsOf(query.root)), added);
  return { query: { ...query, root }, added };
}

function widened(node: QueryNode, known: Known, added: Added[]): QueryNode {
  if (node.kind === 'and') return allOf(widenedRow(node.parts, known, added));
  if (node.kind === 'or') return node.also ? node : { ...node, parts: node.parts.map((part) => widened(part, known, added)) };
  if (node.kind === 'saved' || node.kind === 'threadOf') return { ...node, part: widened(node.part, known, added) };
  return node.kind === 'word' ? allOf(widenedRow([node], known, added)) : node;
}

// The longest spelling that begins at a word wins: "standards-based grading" before "standards-based".
function widenedRow(parts: readonly QueryNode[], known: Known, added: Added[]): QueryNode[] {
  const row: QueryNode[] = [];
  for (let at = 0; at < parts.length;) {
    const found = spellingAt(parts, at, known);
    if (found === null) {
      const part = parts[at];
      if (part !== undefined) row.push(part.kind === 'word' ? part : widened(part, known, added));
      at += 1;
    } else {
      added.push({ word: found.typed.map(({ text }) => text).join(' '), others: found.others });
      row.push({ kind: 'or', parts: [allOf(found.typed), ...found.others.map(stemmed)], also: true });
      at += found.typed.length;
    }
  }
  return row;
}

function spellingAt(parts: readonly QueryNode[], start: number, known: Known): { typed: Word[]; others: readonly string[] } | null {
  const typed: Word[] = [];
  let best: { typed: Word[]; others: readonly string[] } | null = null;
  for (let [at, words] = [start, 0]; words < known.longest; at += 1) {
    const part = parts[at];
    if (part?.kind !== 'word' || part.form !== 'stem') break;
    typed.push(part);
    const key = keyOf(typed.map(({ text }) => text).join(' '));
    words = key.split(' ').length;
    const others = known.others.get(key);
    if (others !== undefined && (!known.capitals.has(key) || isInCapitals(typed))) best = { typed: [...typed], others };
  }
  return best;
}

// What the words begin with that other spellings are looked for.
function initialsOf(node: QueryNode): Set<string> {
  if (node.kind === 'and' || node.kind === 'or') return new Set(node.parts.flatMap((part) => [...initialsOf(part)]));
  if (node.kind === 'saved' || node.kind === 'threadOf') return initialsOf(node.part);
  return new Set(node.kind === 'word' ? keyOf(node.text).charAt(0) : '');
}

// Of a table that is asked once, most spellings begin with another letter: their words need not be cut.
function mayBegin(text: string, initials: ReadonlySet<string>): boolean {
  const first = text.charAt(0).toLowerCase();
  return !/^[a-z\d]$/.test(first) || initials.has(first);
}

function knownOf(table: SynonymTable, initials: ReadonlySet<string>): Known {
  const { capitalsOnly } = table;
  const spellings = table.spellings.filter((list) => list.some((text) => mayBegin(text, initials)));
  const capitals = new Set(capitalsOnly.map(keyOf));
  const others = new Map<string, Map<string, string>>();
  for (const list of spellings) {
    const keyed = list.map((text) => [keyOf(text), text] as const).filter(([key]) => key !== '');
    for (const [key] of keyed) {
      const have = others.get(key) ?? new Map<string, string>();
      for (const [other, text] of keyed) if (other !== key && !have.has(other) && !capitals.has(other)) have.set(other, text);
      if (have.size > 0) others.set(key, have);
    }
  }
  return {
    capitals,
    others: new Map(Array.from(others, ([key, have]) => [key, [...have.values()]])),
    longest: Math.max(0, ...Array.from(others.keys(), (key) => key.split(' ').length)),
  };
}

// PLCs are PLC, and hyphens are spaces.
function keyOf(text: string): string {
  return wordsOf(text)
    .map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word))
    .join(' ');
}

function isInCapitals(typed: readonly Word[]): boolean {
  return typed.every(({ text }) => !/\p{Ll}/u.test(text.replace(/s(?=\P{L}*$)/u, '')));
}

function stemmed(text: string): Word {
  return { kind: 'word', text, form: 'stem' };
}

function allOf(parts: readonly QueryNode[]): QueryNode {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'and', parts };
}
