/** How a session went, question by question, against what is usual in its chat. */
import type { QuestionFigures, SessionFigures } from '../figures.ts';
import { retweetHeader } from '../rules/retweet-header.ts';

/** What is read of each tweet of a session; times in UTC milliseconds. */
export interface Heard {
  readonly author: string | null;
  readonly text: string;
  readonly kind: string;
  readonly role: string | null;
  readonly question: number | null;
  readonly createdAt: number;
}

/** One question of a session. */
interface Asked {
  readonly number: number;
  readonly label: string;
  readonly text: string;
  readonly askedAt: number;
}

const DAY = 86_400_000;

/** The figures of each question in the order they were asked; the parts of one (Q2a, Q2b) are one. */
export function questionFigures(questions: readonly Asked[], tweets: readonly Heard[]): QuestionFigures[] {
  const first = questions.filter(({ number }, at) => questions.findIndex((other) => other.number === number) === at);
  return first.map((question) => {
    const parts = questions.filter(({ number }) => number === question.number);
    const label = parts.map((part) => part.label).join('/');
    const about = tweets.filter((tweet) => tweet.question === question.number && (tweet.role === 'answer' || isEcho(tweet)));
    return { label, text: parts.map(({ text }) => text).join(' '), ...answered(question.askedAt, about) };
  });
}

function answered(askedAt: number, about: readonly Heard[]): Omit<QuestionFigures, 'label' | 'text'> {
  const own = about.filter((tweet) => !isEcho(tweet));
  const after = own.map(({ createdAt }) => (createdAt - askedAt) / 1000).filter((seconds) => seconds >= 0 && seconds < DAY / 1000);
  return {
    answers: own.length,
    people: new Set(own.map(({ author }) => author?.toLowerCase())).size,
    firstAnswer: after.length === 0 ? null : Math.min(...after),
    tail: after.length === 0 ? null : Math.max(...after),
    echo: about.length === 0 ? null : (about.length - own.length) / about.length,
  };
}

/** The figures of a session as a whole: of what is measured for each question, the median. */
export function sessionFigures(questions: readonly Asked[], tweets: readonly Heard[]): SessionFigures {
  const each = questionFigures(questions, tweets);
  const people = new Set(tweets.map(({ author }) => author?.toLowerCase()));
  const speaking = new Set(tweets.filter((tweet) => !isEcho(tweet)).map(({ author }) => author?.toLowerCase()));
  return {
    tweets: tweets.length,
    people: people.size,
    questions: each.length,
    answers: median(each.map(({ answers }) => answers)),
    firstAnswer: median(each.map(({ firstAnswer }) => firstAnswer)),
    tail: median(each.map(({ tail }) => tail)),
    echo: tweets.length === 0 ? null : tweets.filter(isEcho).length / tweets.length,
    speaking: people.size === 0 ? null : speaking.size / people.size,
  };
}

/** What is usual: each figure in the middle of those of some sessions; null without any. */
export function usualFigures(sessions: readonly SessionFigures[]): SessionFigures | null {
  if (sessions.length === 0) return null;
  const middle = (pick: (one: SessionFigures) => number | null): number | null => median(sessions.map(pick));
  return {
    tweets: middle(({ tweets }) => tweets) ?? 0,
    people: middle(({ people }) => people) ?? 0,
    questions: middle(({ questions }) => questions) ?? 0,
    answers: middle(({ answers }) => answers),
    firstAnswer: middle(({ firstAnswer }) => firstAnswer),
    tail: middle(({ tail }) => tail),
    echo: middle(({ echo }) => echo),
    speaking: middle(({ speaking }) => speaking),
  };
}

/** The middle of some numbers, nulls aside: of an even count the mean of the middle two; null without any. */
export function median(numbers: readonly (number | null)[]): number | null {
  const sorted = numbers.filter((number) => number !== null).toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function isEcho({ kind, text }: Heard): boolean {
  return kind === 'retweet' || retweetHeader(text)?.comment === '';
}
