/** The user's own stars, notes and tags, on links and on tweets. */
import type { Database } from 'better-sqlite3';
import { groupBy } from '../group-by.ts';
import type { Marks } from '../views.ts';
import { pageFinder } from './links.ts';
import { statement } from './statements.ts';

/** What a mark is on: a tweet by its key, a link by its canonical address. */
export interface Marked {
  readonly thing: 'tweet' | 'link';
  readonly key: string;
}

export type MarkKind = 'star' | 'note' | 'tag';

/** One mark as it is kept; the text of a star is empty. */
export interface Mark extends Marked {
  readonly kind: MarkKind;
  readonly text: string;
  /** UTC, milliseconds. */
  readonly madeAt: number;
}

export const NO_MARKS: Marks = { starred: false, note: null, tags: [] };

/** Puts a mark on something; a note takes the place of the one before. False when it was there already. */
export function addMark(db: Database, { thing, key, kind, text, madeAt }: Mark): boolean {
  return db
    .transaction(() => {
      if (kind === 'note')
        db.prepare("DELETE FROM marks WHERE thing = ? AND key = ? AND kind = 'note' AND text <> ?").run(thing, key, text);
      return (
        db
          .prepare('INSERT INTO marks (kind, thing, key, text, made_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
          .run(kind, thing, key, text, madeAt).changes > 0
      );
    })
    .immediate();
}

/** Takes marks of a kind off something, or one with this text; false when there was none. */
export function removeMark(db: Database, { thing, key }: Marked, kind: MarkKind, text: string | null): boolean {
  // A link may have been marked under a short address that leads to it.
  const spellings = thing === 'link' ? [key, ...shortOf(db, key)] : [key];
  const remove = db.prepare('DELETE FROM marks WHERE thing = @thing AND key = @key AND kind = @kind AND (@text IS NULL OR text = @text)');
  return db
    .transaction(() => spellings.map((spelling) => remove.run({ thing, key: spelling, kind, text }).changes).some((count) => count > 0))
    .immediate();
}

function shortOf(db: Database, target: string): string[] {
  return db
    .prepare<[string], { canonical: string }>(
      "SELECT m.key AS canonical FROM marks m JOIN pages g ON g.canonical = m.key WHERE m.thing = 'link' AND g.target = ? ORDER BY m.key",
    )
    .all(target)
    .map(({ canonical }) => canonical);
}

/** All marks of a kind, oldest first; those on a short address stand at the page it leads to, those on a tweet without an id at its twin. */
export function listMarks(db: Database, kind: MarkKind | null = null): Mark[] {
  return statement<[{ kind: MarkKind | null }], Mark>(
    db,
    `SELECT m.kind, m.thing, COALESCE(g.target, w.key, CAST(w.n AS TEXT), m.key) AS key, m.text, m.made_at AS madeAt
       FROM marks m LEFT JOIN pages g ON m.thing = 'link' AND g.canonical = m.key
       LEFT JOIN tweets t ON m.thing = 'tweet' AND t.key = m.key LEFT JOIN tweets w ON w.n = t.twin
       WHERE @kind IS NULL OR m.kind = @kind ORDER BY m.made_at, m.thing, m.key, m.kind, m.text`,
  ).all({ kind });
}

/** A function that gives the marks on something. */
export function marksFinder(db: Database, thing: Marked['thing']): (key: string) => Marks {
  const byKey = groupBy(
    listMarks(db).filter((mark) => mark.thing === thing),
    ({ key }) => key,
  );
  return (key) => marksOf(byKey.get(key) ?? []);
}

function marksOf(marks: readonly Mark[]): Marks {
  if (marks.length === 0) return NO_MARKS;
  const texts = (wanted: MarkKind) => marks.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return { starred: texts('star').length > 0, note: texts('note').at(-1) ?? null, tags: [...new Set(texts('tag'))].toSorted() };
}

/** The link an address belongs to as marks and lists name it, or null when nobody in the archive shared it. */
export function markedLink(db: Database, url: string): Marked | null {
  const page = pageFinder(db)(url);
  const shared = page !== null && db.prepare<[string]>('SELECT 1 FROM links WHERE canonical = ?').get(page.canonical) !== undefined;
  return shared ? { thing: 'link', key: page.canonical } : null;
}
