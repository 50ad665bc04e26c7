/**
 * Words -> Query, by this grammar (AND binds tighter than OR; two conditions side by side are an AND):
 *
 *     or    := and ( ("OR" | "|") and )*
 *     and   := unary ( ["AND"] unary )*
 *     unary := ("-" | "~" | "NOT") unary | "(" or ")" | leaf
 *
 * Every string parses or throws one UserError: an operator without operands is a word, an open bracket or quote is
 * closed at the end, and a bracket that closes nothing is passed over.
 */
import { UserError } from '../errors.ts';
import type { Query, QueryNode } from './ast.ts';
import { leavesOf } from './leaves.ts';
import { type Token, tokenise } from './tokenise.ts';

// Far beyond what anyone types, and within what SQLite takes.
const MOST_LEAVES = 200;
const LONGEST = 5000;
const DEEPEST = 12;

const EMPTY =
  "nothing to search for. Did your shell eat a #? It takes #iaedchat for a comment: write tag:iaedchat, or quote it: '#iaedchat'";

interface State {
  readonly tokens: readonly Token[];
  at: number;
  leaves: number;
  mixed: boolean;
}

/** Reads a search; throws a UserError that says what to write instead. */
export function parse(text: string): Query {
  if (text.trim() === '') throw new UserError(EMPTY);
  if (text.length > LONGEST) throw new UserError(`the search is longer than ${LONGEST} characters: search for the few words that matter`);
  const state: State = { tokens: tokenise(text), at: 0, leaves: 0, mixed: false };
  const parts: QueryNode[] = [];
  while (state.at < state.tokens.length) {
    const node = parseOr(state, 0);
    if (node !== null) parts.push(node);
    // What is left begins with a bracket that closes nothing.
    state.at += 1;
  }
  return { text, root: joined('and', parts) ?? lastResort(text), mixed: state.mixed };
}

function parseOr(state: State, depth: number): QueryNode | null {
  if (depth > DEEPEST) throw new UserError(`the search has more than ${DEEPEST} brackets inside one another: take some away`);
  const parts = [parseAnd(state, depth)];
  while (isOr(state.tokens[state.at]) && canBegin(state.tokens[state.at + 1])) {
    state.at += 1;
    parts.push(parseAnd(state, depth));
  }
  const nodes = parts.flatMap((part) => part.node ?? []);
  if (nodes.length > 1 && parts.some((part) => part.implicit)) state.mixed = true;
  return joined('or', nodes);
}

function parseAnd(state: State, depth: number): { node: QueryNode | null; implicit: boolean } {
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
    else if (next === undefined || next.kind === 'close' || (isOr(next) && canBegin(state.tokens[state.at + 1]))) break;
  }
  return { node: joined('and', parts), implicit };
}

function parseUnary(state: State, depth: number): QueryNode | null {
  const token = state.tokens[state.at];
  if (token === undefined || token.kind === 'close') return null;
  if (isNot(token) && canBegin(state.tokens[state.at + 1])) return parseNot(state, depth);
  state.at += 1;
  if (token.kind === 'open') {
    const node = parseOr(state, depth + 1);
    if (state.tokens[state.at]?.kind === 'close') state.at += 1;
    return node;
  }
  const leaves = leavesOf(token);
  state.leaves += leaves.length;
  if (state.leaves > MOST_LEAVES) throw new UserError(`the search has more than ${MOST_LEAVES} words: search for the few that matter`);
  return joined('and', leaves);
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

// A search for nothing but signs is a search for these signs.
function lastResort(text: string): QueryNode {
  return { kind: 'literal', text: text.trim() };
}

function isOr(token: Token | undefined): boolean {
  return token?.kind === 'pipe' || (token?.kind === 'keyword' && token.word === 'OR');
}

function isAnd(token: Token | undefined): boolean {
  return token?.kind === 'keyword' && token.word === 'AND';
}

function isNot(token: Token): boolean {
  return token.kind === 'minus' || (token.kind === 'keyword' && token.word === 'NOT');
}

function canBegin(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'close' && token.kind !== 'pipe';
}
