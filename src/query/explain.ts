/** Query -> words: how the search was read. */
import type { Counted, Leaf, Query, QueryNode, TweetIs } from './ast.ts';
import { datesInWords, spanInWords } from './explain-dates.ts';

const IS: Readonly<Record<TweetIs, string>> = {
  reply: 'replies',
  retweet: 'retweets',
  quote: 'quotes',
  original: 'originals',
  question: 'questions',
  answer: 'answers',
  new: 'by people new to the chat',
  moderator: "by their session's moderators",
};

const COUNTED: Readonly<Record<Counted, readonly [one: string, several: string]>> = {
  likes: ['like', 'likes'],
  retweets: ['retweet', 'retweets'],
  replies: ['reply', 'replies'],
  quotes: ['quote', 'quotes'],
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
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(hasDates);
  return node.kind === 'not' || node.kind === 'saved' || node.kind === 'threadOf' ? hasDates(node.part) : node.kind === 'dates';
}

function inWords(node: QueryNode, bracketed: boolean): string {
  if (node.kind === 'not') return `NOT ${inWords(node.part, true)}`;
  if (node.kind === 'saved') return `saved ${node.name} ${inBrackets(node.part)}`;
  if (node.kind !== 'and' && node.kind !== 'or') return leafInWords(node);
  if (node.kind === 'or' && node.also) return alsoInWords(node.parts);
  const line = node.parts.map((part) => inWords(part, true)).join(node.kind === 'and' ? ' AND ' : ' OR ');
  return bracketed ? `(${line})` : line;
}

function inBrackets(node: QueryNode): string {
  return `(${inWords(node, false)})`;
}

function alsoInWords([typed, ...added]: readonly QueryNode[]): string {
  const others = added.map((node) => (node.kind === 'word' && /[\s-]/.test(node.text) ? `"${node.text}"` : inWords(node, true)));
  return `${typed === undefined ? '' : inWords(typed, true)} (also ${others.join(', ')})`;
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
    case 'mod':
      return `in sessions moderated by ${nameOf(leaf.who)}`;
    case 'least':
      return `with at least ${leaf.count} ${COUNTED[leaf.of][leaf.count === 1 ? 0 : 1]}`;
    case 'thread':
      return `in the thread of ${leaf.id}`;
    case 'threadOf':
      return `in the threads of ${inBrackets(leaf.part)}`;
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
