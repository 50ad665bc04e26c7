/**
 * Words -> Query, by this grammar (AND binds tighter than OR; two conditions side by side are an AND):
 *
 *     or     := and ( ("OR" | "|") and )*
 *     and    := unary ( ["AND"] unary )*
 *     unary  := ("-" | "~" | "NOT") unary | "(" or ")" | "{" either "}" | "thread:{" or "}" | leaf
 *     either := unary ( ["OR" | "|"] unary )*
 *
 * Every string parses or throws one UserError: an operator without operands is a word, an open bracket or quote is
 * closed at the end, and a bracket that closes nothing is passed over.
 */
import { UserError } from '../errors.ts';
import type { Query, QueryNode } from './ast.ts';
import { opensGroup, valuesOf } from './groups.ts';
import { leavesOf } from './leaves.ts';
import { checkDepth, checkLeaves, checkLength, NOTHING } from './limits.ts';
import { unknownSaved } from './refusals.ts';
import { canBegin, isAnd, isNot, isOr } from './signs.ts';
import { type FieldToken, type Token, tokenise } from './tokenise.ts';

/** What a search may speak of besides its own words. */
export interface Reading {
  /** The local date of the chat, which `newer_than:` counts from; without it such operators are refused. */
  readonly today?: string;
  /** The text of a saved search, or null when none has this name, which comes in lower case. */
  readonly saved?: (name: string) => string | null;
  /** The names of all saved searches, for the error that a wrong one gives. */
  readonly savedNames?: readonly string[];
}

interface Shared {
  readonly reading: Reading;
  leaves: number;
  /** Where the reader is, when not in the search's own words; errors begin with it. */
  place: string;
}

interface State {
  readonly tokens: readonly Token[];
  readonly shared: Shared;
  /** The saved searches this text stands in. */
  readonly within: readonly string[];
  at: number;
  mixed: boolean;
}

/** Reads a search; throws a UserError that says what to write instead. */
export function parse(text: string, reading: Reading = {}): Query {
  if (text.trim() === '') throw new UserError(NOTHING);
  const shared: Shared = { reading, leaves: 0, place: '' };
  try {
    return { text, ...parseText(text, shared, [], 0) };
  } catch (error) {
    if (shared.place === '' || !(error instanceof UserError)) throw error;
    throw new UserError(`in ${shared.place}: ${error.message}`, { cause: error });
  }
}

function parseText(text: string, shared: Shared, within: readonly string[], depth: number): { root: QueryNode; mixed: boolean } {
  checkLength(text);
  const state: State = { tokens: tokenise(text), shared, within, at: 0, mixed: false };
  const parts: QueryNode[] = [];
  while (state.at < state.tokens.length) {
    const node = parseOr(state, depth);
    if (node !== null) parts.push(node);
    // What is left begins with a bracket that closes nothing.
    state.at += 1;
  }
  const root = joined('and', parts);
  if (root === null) countLeaves(state, 1);
  return { root: root ?? lastResort(text), mixed: state.mixed };
}

function parseOr(state: State, depth: number): QueryNode | null {
  checkDepth(depth);
  const parts = [parseAnd(state, depth, false)];
  while (isOr(state.tokens[state.at]) && canBegin(state.tokens[state.at + 1])) {
    state.at += 1;
    parts.push(parseAnd(state, depth, false));
  }
  const nodes = parts.flatMap((part) => part.node ?? []);
  if (nodes.length > 1 && parts.some((part) => part.implicit)) state.mixed = true;
  return joined('or', nodes);
}

// Between curly brackets, two conditions side by side are an OR.
function parseEither(state: State, depth: number): QueryNode | null {
  checkDepth(depth);
  const parts: QueryNode[] = [];
  for (let token = state.tokens[state.at]; token !== undefined && token.kind !== 'close'; token = state.tokens[state.at]) {
    if (isOr(token) && parts.length > 0 && canBegin(state.tokens[state.at + 1])) state.at += 1;
    const { node } = parseAnd(state, depth, true);
    if (node !== null) parts.push(node);
  }
  return joined('or', parts);
}

function parseAnd(state: State, depth: number, spoken: boolean): { node: QueryNode | null; implicit: boolean } {
  const parts: QueryNode[] = [];
  let implicit = false;
  let explicit = true;
  for (;;) {
    const node = parseUnary(state, depth);
    if (node !== null) {
      implicit ||= parts.length > 0 && !explicit;
      parts.push(node);
    }
    const next = state.tokens[state.at];
    explicit = isAnd(next) && canBegin(state.tokens[state.at + 1]);
    if (explicit) state.at += 1;
    else if (spoken || next === undefined || next.kind === 'close' || (isOr(next) && canBegin(state.tokens[state.at + 1]))) break;
  }
  return { node: joined('and', parts), implicit };
}

function parseUnary(state: State, depth: number): QueryNode | null {
  const token = state.tokens[state.at];
  if (token === undefined || token.kind === 'close') return null;
  if (isNot(token) && canBegin(state.tokens[state.at + 1])) return parseNot(state, depth);
  state.at += 1;
  if (token.kind === 'open') return closed(state, parseOr(state, depth + 1));
  if (token.kind === 'either') return closed(state, parseEither(state, depth + 1));
  if (token.kind === 'field') {
    if (token.grouped && opensGroup(token, state.tokens[state.at], state.tokens[state.at + 1])) return parseGroup(state, token, depth);
    if (token.name === 'saved' && token.value.trim() !== '') return parseSaved(state, token.value.trim().toLowerCase(), depth);
  }
  const leaves = leavesOf(token, state.shared.reading.today ?? null);
  countLeaves(state, leaves.length);
  return joined('and', leaves);
}

function parseGroup(state: State, token: FieldToken, depth: number): QueryNode | null {
  const { today = null } = state.shared.reading;
  if (token.name === 'thread' || token.name === 'conversation_id') return parseThreads(state, token, depth);
  const { values, end } = valuesOf(token, state.tokens, state.at + 1);
  state.at = end;
  countLeaves(state, values.length);
  return joined(
    'or',
    values.flatMap((value) => leavesOf({ ...token, value, grouped: false }, today)),
  );
}

function parseThreads(state: State, { name, at }: FieldToken, depth: number): QueryNode {
  const { place } = state.shared;
  const own = `${name}:{…} at character ${at + 1}`;
  const saved = state.within.at(-1);
  state.shared.place = saved === undefined ? own : `${own} of saved:${saved}`;
  state.at += 1;
  const part = closed(state, parseOr(state, depth + 1));
  if (part === null) throw new UserError(`nothing to search for: write ${name}:{grading rubric}`);
  state.shared.place = place;
  return { kind: 'threadOf', part };
}

function parseSaved(state: State, name: string, depth: number): QueryNode {
  const { shared, within } = state;
  const text = shared.reading.saved?.(name) ?? null;
  if (text === null) throw unknownSaved(name, shared.reading.savedNames ?? []);
  if (within.includes(name)) throw new UserError(`saved:${name} asks for itself (${[...within, name].join(' -> ')}): change one of them`);
  const { place } = shared;
  shared.place = `saved:${name}`;
  if (text.trim() === '') throw new UserError('it is empty: save it again');
  const { root } = parseText(text, shared, [...within, name], depth + 1);
  shared.place = place;
  return { kind: 'saved', name, part: root };
}

function parseNot(state: State, depth: number): QueryNode | null {
  let negated = false;
  for (
    let token = state.tokens[state.at];
    token !== undefined && isNot(token) && canBegin(state.tokens[state.at + 1]);
    token = state.tokens[state.at]
  ) {
    negated = !negated;
    state.at += 1;
  }
  const part = parseUnary(state, depth);
  if (part === null || !negated) return part;
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

// Groups of one are no groups, and an AND within an AND is one AND.
function joined(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null);
}

function countLeaves({ shared }: State, more: number): void {
  shared.leaves += more;
  checkLeaves(shared.leaves);
}

// What a group held; its closing bracket is passed over.
function closed(state: State, node: QueryNode | null): QueryNode | null {
  if (state.tokens[state.at]?.kind === 'close') state.at += 1;
  return node;
}

// A search for nothing but signs is a search for these signs.
function lastResort(text: string): QueryNode {
  return { kind: 'literal', text: text.trim() };
}
