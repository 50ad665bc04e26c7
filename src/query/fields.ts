/** `name:value` -> the condition it stands for. */
import { UserError } from '../errors.ts';
import type { Leaf } from './ast.ts';
import { OPERATORS } from './operators.ts';
import { unknownOperator } from './refusals.ts';

/**
 * The leaf of `name:value`; null where people write a colon after a word (`Note:`, `Q:`). Throws a UserError for what is
 * meant as an operator and is none. `today` is the local date, or null when nobody said.
 */
export function fieldLeaf(name: string, value: string, today: string | null): Leaf | null {
  const operator = OPERATORS.get(name);
  const empty = value.trim() === '';
  if (operator !== undefined && !empty) return operator.read(value, name, today);
  if (operator === undefined && name !== 'saved') {
    if (empty) return null;
    throw unknownOperator(name, value);
  }
  // Pasted questions and answers begin with Q: and A: too.
  if (name.length === 1) return null;
  throw new UserError(`${name}: needs a value right after the colon, without a space: ${operator?.example ?? 'saved:grading'}`);
}
