/** Earlier sessions about what a session is about: have we been here before? */
import { stem, words } from '../rules/words.ts';
import type { SessionSummary } from '../views.ts';

interface Asked {
  readonly session: string;
  readonly label: string;
  readonly text: string;
}

/** An earlier session and its question nearest to the topic, null where none shares a word with it. */
interface Related {
  readonly session: SessionSummary;
  readonly question: { readonly label: string; readonly text: string } | null;
}

/** The sessions before one whose topic shares a telling word with its topic: most shared words first, then the newest. */
export function relatedSessions(own: SessionSummary, sessions: readonly SessionSummary[], questions: readonly Asked[]): Related[] {
  const wanted = stemsOf(own.topic.text);
  const shared = (text: string): number => [...stemsOf(text)].filter((word) => wanted.has(word)).length;
  return sessions
    .filter(({ session }) => session < own.session)
    .map((session) => ({ session, score: shared(session.topic.text) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.session.session < b.session.session ? 1 : -1))
    .map(({ session }) => {
      const asked = questions.filter((question) => question.session === session.session && shared(question.text) > 0);
      const [best] = asked.toSorted((a, b) => shared(b.text) - shared(a.text));
      return { session, question: best === undefined ? null : { label: best.label, text: best.text } };
    });
}

function stemsOf(text: string): Set<string> {
  return new Set(words(text).map(stem));
}
