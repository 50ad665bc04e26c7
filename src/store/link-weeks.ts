import type { Database } from 'better-sqlite3';
import { isoWeek, localDate } from '../calendar.ts';
import { groupBy } from '../group-by.ts';
import { gatherLinks } from '../rules/link-list.ts';
import type { LinkWeek, SessionSummary } from '../views.ts';
import { listShares } from './link-shares.ts';
import { type Scope, weeksOf } from './scope.ts';
import { listSessions } from './session-views.ts';

/** The links of a scope by ISO week of the chat's own zone, newest week first, each under its session's topic. */
export function linkWeeks(db: Database, scope: Scope): LinkWeek[] {
  const shares = groupBy(listShares(db, scope), ({ createdAt }) => isoWeek(localDate(createdAt, scope.chat.zone)));
  const sessions = sessionsByWeek(db, scope);
  return [...shares]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([week, own]) => {
      const session = sessions.get(week);
      return { week, session: session?.session ?? null, topic: session?.topic ?? null, links: gatherLinks(own) };
    });
}

// The first session of a week stands for it; a scope that cuts through a week still shows its topic.
function sessionsByWeek(db: Database, scope: Scope): Map<string, SessionSummary> {
  const sessions = listSessions(db, weeksOf(db, scope));
  return new Map(sessions.toReversed().map((session) => [session.week, session]));
}
