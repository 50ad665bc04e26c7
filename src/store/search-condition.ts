/** Query -> a condition on a row `t` of tweets, with its values bound. Each is true or false, never null, so that NOT is safe. */
import type { Database } from 'better-sqlite3';
import { type DateRange, instantsOf } from '../calendar.ts';
import { fold } from '../normalise/text.ts';
import type { Leaf, QueryNode, TweetIs } from '../query/ast.ts';
import { wordsOf, wordsTest } from '../query/words.ts';
import { rowRange } from '../row-number.ts';
import { sharedAddress, sharedHost } from './search-links.ts';
import { matchOf } from './search-match.ts';
import { join, sql, type Sql } from './search-sql.ts';
import { sessionsAbout } from './search-topics.ts';

/** Where a search looks. `chats` are the names whose sessions count. */
export interface Place {
  readonly db: Database;
  readonly chats: readonly string[];
  readonly zone: string;
  /** True when nothing else narrows the search: then one list of row numbers is cheaper than a look at each tweet. */
  readonly wide: boolean;
}

const IS: Readonly<Record<TweetIs, string>> = {
  retweet: 't.is_retweet = 1',
  reply: 't.is_retweet = 0 AND (t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)',
  quote: 't.is_retweet = 0 AND t.quote_of IS NOT NULL',
  original: 't.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL',
  question: "p.role = 'question'",
  answer: "p.role = 'answer'",
};

// What the index sees of a tweet, as the view search_rows has it.
const SEARCH_COLUMNS = [
  'COALESCE(t.search_text, t.text)',
  't.search_words',
  't.search_tags',
  't.search_links',
  "COALESCE(t.author, '') || ' ' || COALESCE(t.author_name, '')",
];
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
const prepared = new WeakSet<Database>();

/** Row numbers of local dates: first and last, inclusive, as far as 64 bits go. */
export function rowsOf(range: DateRange, zone: string): { first: bigint; last: bigint } {
  const { from, until } = instantsOf(range, zone);
  const { first, last } = rowRange(from, until);
  return { first: first < LOWEST ? LOWEST : first, last: last > HIGHEST ? HIGHEST : last };
}

/** The condition of a node. `matched` says of a leaf that a MATCH has found what the index can find of it. */
export function conditionOf(node: QueryNode, place: Place, matched: boolean): Sql {
  if (node.kind === 'not') return negated(conditionOf(node.part, place, false));
  if (node.kind === 'and') return join('AND', all(node.parts, place));
  if (node.kind === 'or') return anyOf(node.parts, place);
  return matched ? leafCondition(node, place) : unmatchedLeaf(node, place);
}

function all(parts: readonly QueryNode[], place: Place): Sql[] {
  return parts.map((part) => conditionOf(part, place, false));
}

function negated({ text, values }: Sql): Sql {
  return { text: `NOT (${text})`, values };
}

// One look into the index answers for all words of an OR.
function anyOf(parts: readonly QueryNode[], place: Place): Sql {
  const found = parts.filter((part) => matchOf(part)?.exact);
  const unfound = parts.filter((part) => !found.includes(part));
  const rest = all(unfound, place);
  const match = matchOf({ kind: 'or', parts: found });
  return join('OR', match === null ? rest : [inIndex(match.expression), ...rest]);
}

function unmatchedLeaf(leaf: Leaf, place: Place): Sql {
  const match = matchOf(leaf);
  if (match === null) return leafCondition(leaf, place);
  const found = inIndex(match.expression);
  return match.exact ? found : join('AND', [found, leafCondition(leaf, place)]);
}

function inIndex(expression: string): Sql {
  return sql('t.n IN (SELECT rowid FROM search WHERE search MATCH ?)', expression);
}

function leafCondition(leaf: Leaf, place: Place): Sql {
  switch (leaf.kind) {
    case 'word':
      return leaf.form === 'stem' ? sql('1') : wordsCondition(leaf.text, leaf.form === 'prefix', place);
    case 'phrase':
      return wordsCondition(leaf.text, false, place);
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
      return sql('t.n BETWEEN ? AND ?', first, last);
    }
    case 'has':
      return sql('json_type(t.entities, ?) IS NOT NULL', leaf.what === 'link' ? '$.links' : '$.media');
    case 'is':
      return leaf.what === 'question' || leaf.what === 'answer' ? placed(place, sql(IS[leaf.what])) : sql(IS[leaf.what]);
    case 'url':
      return sharedAddress(leaf.text);
    case 'site':
      return sharedHost(leaf.host);
    case 'numbered':
      return placed(place, sql('p.role = ? AND p.question BETWEEN ? AND ?', leaf.role, leaf.first, leaf.last));
    case 'session':
    case 'sessions':
    case 'topic':
      return inSessions(leaf, place);
  }
}

// The index knows stems only; words as they stand are tested on what it found.
function wordsCondition(text: string, prefix: boolean, { db }: Place): Sql {
  if (!prepared.has(db)) {
    db.function('holds_words', { deterministic: true }, wordsFunction());
    prepared.add(db);
  }
  const wanted = `${wordsOf(text).join(' ')}${prefix ? '*' : ''}`;
  return join(
    'OR',
    SEARCH_COLUMNS.map((column) => sql(`holds_words(?, ${column})`, wanted)),
  );
}

function wordsFunction(): (wanted: unknown, text: unknown) => number {
  const tests = new Map<unknown, (text: string) => boolean>();
  return (wanted, text) => {
    if (typeof text !== 'string') return 0;
    let holds = tests.get(wanted);
    if (holds === undefined) tests.set(wanted, (holds = wordsTest(String(wanted), String(wanted).endsWith('*'))));
    return Number(holds(text));
  };
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

function placed({ chats, wide }: Place, condition: Sql): Sql {
  const rows = 'FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND';
  const text = wide ? `t.n IN (SELECT p.n ${rows} ${condition.text})` : `EXISTS (SELECT 1 ${rows} p.n = t.n AND ${condition.text})`;
  return sql(text, JSON.stringify(chats), ...condition.values);
}

function inSessions(leaf: Extract<Leaf, { kind: 'session' | 'sessions' | 'topic' }>, { db, chats }: Place): Sql {
  const names = JSON.stringify(chats);
  const rows = 't.n IN (SELECT p.n FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND';
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
