/** One session: in outline, and in full. */
import type { Database } from 'better-sqlite3';
import { gatherLinks } from '../rules/link-list.ts';
import type { AnswerInShort, AnswerPlace, AnswerView, QuestionView, SessionOutline, SessionView, TweetView } from '../views.ts';
import { linkFacts } from './link-facts.ts';
import { listShares } from './link-shares.ts';
import { listPeople } from './people.ts';
import { questionOutlines, questionsWithPlaces } from './questions.ts';
import type { Scope } from './scope.ts';
import { getSession } from './session-views.ts';
import { answersOf, tweetFinder } from './tweet-views.ts';

const TOP = 10;

/** One session with its questions, their answers in short, its top links and people; null when there is none of that name. */
export function sessionOutline(db: Database, scope: Scope, session: string): SessionOutline | null {
  const found = getSession(db, scope.chat.name, session);
  if (found === null) return null;
  const { summary, foundBy, moderators, bars, busiest } = found;
  return {
    ...summary,
    chat: scope.chat,
    foundBy,
    moderators,
    bars,
    questionList: questionOutlines(db, scope.chat.name, session),
    topLinks: gatherLinks(listShares(db, scopeOf(scope, session)), linkFacts(db, scope.chat), TOP),
    topPeople: busiest,
  };
}

/** The same with every answer in full, and everything that is known of its people. */
export function sessionView(db: Database, scope: Scope, session: string): SessionView | null {
  const outline = sessionOutline(db, scope, session);
  if (outline === null) return null;
  const names = outline.topPeople.map(({ author }) => author);
  return {
    ...outline,
    questionList: listQuestions(db, scope.chat.name, session),
    topPeople: listPeople(db, scopeOf(scope, session), names),
  };
}

/** The questions of a session in the order they were asked, each with its answers in full. */
export function listQuestions(db: Database, chat: string, session: string): QuestionView[] {
  const views = answersOf(db, chat, session);
  return questionsWithPlaces(db, chat, session).map((question) => ({
    ...question,
    answers: question.answers.flatMap((place) => whole(place, views.get(place.key))),
  }));
}

function scopeOf(scope: Scope, session: string): Scope {
  return { ...scope, session, sessions: [session] };
}

/** A function that gives some answers of a chat in full: for the few that are shown. */
export function answerReader(db: Database, chat: string): (answers: readonly AnswerInShort[]) => AnswerView[] {
  const find = tweetFinder(db, chat);
  return (answers) => answers.flatMap(({ key }) => whole(ON_ITS_OWN, find(key)?.view));
}

const ON_ITS_OWN = { under: null, inferred: false, depth: 0 };

function whole({ under, inferred, depth }: Pick<AnswerPlace, 'under' | 'inferred' | 'depth'>, view: TweetView | undefined): AnswerView[] {
  return view === undefined ? [] : [{ ...view, under, inferred, depth }];
}
