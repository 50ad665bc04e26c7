/** The operators of the form `name:value`. To add one, add a line to OPERATORS and a row to docs/search.md. */
import type { Counted, Leaf } from './ast.ts';
import { dateLeaf, numberLeaf, sessionLeaf, sinceLeaf, untilLeaf, weekLeaf } from './dates.ts';
import { newerLeaf, olderLeaf, seasonLeaf } from './relative-dates.ts';
import { filterLeaf, handle, hasLeaf, isLeaf, leastLeaf, siteLeaf, tagLeaf, threadLeaf } from './values.ts';

/** What a name before a colon means. */
export interface Operator {
  readonly example: string;
  /** True when it takes no list of values in brackets. */
  readonly one?: true;
  /** Makes the leaf, or throws a UserError; `value` is not empty, `today` is null when nobody said. */
  readonly read: (value: string, name: string, today: string | null) => Leaf;
}

const from: Operator = { example: 'from:mrslopez', read: (value) => ({ kind: 'from', who: handle(value) }) };
const thread: Operator = { example: 'thread:721852617572552704', read: threadLeaf };

/** The operators by name, in the order in which they are listed to people. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    from,
    by: { ...from, example: 'by:mrslopez' },
    to: { example: 'to:mrslopez', read: (value) => ({ kind: 'to', who: handle(value) }) },
    tag: { example: 'tag:iaedchat', read: tagLeaf },
    since: { example: 'since:2016-04-17', one: true, read: sinceLeaf },
    after: { example: 'after:2016-04-17', one: true, read: sinceLeaf },
    until: { example: 'until:2016-04-17', one: true, read: untilLeaf },
    before: { example: 'before:2016-04-17', one: true, read: untilLeaf },
    date: { example: 'date:2016-04-03..2016-04-17', read: dateLeaf },
    on: { example: 'on:2016-04-17', read: dateLeaf },
    newer_than: { example: 'newer_than:7d', one: true, read: newerLeaf },
    within_time: { example: 'within_time:7d', one: true, read: newerLeaf },
    older_than: { example: 'older_than:1y', one: true, read: olderLeaf },
    season: { example: 'season:2015-16', read: seasonLeaf },
    week: { example: 'week:2016-W15', read: weekLeaf },
    session: { example: 'session:2016-04-17', read: sessionLeaf },
    mod: { example: 'mod:mrslopez', read: (value) => ({ kind: 'mod', who: handle(value) }) },
    topic: { example: 'topic:grading', read: (value) => ({ kind: 'topic', words: value }) },
    q: { example: 'q:3', read: numberLeaf },
    a: { example: 'a:3', read: numberLeaf },
    has: { example: 'has:link', read: hasLeaf },
    is: { example: 'is:reply', read: isLeaf },
    filter: { example: 'filter:links', read: filterLeaf },
    min_faves: least('min_faves', 'likes'),
    min_likes: least('min_likes', 'likes'),
    min_retweets: least('min_retweets', 'retweets'),
    min_replies: least('min_replies', 'replies'),
    min_quotes: least('min_quotes', 'quotes'),
    url: { example: 'url:edutopia.org/assessment', read: (value) => ({ kind: 'url', text: value }) },
    site: { example: 'site:edutopia.org', read: siteLeaf },
    thread,
    conversation_id: { ...thread, example: 'conversation_id:721852617572552704' },
  } satisfies Record<string, Operator>),
);

/** The operators that take a whole search in curly brackets. */
export const THREADS: ReadonlySet<string> = new Set(['thread', 'conversation_id']);

/** The names before the colon that mean something. */
export const OPERATOR_NAMES: readonly string[] = [...OPERATORS.keys(), 'saved'];

function least(name: string, of: Counted): Operator {
  return { example: `${name}:5`, one: true, read: (value) => leastLeaf(value, name, of) };
}
