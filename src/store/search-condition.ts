/** Query -> a condition on a row `t` of tweets, with its values bound. Each is true or false, never null, so that NOT is safe. */
import type { Database } from 'better-sqlite3';
import { type DateRange, instantsOf } from '../calendar.ts';
import type { Leaf, QueryNode, TweetIs } from '../query/ast.ts';
import { holdsWords } from '../query/words.ts';
import { rowRange } from '../row-number.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import { matchOf } from './search-match.ts';
import { sessionsAbout } from './search-topics.ts';
import type { Value } from './tweet-row.ts';

/** A piece of SQL and the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Where a search looks. `chats` are the names whose sessions count. */
export interface Place {
  readonly db: Database;
  readonly chats: readonly string[];
  readonly zone: string;
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
const prepared = new WeakSet<Database>();

/** The SQL of a piece. */
export function sql(text: string, ...values: readonly Value[]): Sql {
  return { text, values };
}

/** Joins pieces by AND or OR; no pieces joined by AND are true. */
export function join(operator: 'AND' | 'OR', parts: readonly Sql[]): Sql {
  if (parts.length === 0) return sql(operator === 'AND' ? '1' : '0');
  return { text: parts.map(({ text }) => `(${text})`).join(` ${operator} `), values: parts.flatMap(({ values }) => values) };
}

/** Row numbers of local dates: first and last, inclusive, as far as 64 bits go. */
export function rowsOf(range: DateRange, zone: string): { first: bigint; last: bigint } {
  const { from, until } = instantsOf(range, zone);
  const { first, last } = rowRange(from, until);
  return { first: first < LOWEST ? LOWEST : first, last: last > HIGHEST ? HIGHEST : last };
}

/** The condition of a node. `matched` says that a MATCH has already found what the index can find of it. */
export function conditionOf(node: QueryNode, place: Place, matched: boolean): Sql {
  switch (node.kind) {
    case 'not': {
      const { text, values } = conditionOf(node.part, place, false);
      return { text: `NOT (${text})`, values };
    }
    case 'and':
      return join('AND', node.parts.map((part) => conditionOf(part, place, matched && part.kind !== 'not' && part.kind !== 'or')));
    case 'or':
      return anyOf(node.parts, place);
    default:
      return matched ? leafCondition(node, place) : unmatchedLeaf(node, place);
  }
}

// One look into the index answers for all words of an OR.
function anyOf(parts: readonly QueryNode[], place: Place): Sql {
  const found = parts.filter((part) => matchOf(part)?.exact);
  const rest = parts.filter((part) => !found.includes(part)).map((part) => conditionOf(part, place, false));
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
      return /\s/.test(leaf.who)
        ? sql('t.author_name COLLATE NOCASE IS ?', leaf.who)
        : sql('t.author COLLATE NOCASE IS ?', leaf.who);
    case 'to':
      return addressee(leaf.who);
    case 'mention':
      return sql("EXISTS (SELECT 1 FROM json_each(t.entities, '$.mentions') WHERE value = ?)", leaf.who.toLowerCase());
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

function wordsCondition(text: string, prefix: boolean, { db }: Place): Sql {
  if (!prepared.has(db)) {
    const holds = (wanted: unknown, isPrefix: unknown, ...columns: unknown[]) =>
      Number(holdsWords(String(wanted), isPrefix === 1, columns.filter((column) => typeof column === 'string')));
    db.function('holds_words', { deterministic: true, varargs: true }, holds);
    prepared.add(db);
  }
  return sql(
    "holds_words(?, ?, COALESCE(t.search_text, t.text), COALESCE(t.author, '') || ' ' || COALESCE(t.author_name, ''), t.search_tags, t.search_words, t.search_links)",
    text,
    prefix ? 1n : 0n,
  );
}

// Whom a tweet answers, as the export says, or as it begins.
function addressee(who: string): Sql {
  const start = `@${who}`;
  return sql(
    "t.is_retweet = 0 AND (t.reply_to_author COLLATE NOCASE IS ? OR (lower(substr(t.text, 1, ?)) = lower(?) AND substr(t.text, ?, 1) NOT GLOB '[A-Za-z0-9_]'))",
    who, start.length, start, start.length + 1,
  );
}

function placed({ chats }: Place, condition: Sql): Sql {
  return sql(
    `EXISTS (SELECT 1 FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND p.n = t.n AND ${condition.text})`,
    JSON.stringify(chats), ...condition.values,
  );
}

function inSessions(leaf: Extract<Leaf, { kind: 'session' | 'sessions' | 'topic' }>, { db, chats }: Place): Sql {
  const all = JSON.stringify(chats);
  const rows = 't.n IN (SELECT p.n FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND';
  if (leaf.kind === 'sessions') return sql(`${rows} p.session >= ? AND p.session < ?)`, all, leaf.range.from, leaf.range.until);
  if (leaf.kind === 'topic') return sql(`${rows} (p.chat, p.session) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)))`, all, JSON.stringify(sessionsAbout(db, chats, leaf.words)));
  return leaf.session === 'latest'
    ? sql(`${rows} (p.chat, p.session) IN (SELECT chat, max(session) FROM sessions GROUP BY chat))`, all)
    : sql(`${rows} p.session = ?)`, all, leaf.session);
}

function sharedAddress(address: string): Sql {
  const written = address.toLowerCase();
  const canonical = canonicalUrl(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`)?.canonical.toLowerCase() ?? written;
  const shared = sql(
    't.n IN (SELECT s.n FROM shares s JOIN links l ON l.link = s.link WHERE instr(lower(l.canonical), ?) > 0 OR instr(lower(s.url), ?) > 0)',
    canonical, written,
  );
  // A whole address may be a short one, or that of a picture or a tweet, which are no shared pages.
  return /^https?:\/\//.test(written) ? join('OR', [shared, sql('instr(lower(t.text), ?) > 0', written)]) : shared;
}

function sharedHost(host: string): Sql {
  const canonical = canonicalUrl(`https://${host}`)?.host ?? host;
  return sql(
    "t.n IN (SELECT s.n FROM links l JOIN shares s ON s.link = l.link WHERE l.host = ? OR substr(l.host, -length(?)) = ?)",
    canonical, `.${canonical}`, `.${canonical}`,
  );
}
