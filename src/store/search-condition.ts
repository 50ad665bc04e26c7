/** Query -> a condition on a row `t` of tweets, with its values bound. Each is true or false, never null, so that NOT is safe. */
import type { Database } from 'better-sqlite3';
import { type DateRange, instantsOf } from '../calendar.ts';
import { groupBy } from '../group-by.ts';
import { fold } from '../normalise/text.ts';
import type { Leaf, QueryNode, TweetIs } from '../query/ast.ts';
import { rowRange } from '../row-number.ts';
import { sharedAddress, sharedHost } from './search-links.ts';
import { exactMatchOf, type Index, type Match, matchOf } from './search-match.ts';
import { join, sql, type Sql } from './search-sql.ts';
import { sessionsAbout } from './search-topics.ts';

/** Where a search looks. `chats` are the names whose sessions count. */
export interface Place {
  readonly db: Database;
  readonly chats: readonly string[];
  readonly zone: string;
  /** True when nothing else narrows the search: then one list of row numbers is cheaper than a look at each tweet. */
  readonly wide: boolean;
  /**
   * An expression for the row number. Of an index it must not be the bare column: SQLite would look the rows of an OR up by
   * number, where the index can match no more.
   */
  readonly n: string;
}

const IS: Readonly<Record<TweetIs, string>> = {
  retweet: 't.is_retweet = 1',
  reply: 't.is_retweet = 0 AND (t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)',
  quote: 't.is_retweet = 0 AND t.quote_of IS NOT NULL',
  original: 't.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL',
  question: "p.role = 'question'",
  answer: "p.role = 'answer'",
};

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

/** Row numbers of local dates: first and last, inclusive, as far as 64 bits go. */
export function rowsOf(range: DateRange, zone: string): { first: bigint; last: bigint } {
  const { from, until } = instantsOf(range, zone);
  const { first, last } = rowRange(from, until);
  return { first: first < LOWEST ? LOWEST : first, last: last > HIGHEST ? HIGHEST : last };
}

/** The condition of a node. `lead` is the index that has found what it can find of it already; null for none. */
export function conditionOf(node: QueryNode, place: Place, lead: Index | null): Sql {
  if (node.kind === 'not') return negated(conditionOf(node.part, place, null));
  if (node.kind === 'and') return join('AND', all(node.parts, place));
  if (node.kind === 'or') return anyOf(node.parts, place);
  const match = exactMatchOf(node);
  if (match !== null) return inIndex(match, place);
  const narrowing = lead === null ? matchOf(node, 'stems') : null;
  const condition = leafCondition(node, place);
  return narrowing === null ? condition : join('AND', [inIndex(narrowing, place), condition]);
}

function all(parts: readonly QueryNode[], place: Place): Sql[] {
  return parts.map((part) => conditionOf(part, place, null));
}

function negated({ text, values }: Sql): Sql {
  return { text: `NOT (${text})`, values };
}

// One look into an index answers for all words of an OR that it knows.
function anyOf(parts: readonly QueryNode[], place: Place): Sql {
  const byIndex = groupBy(parts, (part) => exactMatchOf(part)?.index ?? null);
  return join(
    'OR',
    [...byIndex].flatMap(([index, own]) => {
      const match = index === null ? null : matchOf({ kind: 'or', parts: own }, index);
      return match === null ? all(own, place) : [inIndex(match, place)];
    }),
  );
}

function inIndex({ index, expression }: Match, { n }: Place): Sql {
  return sql(`${n} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`, expression);
}

function leafCondition(leaf: Leaf, place: Place): Sql {
  switch (leaf.kind) {
    case 'word':
    case 'phrase':
      // An index answers for every word it can cut; signs that hold none are found nowhere.
      return sql('0');
    case 'literal':
      return sql('instr(lower(t.text), lower(?)) > 0', leaf.text);
    case 'from':
      return /\s/.test(leaf.who) ? sql('t.author_name COLLATE NOCASE IS ?', leaf.who) : sql('t.author COLLATE NOCASE IS ?', leaf.who);
    case 'to':
      return addressee(leaf.who);
    case 'mention':
      return sql("EXISTS (SELECT 1 FROM json_each(t.entities, '$.mentions') WHERE value = ?)", fold(leaf.who));
    case 'tag':
      return sql("instr(' ' || COALESCE(t.search_tags, '') || ' ', ?) > 0", ` ${leaf.tag} `);
    case 'dates': {
      const { first, last } = rowsOf(leaf.range, place.zone);
      return sql(`${place.n} BETWEEN ? AND ?`, first, last);
    }
    case 'has':
      return sql('json_type(t.entities, ?) IS NOT NULL', leaf.what === 'link' ? '$.links' : '$.media');
    case 'is':
      return leaf.what === 'question' || leaf.what === 'answer' ? placed(place, sql(IS[leaf.what])) : sql(IS[leaf.what]);
    case 'url':
      return sharedAddress(leaf.text, place.n);
    case 'site':
      return sharedHost(leaf.host, place.n);
    case 'numbered':
      return placed(place, sql('p.role = ? AND p.question BETWEEN ? AND ?', leaf.role, leaf.first, leaf.last));
    case 'session':
    case 'sessions':
    case 'topic':
      return inSessions(leaf, place);
  }
}

// Whom a tweet answers, as the export says, or as it begins.
function addressee(who: string): Sql {
  const start = `@${who}`;
  const { length } = [...start];
  return sql(
    "t.is_retweet = 0 AND (t.reply_to_author COLLATE NOCASE IS ? OR (lower(substr(t.text, 1, ?)) = lower(?) AND substr(t.text, ?, 1) NOT GLOB '[A-Za-z0-9_]'))",
    who,
    length,
    start,
    length + 1,
  );
}

function placed({ chats, wide, n }: Place, condition: Sql): Sql {
  const rows = 'FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND';
  const text = wide ? `${n} IN (SELECT p.n ${rows} ${condition.text})` : `EXISTS (SELECT 1 ${rows} p.n = ${n} AND ${condition.text})`;
  return sql(text, JSON.stringify(chats), ...condition.values);
}

function inSessions(leaf: Extract<Leaf, { kind: 'session' | 'sessions' | 'topic' }>, { db, chats, n }: Place): Sql {
  const names = JSON.stringify(chats);
  const rows = `${n} IN (SELECT p.n FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND`;
  if (leaf.kind === 'sessions') return sql(`${rows} p.session >= ? AND p.session < ?)`, names, leaf.range.from, leaf.range.until);
  if (leaf.kind === 'topic')
    return sql(
      `${rows} (p.chat, p.session) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)))`,
      names,
      JSON.stringify(sessionsAbout(db, chats, leaf.words)),
    );
  return leaf.session === 'latest'
    ? sql(`${rows} (p.chat, p.session) IN (SELECT chat, max(session) FROM sessions GROUP BY chat))`, names)
    : sql(`${rows} p.session = ?)`, names, leaf.session);
}
