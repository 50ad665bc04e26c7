/** What is doubtful about a session as a whole, a sentence each, so that nobody trusts a guess unawares. */
import type { AnswersInShort, SessionOutline } from '../views.ts';
import { isoWeek } from '../calendar.ts';
import { number } from './words.ts';

/** Fewer tweets than this are no session one would expect questions in. */
const ENOUGH = 10;

type Doubtful = Pick<SessionOutline, 'session' | 'tweets' | 'people' | 'moderators' | 'questionList'>;

/** The doubts about a session; none for most. */
export function doubtsOf(session: Doubtful): string[] {
  const { session: name, tweets, people, questionList } = session;
  const doubts: string[] = [];
  if (questionList.length === 0 && tweets >= ENOUGH)
    doubts.push(`No question was recognised. Read what was said: edchat search week:${isoWeek(name.slice(0, 10))} --newest`);
  if (isMost(questionList, ({ text }) => text === ''))
    doubts.push('The words of most questions are in no tweet (pictures, perhaps): they are known by their answers.');
  else if (isMost(questionList, ({ guessed }) => guessed === true))
    doubts.push('Most questions bear no number: they were counted as they were asked. Put right what is wrong: edchat fix --help');
  const answers = sum(questionList, ({ all }) => all);
  const guesses = sum(questionList, (inShort) => inShort.guesses);
  if (answers >= ENOUGH && guesses * 2 >= answers)
    doubts.push(`${number(guesses)} of ${number(answers)} answers carry no label, and their question is no more than likely.`);
  if (people === 1 && tweets >= ENOUGH) doubts.push('One person wrote all of it: perhaps only their side of the chat was exported.');
  return doubts;
}

function isMost(questions: Doubtful['questionList'], test: (question: Doubtful['questionList'][number]) => boolean): boolean {
  return questions.length > 0 && questions.filter(test).length * 2 >= questions.length;
}

function sum(questions: Doubtful['questionList'], countOf: (answers: AnswersInShort) => number): number {
  return questions.reduce((total, { answers }) => total + countOf(answers), 0);
}
