/** Where the answers of a session stand, with the side conversations under them. */
import type { Database } from 'better-sqlite3';
import type { AttributedBy } from '../chat.ts';
import type { Kind } from '../tweet.ts';
import type { AnswerPlace } from '../views.ts';
import { rowsOfSession, type ScopeBinding } from './scope.ts';
import { statement } from './statements.ts';

/**
 * The places of the answers of a session by the number of their question, in time order, save that what speaks to another
 * answer stands below it.
 */
export function answersByQuestion(db: Database, chat: string, session: string): Map<number, AnswerPlace[]> {
  const answers = tiedAnswers(db, chat, session);
  const placed = new Map(answers.map((answer) => [answer.key, answer]));
  const children = new Map<string | null, Tied[]>();
  for (const answer of answers) {
    const above = answer.under === null ? undefined : placed.get(answer.under);
    const isUnder = above !== undefined && above.question === answer.question && above.createdAt <= answer.createdAt && above !== answer;
    if (!isUnder) [answer.under, answer.inferred] = [null, false];
    grow(children, answer.under, answer);
  }
  return arranged(children);
}

/** An answer whose place among the others is being found: at first `under` is whatever it speaks to. */
type Tied = { -readonly [Part in keyof AnswerPlace]: AnswerPlace[Part] };

// By hand and not by recursion: a conversation can be thousands of tweets deep.
function arranged(children: ReadonlyMap<string | null, readonly Tied[]>): Map<number, AnswerPlace[]> {
  const answers = new Map<number, AnswerPlace[]>();
  const open = (children.get(null) ?? []).toReversed();
  for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
    const { key, question, depth } = answer;
    if (question !== null) grow(answers, question, answer);
    for (const child of children.get(key)?.toReversed() ?? []) {
      child.depth = depth + 1;
      open.push(child);
    }
  }
  return answers;
}

function grow<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

const KEY = 'COALESCE(t.key, CAST(t.n AS TEXT))';
const SPOKEN_TO = '(SELECT COALESCE(u.key, CAST(u.n AS TEXT)) FROM tweets u WHERE u.n = p.speaks_to)';
const KIND = `
  CASE WHEN t.is_retweet = 1 THEN 'retweet' WHEN t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL THEN 'reply'
       WHEN t.quote_of IS NOT NULL THEN 'quote' ELSE 'original' END`;
// What it replies to, else quotes, else speaks to by a mention; a retweet speaks to nobody.
const TOLD = 'CASE WHEN t.is_retweet = 0 THEN COALESCE(CAST(t.reply_to AS TEXT), CAST(t.quote_of AS TEXT)) END';
// A session is a stretch of rows: without the plus signs, which hide a column from indexes, each row would be looked up.
const ANSWERS = `
  SELECT json_group_array(key), json_group_array(at), json_group_array(kind), json_group_array(question), json_group_array(by),
         json_group_array(certainty), json_group_array(COALESCE(told, spoken)), json_group_array(told IS NULL)
  FROM (SELECT ${KEY} AS key, t.created_at AS at, ${KIND} AS kind, p.question, p.attributed_by AS by, p.certainty, ${TOLD} AS told,
               ${SPOKEN_TO} AS spoken
        FROM placements p CROSS JOIN tweets t ON t.n = p.n
        WHERE p.n BETWEEN @first AND @last AND +p.chat = @chat AND +p.session = @session AND t.context = 0 AND p.role = 'answer' ORDER BY p.n)`;

type AnswerColumns = [
  key: string[],
  at: number[],
  kind: Kind[],
  question: (number | null)[],
  by: (AttributedBy | null)[],
  certainty: (number | null)[],
  under: (string | null)[],
  inferred: number[],
];

function tiedAnswers(db: Database, chat: string, session: string): Tied[] {
  const rows = rowsOfSession(db, chat, session);
  if (rows === null) return [];
  // A session has thousands of answers: a column of them as one text is read in half the time of a value each.
  const texts =
    statement<[ScopeBinding], string[]>(db, ANSWERS)
      .raw()
      .get({ chat, session, ...rows }) ?? [];
  const [keys, at, kind, question, by, certainty, under, inferred] = texts.map((text) => JSON.parse(text) as unknown) as AnswerColumns;
  return keys.map((key, row) => ({
    key,
    createdAt: at[row] ?? 0,
    kind: kind[row] ?? 'original',
    question: question[row] ?? null,
    attributedBy: by[row] ?? null,
    certainty: certainty[row] ?? null,
    under: under[row] ?? null,
    inferred: inferred[row] === 1,
    depth: 0,
  }));
}
