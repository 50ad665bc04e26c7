/** What the full-text indexes hold of each tweet, put together from the tables. */
import type { Database } from 'better-sqlite3';
import type { Counted } from '../query/ast.ts';
import { sessionReader } from './session-context.ts';
import type { Changed } from './stale-rows.ts';
import { type Traited, tweetTraits } from './tweet-traits.ts';

/** The columns of both indexes: what the tweet itself says. */
export const OWN_COLUMNS = ['text', 'author', 'tags', 'words', 'links'] as const;
/** The columns of the index of stems. */
export const STEM_COLUMNS = [...OWN_COLUMNS, 'question', 'topic', 'traits'] as const;

/** A tweet as the indexes see it: its row number, what of it changed, and the values of `STEM_COLUMNS`. */
export interface Entry {
  readonly n: bigint;
  readonly changed: Changed;
  readonly values: readonly string[];
}

type TweetRow = readonly [
  n: bigint,
  changedWords: bigint,
  text: string,
  searchText: string | null,
  author: string | null,
  authorName: string | null,
  tags: string | null,
  words: string | null,
  isRetweet: bigint,
  isReply: bigint,
  isQuote: bigint,
  replyToAuthor: string | null,
  entities: string | null,
  ...counts: (bigint | null)[],
];
type LinkRow = readonly [n: bigint, host: string, words: string];
type PlacementRow = readonly [n: bigint, chat: string, session: string, role: string, question: bigint | null];

const COUNTED: readonly Counted[] = ['likes', 'retweets', 'replies', 'quotes'];
const TWEETS = `
  SELECT t.n, w.words, t.text, t.search_text, t.author, t.author_name, t.search_tags, t.search_words, t.is_retweet,
         t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL, t.quote_of IS NOT NULL, t.reply_to_author, t.entities,
         ${COUNTED.map((of) => `t.${of}`).join(', ')}
  FROM stale_rows w CROSS JOIN tweets t ON t.n = w.n WHERE w.n BETWEEN ? AND ? AND t.context = 0 AND t.twin IS NULL ORDER BY w.n`;
const LINK_WORDS = "l.words || ' ' || COALESCE(g.title, s.title, '')";
const LINKED = 'JOIN links l ON l.link = s.link LEFT JOIN pages g ON g.canonical = l.canonical';
const LINKS = `
  SELECT s.n, l.host, ${LINK_WORDS} FROM stale_rows w CROSS JOIN shares s ON s.n = w.n ${LINKED}
  WHERE w.n BETWEEN ? AND ? ORDER BY w.n, s.link`;
const PLACEMENTS = `
  SELECT p.n, p.chat, p.session, p.role, p.question FROM stale_rows w CROSS JOIN placements p ON p.n = w.n
  WHERE w.n BETWEEN ? AND ? ORDER BY w.n`;

/** What can be searched of a tweet itself, as its row holds it. */
export interface OwnText {
  readonly text: string;
  readonly searchText: string | null;
  readonly author: string | null;
  readonly authorName: string | null;
  readonly tags: string | null;
  readonly words: string | null;
}

/** The values of `OWN_COLUMNS` for a tweet that shares pages with these words. */
export function ownWords({ text, searchText, author, authorName, tags, words }: OwnText, links: string): string[] {
  return [searchText ?? text, `${author ?? ''} ${authorName ?? ''}`, tags ?? '', words ?? '', links];
}

/** A function that gives the words of the pages that a tweet shares. */
export function linkWordsFinder(db: Database): (n: bigint) => string {
  const find = db.prepare<[bigint], string>(`SELECT ${LINK_WORDS} FROM shares s ${LINKED} WHERE s.n = ? ORDER BY s.link`).pluck();
  return (n) => find.all(n).join(' ');
}

/** Prepares the reading of the entries of stale rows, from one row number to another, both included, in their order. Use it within one transaction. */
export function entryReader(db: Database): (first: bigint, last: bigint) => Entry[] {
  const tweets = rowReader<TweetRow>(db, TWEETS);
  const links = rowReader<LinkRow>(db, LINKS);
  const placements = rowReader<PlacementRow>(db, PLACEMENTS);
  const sessionOf = sessionReader(db);
  return (first, last) => {
    const linksOf = inStep(links(first, last));
    const placementsOf = inStep(placements(first, last));
    return tweets(first, last).map((tweet) => {
      const [n, changedWords, text, searchText, author, authorName, tags, words] = tweet;
      const shared = linksOf(n);
      const context = contextOf(author, placementsOf(n), sessionOf);
      const values = [
        ...ownWords({ text, searchText, author, authorName, tags, words }, shared.map(([, , own]) => own).join(' ')),
        context.asked,
        context.topic,
        tweetTraits(traitedOf(tweet, shared)) + context.traits,
      ];
      return { n, changed: changedWords === 1n ? 'words' : 'place', values };
    });
  };
}

function traitedOf(row: TweetRow, shared: readonly LinkRow[]): Traited {
  const [, , text, , author, , tags, , isRetweet, isReply, isQuote, replyToAuthor, entities, ...counts] = row;
  return {
    author,
    text,
    isRetweet: isRetweet === 1n,
    isReply: isReply === 1n,
    isQuote: isQuote === 1n,
    replyToAuthor,
    entities,
    tags,
    counts: COUNTED.map((of, at) => [of, numberOf(counts[at] ?? null)]),
    hosts: shared.map(([, host]) => host),
  };
}

// A tweet of several chats stands in a session of each.
function contextOf(author: string | null, placed: readonly PlacementRow[], sessionOf: ReturnType<typeof sessionReader>) {
  let [asked, topic, traits] = ['', '', ''];
  for (const [, chat, name, role, question] of placed) {
    const session = sessionOf(chat, name);
    const place = session.at(role, numberOf(question));
    asked += `${place.asked} `;
    topic += `${session.topic} `;
    traits += place.traits + (author === null ? '' : session.personTraits(author));
  }
  return { asked, topic, traits };
}

function rowReader<Row>(db: Database, sql: string): (first: bigint, last: bigint) => Row[] {
  const read = db.prepare<[bigint, bigint], Row>(sql).raw().safeIntegers();
  return (first, last) => read.all(first, last);
}

const NONE: readonly never[] = [];

// The rows of each tweet, asked for in the order in which they come; most tweets have none.
function inStep<Row extends readonly [n: bigint, ...rest: unknown[]]>(rows: readonly Row[]): (n: bigint) => readonly Row[] {
  let at = 0;
  return (n) => {
    while (at < rows.length && (rows[at]?.[0] ?? n) < n) at += 1;
    const from = at;
    while (rows[at]?.[0] === n) at += 1;
    return from === at ? NONE : rows.slice(from, at);
  };
}

function numberOf(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}
