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
import { rowsOfKey, threadRows } from './search-threads.ts';
import { inModeratedBy, inSessions, isInSession, numbered } from './search-sessions.ts';

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

const IS: Readonly<Record<'retweet' | 'reply' | 'quote' | 'original', string>> = {
  retweet: 't.is_retweet = 1',
  reply: 't.is_retweet = 0 AND (t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)',
  quote: 't.is_retweet = 0 AND t.quote_of IS NOT NULL',
  original: 't.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL',
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
  if (node.kind === 'saved') return conditionOf(node.part, place, lead);
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

function among({ text, values }: Sql, { n }: Place): Sql {
  return { text: `${n} IN (${text})`, values };
}

function rowsWhere(node: QueryNode, place: Place): Sql {
  const { text, values } = conditionOf(node, { ...place, n: 't.n', wide: true }, null);
  return { text: `SELECT t.n FROM tweets t WHERE t.context = 0 AND t.twin IS NULL AND (${text})`, values };
}

function is(what: TweetIs, place: Place): Sql {
  if (what === 'retweet' || what === 'reply' || what === 'quote' || what === 'original') return sql(IS[what]);
  return isInSession(what, place);
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
      return is(leaf.what, place);
    case 'least':
      return sql(`COALESCE(t.${leaf.of} >= ?, 0)`, leaf.count);
    case 'thread':
      return among(threadRows(rowsOfKey(leaf.id)), place);
    case 'threadOf':
      return among(threadRows(rowsWhere(leaf.part, place)), place);
    case 'url':
      return sharedAddress(leaf.text, place.n);
    case 'site':
      return sharedHost(leaf.host, place.n);
    case 'numbered':
      return numbered(leaf, place);
    case 'mod':
      return inModeratedBy(leaf.who, place);
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
