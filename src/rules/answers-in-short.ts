/** The answers of a question, counted, with those that are shown where there is no room for all. */
import type { AnswerInShort, AnswerPlace, AnswersInShort } from '../views.ts';

/** An answer that is less sure than this is called a guess. */
const SURE = 0.65;

/** The answers of a question in short, the first `most` of those that stand on their own. */
export function answersInShort(answers: readonly AnswerPlace[], most: number): AnswersInShort {
  const own = answers.flatMap((answer, at): AnswerInShort[] => {
    const { key, kind, depth, attributedBy } = answer;
    // A plain retweet repeats what stands above it.
    if (depth > 0 || kind === 'retweet') return [];
    return [{ key, isSure: attributedBy === 'label' || attributedBy === 'user', replies: repliesAt(answers, at) }];
  });
  const guesses = answers.filter(({ certainty }) => certainty !== null && certainty < SURE).length;
  return { all: answers.length, guesses, first: firstOf(own, most) };
}

/** Of many answers the first that say themselves what they answer, then the first of the others; in time order, at most so many. */
export function firstOf(answers: readonly AnswerInShort[], most: number): readonly AnswerInShort[] {
  const best = new Set(answers.toSorted((a, b) => Number(b.isSure) - Number(a.isSure)).slice(0, most));
  return answers.filter((answer) => best.has(answer));
}

function repliesAt(answers: readonly AnswerPlace[], at: number): number {
  let end = at + 1;
  while ((answers[end]?.depth ?? 0) > 0) end += 1;
  return end - at - 1;
}
