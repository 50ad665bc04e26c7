/**
 * The best answers to the questions of a session, by the rule of docs/recap.md: people who replied, people who passed it on,
 * words that are new, and nobody twice before the others had a turn.
 */
import { chatter } from '../rules/chatter.ts';
import { questionLabel } from '../rules/question-label.ts';
import { stem, words } from '../rules/words.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import type { AnswerView, QuestionView } from '../views.ts';
import type { Echo } from './echoes.ts';

/** What each thing is worth. A new word counts once, and no answer gets more than so many for being wordy. */
const WORTH = { reply: 3, sharer: 2, word: 1 } as const;
const MOST_WORDS = 8;
/** An answer must say something: so many telling words, whatever else it has. */
const FEWEST_WORDS = 3;
/** Below this its question is too unsure. */
const SURE = 0.65;

interface Candidate {
  readonly answer: AnswerView;
  readonly echo: Echo;
  readonly stems: ReadonlySet<string>;
}

/** The best answers of each question, best first, at most `limit`; the questions in the order they were asked. */
export function bestAnswers(questions: readonly QuestionView[], echoOf: (key: string) => Echo, limit: number): AnswerView[][] {
  const turns = new Map<string, number>();
  return questions.map((question) => {
    const candidates = question.answers.filter(isOwnAnswer).map((answer) => candidate(answer, echoOf(answer.key)));
    return choose(
      candidates.filter(({ stems }) => stems.size >= FEWEST_WORDS),
      stemsOf(question.text),
      turns,
      limit,
    );
  });
}

/** Whether a tweet is an answer in somebody's own words, surely to this question, and not only to another person. */
export function isOwnAnswer({ kind, text, author, depth, certainty }: AnswerView): boolean {
  if (kind === 'retweet' || author === null || retweetHeader(text) !== null || chatter(text) !== null) return false;
  return (depth === 0 || questionLabel(text)?.place === 'start') && (certainty ?? 0) >= SURE;
}

/** How many telling words a text has. */
export function substance(text: string): number {
  return stemsOf(text).size;
}

function candidate(answer: AnswerView, echo: Echo): Candidate {
  return { answer, echo, stems: stemsOf(answer.text) };
}

// Each choice makes its words old for those that follow.
function choose(candidates: readonly Candidate[], asked: ReadonlySet<string>, turns: Map<string, number>, limit: number): AnswerView[] {
  const old = new Set(asked);
  const left = [...candidates];
  const chosen: AnswerView[] = [];
  while (chosen.length < limit && left.length > 0) {
    const [best] = left.toSorted(
      (a, b) => turnsOf(a, turns) - turnsOf(b, turns) || score(b, old) - score(a, old) || earlier(a.answer, b.answer),
    );
    if (best === undefined) break;
    left.splice(left.indexOf(best), 1);
    chosen.push(best.answer);
    turns.set(authorOf(best), turnsOf(best, turns) + 1);
    for (const word of best.stems) old.add(word);
  }
  return chosen;
}

function score({ echo, stems }: Candidate, old: ReadonlySet<string>): number {
  const fresh = [...stems].filter((word) => !old.has(word)).length;
  return echo.replies * WORTH.reply + echo.sharers * WORTH.sharer + Math.min(fresh, MOST_WORDS) * WORTH.word;
}

function turnsOf(one: Candidate, turns: ReadonlyMap<string, number>): number {
  return turns.get(authorOf(one)) ?? 0;
}

function authorOf({ answer }: Candidate): string {
  return answer.author?.toLowerCase() ?? '';
}

function earlier(a: AnswerView, b: AnswerView): number {
  return a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1);
}

function stemsOf(text: string): Set<string> {
  return new Set(words(text).map(stem));
}
