import type { Database } from 'better-sqlite3';
import { chatWeek, chatWeekInstants, weekRange } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { rowAt } from '../row-number.ts';
import type { LinkFacts } from '../rules/link-list.ts';
import { copyFinder, verdictFinder } from './checks.ts';
import { marksFinder } from './marks.ts';

/** What the archive knows of pages beyond who shared them in the time asked for; each is looked up when it is needed. */
export function linkFacts(db: Database, chat: Chat): LinkFacts {
  const copyOf = copyFinder(db);
  return {
    before: earlierWeeks(db, chat),
    verdict: verdictFinder(db),
    copy: (canonical) => copyOf(canonical)?.copy ?? null,
    marks: marksFinder(db, 'link'),
  };
}

function earlierWeeks(db: Database, { name, zone }: Chat): LinkFacts['before'] {
  const find = db.prepare<[string, bigint, string], { at: number }>(
    `SELECT t.created_at AS at FROM links l CROSS JOIN shares s ON s.link = l.link CROSS JOIN tweets t ON t.n = s.n
     WHERE l.canonical = ? AND s.n < ? AND t.context = 0 AND EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = s.n) ORDER BY s.n`,
  );
  return (canonical, week) => {
    const { from } = chatWeekInstants(weekRange(week).from, zone);
    return [...new Set(find.all(canonical, rowAt(from), name).map(({ at }) => chatWeek(at, zone)))];
  };
}
