/** Past sessions near to some words: "have we asked this before?" */
import { fold } from '../normalise/text.ts';
import type { SessionSummary, TopicHit } from '../views.ts';

/** What a word found in each place is worth. */
const WORTH = { topic: 5, question: 3, term: 2 };
const MOST_QUESTIONS = 3;

interface AskedQuestion {
  readonly session: string;
  readonly label: string;
  readonly text: string;
}

/** Sessions whose topic, questions or terms hold some of the words, best first; newer first among equals. */
export function nearestTopics(
  words: readonly string[],
  sessions: readonly SessionSummary[],
  questions: readonly AskedQuestion[],
): TopicHit[] {
  const wanted = [...new Set(words.flatMap(stemsOf))];
  const asked = new Map<string, AskedQuestion[]>();
  for (const question of questions) asked.set(question.session, [...(asked.get(question.session) ?? []), question]);
  return sessions
    .map((session) => scored(session, asked.get(session.session) ?? [], wanted))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.session.session < b.session.session ? 1 : -1));
}

function scored(session: SessionSummary, questions: readonly AskedQuestion[], wanted: readonly string[]): TopicHit {
  const hits = (text: string) => {
    const stems = new Set(stemsOf(text));
    return wanted.filter((stem) => stems.has(stem)).length;
  };
  const near = questions
    .map((question) => ({ question, score: hits(question.text) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const inTerms = hits(session.topic.terms.join(' '));
  const score = hits(session.topic.text) * WORTH.topic + (near[0]?.score ?? 0) * WORTH.question + inTerms * WORTH.term;
  return { session, score, questions: near.slice(0, MOST_QUESTIONS).map(({ question: { label, text } }) => ({ label, text })) };
}

// Enough of a stem to join grade, grading and grades: the endings of English words, cut off.
function stemsOf(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.map((word) => (word.length <= 4 ? word.replace(/s$/, '') : word.replace(/(?:ations?|ments?|ings?|ers?|ed|es|s|e)$/, '')));
}
