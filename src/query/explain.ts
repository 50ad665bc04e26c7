/** Query -> words: how the search was read. */
import type { Leaf, Query, QueryNode, TweetIs } from './ast.ts';
import { dayBefore, isOpenFrom, isOpenUntil } from './dates.ts';

type Dates = Extract<Leaf, { readonly kind: 'dates' }>;

const IS: Readonly<Record<TweetIs, string>> = {
  reply: 'replies',
  retweet: 'retweets',
  quote: 'quotes',
  original: 'originals',
  question: 'questions',
  answer: 'answers',
};

/** One line that says what is searched for, with every bracket: `(grading OR sbg) AND NOT retweets, on Sun 17 April 2016 (America/Chicago)`. */
export function explain(query: Query, { zone }: { readonly zone: string }): string {
  const parts = query.root.kind === 'and' ? query.root.parts : [query.root];
  const dates = parts.filter((part) => part.kind === 'dates');
  const rest = parts.filter((part) => part.kind !== 'dates');
  const alone = rest.length === 1 && dates.length === 0;
  const conditions = rest.map((part) => inWords(part, !alone)).join(' AND ');
  const times = dates.map(datesInWords).join(', ');
  const line = [conditions, times].filter((text) => text !== '').join(', ');
  return hasDates(query.root) ? `${line} (${zone})` : line;
}

/** True when OR and words side by side mix without brackets: then the reader is shown the grouping. */
export function isAmbiguous(query: Query): boolean {
  return query.mixed;
}

function hasDates(node: QueryNode): boolean {
  if (node.kind === 'not') return hasDates(node.part);
  return node.kind === 'and' || node.kind === 'or' ? node.parts.some(hasDates) : node.kind === 'dates';
}

function inWords(node: QueryNode, bracketed: boolean): string {
  if (node.kind === 'not') return `NOT ${inWords(node.part, true)}`;
  if (node.kind !== 'and' && node.kind !== 'or') return leafInWords(node);
  const line = node.parts.map((part) => inWords(part, true)).join(node.kind === 'and' ? ' AND ' : ' OR ');
  return bracketed ? `(${line})` : line;
}

function leafInWords(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'word':
      return {
        stem: /^(?:OR|AND|NOT)$/.test(leaf.text) ? `the word ${leaf.text}` : leaf.text,
        exact: `exactly ${leaf.text}`,
        prefix: `${leaf.text}*`,
      }[leaf.form];
    case 'phrase':
      return `"${leaf.text}"`;
    case 'literal':
      return leaf.text;
    case 'from':
    case 'to':
      return `${leaf.kind} ${nameOf(leaf.who)}`;
    case 'mention':
      return `mentioning @${leaf.who}`;
    case 'tag':
      return `tagged #${leaf.tag}`;
    case 'dates':
      return datesInWords(leaf);
    case 'session':
      return leaf.session === 'latest' ? 'the latest session' : `session ${leaf.session}`;
    case 'sessions':
      return `sessions ${spanInWords(leaf.range)}`;
    case 'has':
      return leaf.what === 'link' ? 'with a link' : 'with a picture or video';
    case 'is':
      return IS[leaf.what];
    case 'url':
      return `linking to ${leaf.text}`;
    case 'site':
      return `linking to the site ${leaf.host}`;
    case 'numbered':
      return `${leaf.role === 'answer' ? 'answers to ' : ''}${leaf.first === leaf.last ? `question ${leaf.first}` : `questions ${leaf.first} to ${leaf.last}`}`;
    case 'topic':
      return `in sessions about "${leaf.words}"`;
  }
}

function nameOf(who: string): string {
  return /\s/.test(who) ? `"${who}"` : `@${who}`;
}

function datesInWords({ range, said }: Dates): string {
  const isOneWeek = said === 'week' && Date.parse(range.until) - Date.parse(range.from) === 7 * 86_400_000;
  if (said === 'week') return `${isOneWeek ? 'week' : 'weeks'} of ${spanInWords(range)}`;
  return dayBefore(range.until) === range.from ? `on ${dayInWords(range.from)}` : spanInWords(range);
}

function spanInWords(range: Dates['range']): string {
  if (isOpenFrom(range) && isOpenUntil(range)) return 'of any date';
  if (isOpenUntil(range)) return `since ${dayInWords(range.from)}`;
  if (isOpenFrom(range)) return `before ${dayInWords(range.until)}`;
  const last = dayBefore(range.until);
  // What both days share is said once.
  const shared = range.from.slice(0, 7) === last.slice(0, 7) ? 2 : range.from.slice(0, 4) === last.slice(0, 4) ? 3 : 4;
  return `${dayInWords(range.from).split(' ').slice(0, shared).join(' ')} to ${dayInWords(last)}`;
}

function dayInWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => day.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
  return `${part({ weekday: 'short' })} ${day.getUTCDate()} ${part({ month: 'long' })} ${date.slice(0, 4)}`;
}
