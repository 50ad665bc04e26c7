import type { Database } from 'better-sqlite3';
import { gatherLinks } from '../rules/link-list.ts';
import type { SessionView } from '../views.ts';
import { linkFacts } from './link-facts.ts';
import { listShares } from './link-shares.ts';
import { listPeople } from './people.ts';
import type { Scope } from './scope.ts';
import { getSession, listQuestions } from './session-views.ts';

const TOP = 10;

/** One session with its questions, answers, top links and people; null when there is none of that name. */
export function sessionView(db: Database, scope: Scope, session: string): SessionView | null {
  const found = getSession(db, scope.chat.name, session);
  if (found === null) return null;
  const own: Scope = { ...scope, session, sessions: [session] };
  return {
    ...found.summary,
    chat: scope.chat,
    foundBy: found.foundBy,
    moderators: found.moderators,
    questionList: listQuestions(db, scope.chat.name, session),
    topLinks: gatherLinks(listShares(db, own), linkFacts(db, scope.chat), TOP),
    topPeople: listPeople(db, own, TOP),
  };
}
