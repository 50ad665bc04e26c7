/** Counting what a search finds: by week, person, hashtag, site, question or topic. */
import type { Database } from 'better-sqlite3';
import { addDays, instantsOf, isoWeek, localDate, weekRange } from '../calendar.ts';
import { groupBy } from '../group-by.ts';
import type { Query } from '../query/ast.ts';
import { rowAt, rowRange } from '../row-number.ts';
import type { Facet, FacetBy } from '../search-views.ts';
import { foundRows, type Plan, planOf, type SearchOptions } from './search-plan.ts';
import { inRange, select } from './search-rows.ts';
import type { Sql } from './search-sql.ts';

type Place = Pick<SearchOptions, 'chat' | 'zone'>;

/** What the tweets found have, counted; `more` is true when only the newest of them were. */
export interface Counts {
  readonly facets: readonly Facet[];
  readonly more: boolean;
}

/** Of more tweets than this, all but their weeks is counted for the newest only: each must be read. */
export const MOST_READ = 20_000;

/**
 * How many of the tweets that a search finds fall under each value: weeks in time order, all others the most frequent first.
 * A tweet with several hashtags or sites counts under each. Questions and topics are those of the sessions of `chats`.
 */
export function countBy(db: Database, query: Query, by: FacetBy, place: Place, chats: readonly string[]): Counts {
  if (by === 'week') return { facets: weeksOf(db, planOf(db, query.root, place), place.zone), more: false };
  const all = foundRows(db, query, place);
  const found = { text: `${all.text} ORDER BY n DESC LIMIT ${MOST_READ}`, values: all.values };
  const { text, values } = COUNTS[by](found);
  const names = by === 'question' || by === 'topic' ? [JSON.stringify(chats)] : [];
  const facets = db.prepare<unknown[], Facet>(`${text} ORDER BY tweets DESC, value`).all(...values, ...names);
  const next = db.prepare(`${all.text} ORDER BY n DESC LIMIT 1 OFFSET ${MOST_READ}`);
  return { facets, more: next.get(...all.values) !== undefined };
}

const COUNTS: Readonly<Record<Exclude<FacetBy, 'week'>, (found: Sql) => Sql>> = {
  person: ({ text, values }) => ({
    text: `SELECT '@' || max(t.author) AS value, NULL AS label, count(*) AS tweets FROM (${text}) h JOIN tweets t ON t.n = h.n
           WHERE t.author IS NOT NULL GROUP BY t.author COLLATE NOCASE`,
    values,
  }),
  hashtag: ({ text, values }) => ({
    text: `SELECT '#' || tag.value AS value, NULL AS label, count(*) AS tweets FROM (${text}) h JOIN tweets t ON t.n = h.n
           JOIN json_each(t.entities, '$.hashtags') tag GROUP BY tag.value`,
    values,
  }),
  site: ({ text, values }) => ({
    text: `SELECT l.host AS value, NULL AS label, count(DISTINCT h.n) AS tweets FROM (${text}) h JOIN shares s ON s.n = h.n
           JOIN links l ON l.link = s.link GROUP BY l.host`,
    values,
  }),
  question: ({ text, values }) => ({
    text: `SELECT p.session || ' Q' || p.question AS value,
                  (SELECT q.text FROM questions q WHERE q.chat = p.chat AND q.session = p.session AND q.number = p.question ORDER BY q.asked_at LIMIT 1) AS label,
                  count(*) AS tweets
           FROM (${text}) h CROSS JOIN placements p ON p.n = h.n
           WHERE p.question IS NOT NULL AND p.chat IN (SELECT value FROM json_each(?)) GROUP BY p.chat, p.session, p.question`,
    values,
  }),
  topic: ({ text, values }) => ({
    text: `SELECT p.session AS value, s.topic AS label, count(*) AS tweets FROM (${text}) h CROSS JOIN placements p ON p.n = h.n
           JOIN sessions s ON s.chat = p.chat AND s.session = p.session
           WHERE p.chat IN (SELECT value FROM json_each(?)) GROUP BY p.chat, p.session`,
    values,
  }),
};

// Of more tweets than this, each week is counted by itself, and no tweet is looked at.
const MANY = 5000;

function weeksOf(db: Database, plan: Plan, zone: string): Facet[] {
  const { text, values } = select(plan);
  const ends = ['', 'DESC'].map((order) =>
    db
      .prepare<unknown[], number>(`SELECT (n - ?) >> 22 FROM (${text}) ORDER BY n ${order} LIMIT 1`)
      .pluck()
      .get(rowAt(0), ...values),
  );
  const isMany = db.prepare(`${text} LIMIT 1 OFFSET ${MANY}`).get(...values) !== undefined;
  const [first, last] = ends;
  if (first === undefined || last === undefined) return [];
  return isMany ? eachWeek(db, plan, { first, last, zone }) : fewWeeks(db, { text, values }, zone);
}

function fewWeeks(db: Database, { text, values }: Sql, zone: string): Facet[] {
  const times = db.prepare<unknown[], number>(`SELECT (n - ?) >> 22 FROM (${text}) ORDER BY n`).pluck();
  const byWeek = groupBy(times.all(rowAt(0), ...values), (time) => isoWeek(localDate(time, zone)));
  return Array.from(byWeek, ([value, { length }]) => ({ value, label: null, tweets: length }));
}

function eachWeek(db: Database, plan: Plan, { first, last, zone }: { first: number; last: number; zone: string }): Facet[] {
  const count = db.prepare<unknown[], number>(select(plan, 'count(*)').text).pluck();
  const facets: Facet[] = [];
  for (let monday = weekRange(isoWeek(localDate(first, zone))).from; ; monday = addDays(monday, 7)) {
    const { from, until } = instantsOf({ from: monday, until: addDays(monday, 7) }, zone);
    if (from > last) return facets;
    const tweets = count.get(...select(inRange(plan, rowRange(from, until))).values) ?? 0;
    if (tweets > 0) facets.push({ value: isoWeek(monday), label: null, tweets });
  }
}
