/** Pieces of SQL, joined without ever losing a value. */
import type { Value } from './tweet-row.ts';

/** A piece of SQL and the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** The SQL of a piece. */
export function sql(text: string, ...values: readonly Value[]): Sql {
  return { text, values };
}

/** Joins pieces by AND or OR; no pieces joined by AND are true. */
export function join(operator: 'AND' | 'OR', parts: readonly Sql[]): Sql {
  if (parts.length === 0) return sql(operator === 'AND' ? '1' : '0');
  return { text: parts.map(({ text }) => `(${text})`).join(` ${operator} `), values: parts.flatMap(({ values }) => values) };
}
