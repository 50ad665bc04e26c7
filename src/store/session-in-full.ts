/** One session: in outline, and in full. */
import type { Database } from 'better-sqlite3';
import { gatherLinks } from '../rules/link-list.ts';
import type { AnswerPlace, AnswerView, QuestionView, SessionOutline, SessionView, TweetView } from '../views.ts';
import { linkFacts } from './link-facts.ts';
import { listShares } from './link-shares.ts';
import { listPeople } from './people.ts';
import type { Scope } from './scope.ts';
import { getSession, questionOutlines } from './session-views.ts';
import { answersOf, tweetFinder } from './tweet-views.ts';

const TOP = 10;

/** One session with its questions, the places of its answers, its top links and people; null when there is none of that name. */
export function sessionOutline(db: Database, scope: Scope, session: string): SessionOutline | null {
  const found = getSession(db, scope.chat.name, session);
  if (found === null) return null;
  const own = scopeOf(scope, session);
  return {
    ...found.summary,
    chat: scope.chat,
    foundBy: found.foundBy,
    moderators: found.moderators,
    questionList: questionOutlines(db, scope, session),
    topLinks: gatherLinks(listShares(db, own), linkFacts(db, scope.chat), TOP),
    topPeople: found.busiest,
  };
}

/** The same with every answer in full, and everything that is known of its people. */
export function sessionView(db: Database, scope: Scope, session: string): SessionView | null {
  const outline = sessionOutline(db, scope, session);
  if (outline === null) return null;
  const names = outline.topPeople.map(({ author }) => author);
  return {
    ...outline,
    questionList: inFull(db, scope.chat.name, session, outline.questionList),
    topPeople: listPeople(db, scopeOf(scope, session), names),
  };
}

/** The questions of a session in the order they were asked, each with its answers in full. */
export function listQuestions(db: Database, scope: Scope, session: string): QuestionView[] {
  return inFull(db, scope.chat.name, session, questionOutlines(db, scope, session));
}

function scopeOf(scope: Scope, session: string): Scope {
  return { ...scope, session, sessions: [session] };
}

/** A function that gives some answers of a chat in full: for the few that are shown. */
export function answerReader(db: Database, chat: string): (answers: readonly AnswerPlace[]) => AnswerView[] {
  const find = tweetFinder(db, chat);
  return (answers) => answers.flatMap((place) => whole(place, find(place.key)?.view));
}

function inFull(db: Database, chat: string, session: string, questions: readonly QuestionView<AnswerPlace>[]): QuestionView[] {
  const views = answersOf(db, chat, session);
  return questions.map((question) => ({ ...question, answers: question.answers.flatMap((place) => whole(place, views.get(place.key))) }));
}

function whole({ under, inferred, depth }: AnswerPlace, view: TweetView | undefined): AnswerView[] {
  return view === undefined ? [] : [{ ...view, under, inferred, depth }];
}
