/** Values in brackets: `from:(kofi OR ana)` is one operator with either value. */
import { UserError } from '../errors.ts';
import { OPERATORS, THREADS } from './operators.ts';
import { unknownOperator } from './refusals.ts';
import { canBegin, isOr } from './signs.ts';
import type { FieldToken, Token } from './tokenise.ts';

/**
 * True when the bracket after a name holds its values; false where somebody wrote a bracket after a word and a colon
 * (`sad:(`). Throws a UserError for an operator that takes no bracket and for one that is none.
 */
export function opensGroup({ name }: FieldToken, open: Token | undefined, first: Token | undefined): boolean {
  if (THREADS.has(name)) {
    if (open?.kind === 'either') return true;
    throw new UserError(`${name}: takes a search in curly brackets, ${name}:{grading rubric}, or the id of one tweet`);
  }
  const operator = OPERATORS.get(name);
  if (operator === undefined) {
    if (!canBegin(first)) return false;
    throw unknownOperator(name, '…');
  }
  if (operator.one !== true) return true;
  throw new UserError(`${name}: takes one value, not a bracket: write ${operator.example}`);
}

/** The values of a group that begins at a token, and where it ends. Throws a UserError for what is no value. */
export function valuesOf({ name }: FieldToken, tokens: readonly Token[], start: number): { values: string[]; end: number } {
  const values: string[] = [];
  let at = start;
  for (let token = tokens[at]; token !== undefined && token.kind !== 'close'; token = tokens[at]) {
    if (!isOr(token)) values.push(valueOf(token, name));
    at += 1;
  }
  if (values.some((value) => value.trim() !== '')) return { values: values.filter((value) => value.trim() !== ''), end: at + 1 };
  throw new UserError(`${name}:() is empty: write ${exampleOf(name)}`);
}

function valueOf(token: Token, name: string): string {
  if (token.kind === 'bare' || token.kind === 'quoted' || token.kind === 'address') return token.text;
  if (token.kind === 'minus' || (token.kind === 'keyword' && token.word === 'NOT'))
    throw new UserError(`${name}:(…) takes values only: write the minus before it, -${exampleOf(name)}`);
  throw new UserError(`${name}:(…) takes values with OR between them: write ${exampleOf(name)}`);
}

function exampleOf(name: string): string {
  const value = OPERATORS.get(name)?.example.slice(name.length + 1) ?? '…';
  return `${name}:(${value} OR …)`;
}
