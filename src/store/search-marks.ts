/** Marking what was searched for in the texts that are shown. The indexes keep no texts, so these few go through small ones of their own. */
import type { Database } from 'better-sqlite3';
import type { QueryNode } from '../query/ast.ts';
import { type Index, INDEXES } from './search-index.ts';
import { markExpression } from './search-match.ts';
import { statement } from './statements.ts';

const TOKENIZERS: Readonly<Record<Index, string>> = {
  stems: 'porter unicode61 remove_diacritics 2',
  plain: 'unicode61 remove_diacritics 2',
};
const [OPEN, CLOSE] = ['\u0002', '\u0003'];

/** The texts with what was searched for between \u0002 and \u0003. */
export function markTexts(db: Database, texts: readonly string[], root: QueryNode): string[] {
  const clean = texts.map((text) => text.replaceAll(OPEN, '').replaceAll(CLOSE, ''));
  return INDEXES.reduce<readonly string[]>((now, index) => {
    const expression = markExpression(root, index);
    return expression === null ? now : joinMarks(now, marked(db, clean, index, expression));
  }, clean).slice();
}

function marked(db: Database, texts: readonly string[], index: Index, expression: string): string[] {
  const table = `shown_${index}`;
  statement(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table} USING fts5(text, columnsize = 0, tokenize = '${TOKENIZERS[index]}')`,
  ).run();
  const found = takenBack(db, () => {
    statement(db, `INSERT INTO temp.${table} (rowid, text) SELECT key, value FROM json_each(?)`).run(JSON.stringify(texts));
    return statement<[string], { at: number; text: string }>(
      db,
      `SELECT rowid AS at, highlight(${table}, 0, char(2), char(3)) AS text FROM temp.${table} WHERE ${table} MATCH ?`,
    ).all(expression);
  });
  const byPlace = new Map(found.map(({ at, text }) => [at, text]));
  return texts.map((text, at) => byPlace.get(at) ?? text);
}

// To take texts back costs less than to delete them.
function takenBack<T>(db: Database, work: () => T): T {
  statement(db, 'SAVEPOINT shown').run();
  try {
    return work();
  } finally {
    statement(db, 'ROLLBACK TO shown').run();
    statement(db, 'RELEASE shown').run();
  }
}

// The same texts with different marks: what either marks is marked.
function joinMarks(some: readonly string[], others: readonly string[]): string[] {
  return some.map((text, at) => (text.includes(OPEN) ? union(text, others[at] ?? text) : (others[at] ?? text)));
}

function union(a: string, b: string): string {
  if (!b.includes(OPEN)) return a;
  const [letters, inA] = marksOf(a);
  const [, inB] = marksOf(b);
  let [result, open] = ['', false];
  letters.forEach((letter, at) => {
    const wanted = inA[at] === true || inB[at] === true;
    if (wanted !== open) result += wanted ? OPEN : CLOSE;
    open = wanted;
    result += letter;
  });
  return open ? result + CLOSE : result;
}

function marksOf(text: string): [letters: string[], marked: boolean[]] {
  const [letters, marks]: [string[], boolean[]] = [[], []];
  let open = false;
  for (const letter of text) {
    if (letter === OPEN || letter === CLOSE) open = letter === OPEN;
    else {
      letters.push(letter);
      marks.push(open);
    }
  }
  return [letters, marks];
}
