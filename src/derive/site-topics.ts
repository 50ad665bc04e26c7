/** The topics of a chat that are worth a page: what sessions were about, and the words that several of them share. */
import { groupBy } from '../group-by.ts';
import { foldText } from '../rules/fold.ts';
import { stem } from '../rules/words.ts';
import type { SessionSummary } from '../views.ts';

/** A topic and its sessions, newest first. */
export interface ChatTopic {
  readonly text: string;
  readonly sessions: readonly SessionSummary[];
}

const FEWEST = 2;
const RARE_ENOUGH = 0.2;

/** The topics, those of most sessions first, then by name. A derived topic is no name for a page; its terms may be. */
export function siteTopics(sessions: readonly SessionSummary[]): ChatTopic[] {
  const stated = groupBy(
    sessions.filter(({ topic }) => topic.source !== 'derived' && topic.text.trim() !== ''),
    ({ topic }) => foldText(topic.text).trim(),
  );
  const terms = groupBy(
    sessions.flatMap((session) =>
      [...new Map(session.topic.terms.map((term) => [stem(foldText(term)), term]))].map(([key, term]) => ({ key, term, session })),
    ),
    ({ key }) => key,
  );
  const names = new Set([...stated.keys()].map((text) => stem(text)));
  // A word of every fifth session names nothing.
  const most = Math.max(FEWEST, sessions.length * RARE_ENOUGH);
  const shared = [...terms].filter(
    ([key, own]) => own.length >= FEWEST && own.length <= most && !names.has(key) && !isOneTopic(own, stated),
  );
  return [
    ...[...stated.values()].map((own) => ({ text: own.at(-1)?.topic.text ?? '', sessions: own.toReversed() })),
    ...shared.map(([, own]) => ({ text: own.at(-1)?.term ?? '', sessions: own.map(({ session }) => session).toReversed() })),
  ].toSorted((a, b) => b.sessions.length - a.sessions.length || (a.text < b.text ? -1 : 1));
}

// A word of one stated topic's own sessions would only be that topic again.
function isOneTopic(own: readonly { readonly session: SessionSummary }[], stated: ReadonlyMap<string, readonly SessionSummary[]>): boolean {
  const [first] = own;
  const about = first === undefined ? undefined : stated.get(foldText(first.session.topic.text).trim());
  return about !== undefined && own.every(({ session }) => about.includes(session));
}

/** The topics of each session, by its name. */
export function topicsBySession(topics: readonly ChatTopic[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { text, sessions } of topics) {
    for (const { session } of sessions) found.set(session, [...(found.get(session) ?? []), text]);
  }
  return found;
}
