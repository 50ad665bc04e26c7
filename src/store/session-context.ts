/** What the index of stems holds of a tweet's session. */
import type { Database } from 'better-sqlite3';
import { smallLetters, trait } from './search-traits.ts';
import { placeTraits } from './tweet-traits.ts';

/** A session, as the entries of its tweets see it. */
export interface SessionContext {
  /** The topic that somebody stated; empty where it was derived from the words. */
  readonly topic: string;
  /** What stands there for a tweet in a place. */
  readonly at: (role: string, question: number | null) => PlaceContext;
  /** The traits of who wrote it, each before a space. */
  readonly personTraits: (author: string) => string;
}

/** A place in a session: the telling words of the question that is answered there, and the traits of the place, each before a space. */
interface PlaceContext {
  readonly asked: string;
  readonly traits: string;
}

/** Sessions that are remembered: tweets come in the order of time, so those of one stand close together. */
const MOST = 50;

/** Prepares the look at sessions, each of which is read once: use it for as long as nobody writes any. */
export function sessionReader(db: Database): (chat: string, session: string) => SessionContext {
  return remembered(contextReader(db), (chat, session) => `${chat} ${session}`, MOST);
}

function contextReader(db: Database): (chat: string, session: string) => SessionContext {
  const find = db.prepare<[string, string], { topic: string; topic_source: string; moderators: string }>(
    'SELECT topic, topic_source, moderators FROM sessions WHERE chat = ? AND session = ?',
  );
  const questions = db.prepare<[string, string], { number: number; words: string }>(
    'SELECT number, words FROM questions WHERE chat = ? AND session = ? ORDER BY n',
  );
  const earliest = db.prepare<[string], string | null>('SELECT min(session) FROM sessions WHERE chat = ?').pluck();
  const firstOf = db.prepare<[string, string], string>('SELECT session FROM first_sessions WHERE chat = ? AND author = ?').pluck();
  return (chat, session) => {
    const row = find.get(chat, session);
    const asked = questions.all(chat, session);
    const moderators = new Set((JSON.parse(row?.moderators ?? '[]') as string[]).map(smallLetters));
    // In the first of all, everybody would be new.
    const isLater = session > (earliest.get(chat) ?? session);
    return {
      topic: row === undefined || row.topic_source === 'derived' ? '' : row.topic,
      at: remembered(
        (role: string, question: number | null) => ({
          asked: role === 'answer' ? asked.flatMap(({ number, words }) => (number === question ? words : [])).join(' ') : '',
          traits: placeTraits(session, role, question),
        }),
        (role, question) => `${role} ${question}`,
      ),
      personTraits: remembered(
        (author: string) =>
          (moderators.has(smallLetters(author)) ? `${trait.moderator} ` : '') +
          (isLater && firstOf.get(chat, author) === session ? `${trait.newcomer} ` : ''),
        (author) => author,
      ),
    };
  };
}

function remembered<Given extends readonly unknown[], Found>(
  find: (...given: Given) => Found,
  nameOf: (...given: Given) => string,
  most = Infinity,
): (...given: Given) => Found {
  const known = new Map<string, Found>();
  return (...given) => {
    const name = nameOf(...given);
    const found = known.get(name) ?? find(...given);
    if (known.size >= most) known.clear();
    known.set(name, found);
    return found;
  };
}
