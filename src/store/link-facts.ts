import type { Database } from 'better-sqlite3';
import { chatMonday, chatWeekInstants, isoWeek, weekRange } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { rowAt } from '../row-number.ts';
import type { LinkFacts } from '../rules/link-list.ts';
import { copyFinder, verdictFinder } from './checks.ts';
import { marksFinder } from './marks.ts';
import { statement } from './statements.ts';

/** What the archive knows of pages beyond who shared them in the time asked for; each is looked up when it is needed. */
export function linkFacts(db: Database, chat: Chat): LinkFacts {
  const copyOf = isEmpty(db, 'copies') ? () => null : copyFinder(db);
  return {
    before: earlierWeeks(db, chat),
    verdict: isEmpty(db, 'checks') ? () => null : verdictFinder(db),
    copy: (canonical) => copyOf(canonical)?.copy ?? null,
    marks: marksFinder(db, 'link'),
  };
}

// Most archives never asked: then no page needs to be looked up.
function isEmpty(db: Database, table: 'checks' | 'copies'): boolean {
  return statement(db, `SELECT 1 FROM ${table} LIMIT 1`).get() === undefined;
}

function earlierWeeks(db: Database, { name, zone }: Chat): LinkFacts['before'] {
  const find = (order: 'ASC' | 'DESC') =>
    statement<[string, bigint, bigint, string], { n: bigint; at: bigint }>(
      db,
      `SELECT s.n, t.created_at AS at FROM links l CROSS JOIN shares s ON s.link = l.link CROSS JOIN tweets t ON t.n = s.n
         WHERE l.canonical = ? AND s.n >= ? AND s.n < ? AND t.context = 0 AND EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = s.n)
         ORDER BY s.n ${order} LIMIT 1`,
    ).safeIntegers();
  // Prepared when the first page asks: in many lists none does.
  let finders: Record<'first' | 'last', ReturnType<typeof find>> | undefined;
  const weekAt = weekAndEnd(zone);
  return (canonical, week, most = Infinity) => {
    const { first, last } = (finders ??= { first: find('ASC'), last: find('DESC') });
    const until = rowAt(chatWeekInstants(weekRange(week).from, zone).from);
    const weeks = new Set<string>();
    // From the first share of a week to the first behind that week: some pages have hundreds in each.
    for (let from = FIRST_ROW; ;) {
      const share = first.get(canonical, from, until, name);
      if (share === undefined) return [...weeks];
      if (weeks.size === most) break;
      const found = weekAt(Number(share.at));
      weeks.add(found.week);
      from = found.until > share.n ? found.until : share.n + 1n;
    }
    const share = last.get(canonical, FIRST_ROW, until, name);
    return share === undefined ? [...weeks] : [...weeks, weekAt(Number(share.at)).week];
  };
}

const FIRST_ROW = -(2n ** 63n);

// The chat week of an instant, and the first row behind it.
function weekAndEnd(zone: string): (ms: number) => { readonly week: string; readonly until: bigint } {
  const known = new Map<string, { readonly week: string; readonly until: bigint }>();
  return (ms) => {
    const monday = chatMonday(ms, zone);
    let found = known.get(monday);
    if (found === undefined) known.set(monday, (found = { week: isoWeek(monday), until: rowAt(chatWeekInstants(monday, zone).until) }));
    return found;
  };
}
