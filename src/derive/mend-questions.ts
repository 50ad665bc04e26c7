/** A person's word on questions and topics. */
import type { Correction, Placement, Question } from '../chat.ts';

/** The topic a person gave a session, the last time; null for none. */
export function topicGiven(session: string, corrections: readonly Correction[]): string | null {
  const topics = corrections.flatMap((one) => (one.kind === 'topic' && one.session === session ? [one.text] : []));
  return topics.at(-1) ?? null;
}

interface Asking {
  readonly session: string;
  readonly startsAt: number;
  readonly placements: readonly Placement[];
  /** When each tweet was written, by key: UTC, milliseconds. */
  readonly times: ReadonlyMap<string, number>;
}

/** The questions with the words a person gave them, and those a person placed answers at. One that no tweet asked stands where its first answer does. */
export function mendQuestions(questions: readonly Question[], asking: Asking, corrections: readonly Correction[]): Question[] {
  const answered = asking.placements.flatMap(({ question, attributedBy }) =>
    question !== null && attributedBy === 'user' ? [question] : [],
  );
  const known = [...new Set(answered)].filter((number) => questions.every((one) => one.number !== number));
  return corrections
    .reduce<readonly Question[]>(
      (now, one) => (one.kind === 'question' && one.session === asking.session ? worded(now, asking, one) : now),
      [...questions, ...known.map((number) => unseenAt(number, asking))],
    )
    .toSorted((a, b) => a.askedAt - b.askedAt);
}

function worded(questions: readonly Question[], asking: Asking, { number, text }: { number: number; text: string }): Question[] {
  const own = questions.findLast((question) => question.number === number);
  if (own !== undefined) return questions.map((question) => (question === own ? { ...question, text } : question));
  return [...questions, { ...unseenAt(number, asking), text }];
}

function unseenAt(number: number, asking: Asking): Question {
  return { number, label: `Q${number}`, key: '', text: '', askedAt: firstAnswer(number, asking), askedBy: null };
}

function firstAnswer(number: number, { startsAt, placements, times }: Asking): number {
  const answers = placements.flatMap(({ key, question }) => (question === number ? (times.get(key) ?? []) : []));
  return answers.length === 0 ? startsAt : Math.min(...answers);
}
