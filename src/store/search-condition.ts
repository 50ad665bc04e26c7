/** Query -> a condition on a row `t` of tweets, with its values bound. Each is true or false, never null, so that NOT is safe. */
import { groupBy } from '../group-by.ts';
import { fold } from '../normalise/text.ts';
import type { Leaf, QueryNode, TweetIs } from '../query/ast.ts';
import { isShared, isWholeAddress, rowsSharing, sharedAddress, sharedHost } from './search-links.ts';
import { exactMatchOf, leadOf, type Match, matchOf, uncheckedParts } from './search-match.ts';
import type { Place } from './search-place.ts';
import { common, EVERYWHERE, oneOf, type Rows, rowsOfDates, select } from './search-rows.ts';
import { join, sql, type Sql } from './search-sql.ts';
import { rowsOfKey, threadRows } from './search-threads.ts';
import { inSessions, isInSession, numbered } from './search-sessions.ts';

const IS: Readonly<Record<'retweet' | 'reply' | 'quote' | 'original', string>> = {
  retweet: 't.is_retweet = 1',
  reply: 't.is_retweet = 0 AND (t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)',
  quote: 't.is_retweet = 0 AND t.quote_of IS NOT NULL',
  original: 't.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL',
};

/** The condition of a node. */
function conditionOf(node: QueryNode, place: Place): Sql {
  if (node.kind === 'saved') return conditionOf(node.part, place);
  if (node.kind === 'not') return negated(conditionOf(node.part, place));
  if (node.kind !== 'and' && node.kind !== 'or') return isText(node) ? inIndexOf(node, place) : leafCondition(node, place);
  // One look into an index answers for all that it knows, where there is a word among it.
  const match = hasText(node) ? exactMatchOf(node, place) : null;
  if (match !== null) return inIndex(match, place);
  return node.kind === 'and'
    ? join(
        'AND',
        node.parts.map((part) => conditionOf(part, place)),
      )
    : anyOf(node.parts, place);
}

function isText(node: QueryNode): boolean {
  return node.kind === 'word' || node.kind === 'phrase';
}

function hasText(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(hasText);
  return node.kind === 'not' || node.kind === 'saved' ? hasText(node.part) : isText(node);
}

function inIndexOf(node: QueryNode, place: Place): Sql {
  const match = exactMatchOf(node, place);
  return match === null ? sql('0') : inIndex(match, place);
}

function negated({ text, values }: Sql): Sql {
  return { text: `NOT (${text})`, values };
}

// All words of an OR that one index knows are one look.
function anyOf(parts: readonly QueryNode[], place: Place): Sql {
  const byIndex = groupBy(parts, (part) => (hasText(part) ? (exactMatchOf(part, place)?.index ?? null) : null));
  return join(
    'OR',
    [...byIndex].flatMap(([index, own]) => {
      const match = index === null ? null : matchOf({ kind: 'or', parts: own }, index, place);
      return match === null ? own.map((part) => conditionOf(part, place)) : [inIndex(match, place)];
    }),
  );
}

function among({ text, values }: Sql, { n }: Place): Sql {
  return { text: `${n} IN (${text})`, values };
}

/** The rows that a search means: what the index finds, less what a look at each tweet refuses. */
export function rowsWhere(root: QueryNode, place: Omit<Place, 'n'>): Rows & { readonly lead: Match } {
  const parts = root.kind === 'and' ? root.parts : [root];
  const bare = { ...place, n: '' };
  const lead = leadOf(root, bare);
  // Where no word leads, the list of the indexed rows does: it is read far faster than what the index says of each.
  const [table, n] = lead.all === true ? [`${lead.index}_docsize`, `${lead.index}_docsize.id`] : [lead.index, `${lead.index}.rowid`];
  const few = new Map(parts.map((part) => [part, fewRows(part, bare)]));
  const listed = [...few.values()].flatMap((rows) => (rows === null ? [] : [oneOf(rows, n, { atOnce: lead.all !== true })]));
  const checked = uncheckedParts(
    parts.filter((part) => part.kind !== 'dates' && few.get(part) === null),
    lead.index,
    bare,
  );
  const conditions = [...checked.map((part) => conditionOf(part, { ...place, n: `+${n}` })), ...listed.map(({ condition }) => condition)];
  const dates = parts.flatMap((part) => (part.kind === 'dates' ? [rowsOfDates(part.range, place.zone)] : []));
  // The indexes hold no hidden tweets; a row is looked at only where a condition asks for it.
  const looks = conditions.some(({ text }) => /\bt\./.test(text));
  return {
    lead,
    n,
    source: sql(looks ? `${table} CROSS JOIN tweets t ON t.n = ${n}` : table),
    where: join('AND', [...(lead.all === true ? [] : [sql(`${table} MATCH ?`, lead.expression)]), ...conditions]),
    range: [...dates, ...listed.map(({ range }) => range)].reduce(common, EVERYWHERE),
  };
}

// Where a condition means few rows, the index is asked for these alone.
const FEW = 2000;

function fewRows(part: QueryNode, place: Place): readonly string[] | null {
  const rows = rowsOfPart(part, place);
  if (rows === null) return null;
  const found = place.db
    .prepare<unknown[], string>(`SELECT CAST(n AS TEXT) FROM (SELECT DISTINCT n FROM (${rows.text}) LIMIT ?) ORDER BY n`)
    .pluck()
    .all(...rows.values, FEW + 1);
  return found.length > FEW ? null : found;
}

function rowsOfPart(part: QueryNode, place: Place): Sql | null {
  if (part.kind === 'thread') return threadRows(rowsOfKey(part.id));
  if (part.kind === 'threadOf') return threadRows(foundBy(part.part, place));
  return part.kind === 'url' && (!isWholeAddress(part.text) || isShared(place.db, part.text)) ? rowsSharing(part.text) : null;
}

/** The threads of more tweets than this are not followed: of what a search in brackets finds, the newest. */
export const MOST_THREADS = 1000;

function foundBy(node: QueryNode, place: Place): Sql {
  const rows = rowsWhere(node, place);
  const { text, values } = select(rows);
  return { text: `SELECT n FROM (${text} ORDER BY ${rows.n} DESC LIMIT ${MOST_THREADS})`, values };
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
      const { first, last } = rowsOfDates(leaf.range, place.zone);
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
      return among(threadRows(foundBy(leaf.part, place)), place);
    case 'url':
      return sharedAddress(leaf.text, place);
    case 'site':
      return sharedHost(leaf.host, place.n);
    case 'numbered':
      return numbered(leaf, place);
    case 'mod':
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
