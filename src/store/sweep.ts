/** Sweeping those who are forgotten out of everything that the archive keeps as truth. */
import type { Database } from 'better-sqlite3';
import type { Chat, Correction } from '../chat.ts';
import { type Forgotten, hiddenIn, hiddenPath, withoutForgotten } from '../normalise/forgotten.ts';
import { mergeTweets } from '../normalise/merge.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Tweet } from '../tweet.ts';
import { eachTweet } from './each-tweet.ts';
import { tweetReplacer } from './tweet-moves.ts';
import { rowValues } from './tweet-row.ts';

/** What a sweep comes to. */
export interface Swept {
  /** Tweets of those who are forgotten. */
  readonly removed: number;
  /** Tweets of others that only passed their words on. */
  readonly copies: number;
  /** Tweets of others that named them, and their own where they are hidden: those stay, without the name. */
  readonly changed: number;
  readonly corrections: number;
  readonly marks: number;
  /** Saved searches that named them. */
  readonly searches: readonly string[];
}

interface Change {
  readonly n: bigint;
  readonly before: Tweet;
  /** Null for a tweet that goes. */
  readonly after: Tweet | null;
  /** What each import said that is left. */
  readonly said: readonly { readonly import: bigint; readonly tweet: Tweet }[];
}

interface Said {
  readonly import: bigint;
  readonly said: string | null;
}

/** Counts what a sweep would do, or does it (`apply`). `isTheirs` tells their own tweets from others'. Call it in a transaction; rebuild all that is derived afterwards. */
export function sweep(db: Database, forgotten: Forgotten, isTheirs: (tweet: Tweet) => boolean, apply: boolean): Swept {
  const changes = [...changesOf(db, forgotten)];
  const gone = changes.filter(({ after }) => after === null);
  const keys = new Set(gone.map(({ before }) => before.key));
  if (apply) write(db, changes);
  return {
    removed: gone.filter(({ before }) => isTheirs(before)).length,
    copies: gone.filter(({ before }) => !isTheirs(before)).length,
    changed: changes.length - gone.length,
    corrections: sweepCorrections(db, forgotten, keys, apply),
    marks: sweepMarks(db, forgotten, keys, apply),
    searches: sweepSearches(db, forgotten, apply),
  };
}

function* changesOf(db: Database, forgotten: Forgotten): Generator<Change> {
  const find = db.prepare<[bigint], Said>('SELECT import, said FROM contributions WHERE n = ? ORDER BY import').safeIntegers();
  for (const { n, tweet } of eachTweet(db)) {
    const row = withoutForgotten(tweet, forgotten);
    const accounts = find.all(n).map((one) => ({ import: one.import, tweet: one.said === null ? tweet : (JSON.parse(one.said) as Tweet) }));
    const left = accounts.map((one) => ({ import: one.import, before: one.tweet, tweet: withoutForgotten(one.tweet, forgotten) }));
    if (row === tweet && left.every((one) => one.tweet === one.before)) continue;
    const said = left.flatMap(({ import: by, tweet: one }) => (one === null ? [] : [{ import: by, tweet: one }]));
    const [first, ...others] = said.map((one) => one.tweet);
    const gone = row === null || (accounts.length > 0 && first === undefined);
    const merged = first === undefined ? row : others.reduce((one, other) => mergeTweets(one, other), mergeTweets(first, first));
    yield { n, before: tweet, after: gone ? null : merged, said };
  }
}

function write(db: Database, changes: readonly Change[]): void {
  const pages = pageSweeper(db);
  const removals = ['shares', 'chat_tweets', 'placements', 'contributions', 'tweets'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE n = ?`),
  );
  const replace = tweetReplacer(db);
  const forget = db.prepare('DELETE FROM contributions WHERE n = ?');
  const say = db.prepare('INSERT INTO contributions (n, import, said) VALUES (?, ?, ?)');
  for (const { n, before, after, said } of changes) {
    pages.note(before);
    if (after === null) {
      for (const removal of removals) removal.run(n);
      continue;
    }
    const at = replace(n, before, after);
    forget.run(at);
    const values = rowValues(after, at);
    for (const one of said) {
      const same = rowValues(one.tweet, at).every((value, place) => value === values[place]);
      say.run(at, one.import, same ? null : JSON.stringify(one.tweet));
    }
  }
  pages.sweep();
}

// Pages that nobody shares any more, with what was learned of them.
function pageSweeper(db: Database) {
  const candidates = new Set<string>();
  const target = db.prepare<[string], string | null>('SELECT target FROM pages WHERE canonical = ?').pluck();
  const isShared = db.prepare('SELECT 1 FROM links l JOIN shares s ON s.link = l.link WHERE l.canonical = ?');
  const drop = ['pages', 'checks', 'copies'].map((table) => db.prepare(`DELETE FROM ${table} WHERE canonical = ?`));
  const unmark = db.prepare("DELETE FROM marks WHERE thing = 'link' AND key = ?");
  return {
    note: ({ links }: Tweet) => {
      for (const { url } of links) {
        const canonical = canonicalUrl(url)?.canonical;
        if (canonical !== undefined) candidates.add(canonical);
      }
    },
    sweep: () => {
      for (const canonical of candidates) {
        const led = target.get(canonical) ?? null;
        if ([canonical, led].some((one) => one !== null && isShared.get(one) !== undefined)) continue;
        for (const one of led === null ? [canonical] : [canonical, led]) {
          for (const statement of drop) statement.run(one);
          unmark.run(one);
        }
      }
    },
  };
}

function sweepCorrections(db: Database, forgotten: Forgotten, keys: ReadonlySet<string>, apply: boolean): number {
  const rows = db.prepare<[], { number: number; correction: string }>('SELECT number, correction FROM corrections ORDER BY number').all();
  const drop = db.prepare('DELETE FROM corrections WHERE number = ?');
  const change = db.prepare('UPDATE corrections SET correction = ? WHERE number = ?');
  let swept = 0;
  for (const { number, correction } of rows) {
    const said = JSON.parse(correction) as Correction;
    const isAbout = 'key' in said && keys.has(said.key);
    const left = 'text' in said ? JSON.stringify({ ...said, text: hiddenIn(said.text, forgotten) }) : correction;
    if (!isAbout && left === correction) continue;
    swept += 1;
    if (apply && isAbout) drop.run(number);
    else if (apply) change.run(left, number);
  }
  return swept;
}

interface Mark {
  readonly kind: string;
  readonly thing: string;
  readonly key: string;
  readonly text: string;
}

function sweepMarks(db: Database, forgotten: Forgotten, keys: ReadonlySet<string>, apply: boolean): number {
  const rows = db.prepare<[], Mark>('SELECT kind, thing, key, text FROM marks ORDER BY thing, key, kind, text').all();
  const drop = db.prepare('DELETE FROM marks WHERE thing = @thing AND key = @key AND kind = @kind AND text = @text');
  const change = db.prepare(
    'UPDATE OR REPLACE marks SET text = @left WHERE thing = @thing AND key = @key AND kind = @kind AND text = @text',
  );
  let swept = 0;
  for (const mark of rows) {
    const isAbout = mark.thing === 'tweet' && keys.has(mark.key);
    const left = hiddenIn(mark.text, forgotten);
    if (!isAbout && left === mark.text) continue;
    swept += 1;
    if (apply && isAbout) drop.run(mark);
    else if (apply) change.run({ ...mark, left });
  }
  return swept;
}

const WORDS = /[\w.@-]+/g;

// A search for somebody who is gone finds nothing any more, and would be the last place with their name.
function sweepSearches(db: Database, forgotten: Forgotten, apply: boolean): string[] {
  const rows = db.prepare<[], { name: string; query: string }>('SELECT name, query FROM saved_searches ORDER BY name').all();
  const names = ({ name, query }: { name: string; query: string }) =>
    hiddenIn(query, forgotten) !== query ||
    Array.from(`${name} ${query}`.matchAll(WORDS)).some(([word]) => forgotten.person(word.replace(/^@/, ''), null) !== null);
  const found = rows.filter(names).map(({ name }) => name);
  const drop = db.prepare('DELETE FROM saved_searches WHERE name = ?');
  if (apply) for (const name of found) drop.run(name);
  return found;
}

/** Takes names out of the user's own chats, the paths of imports and the titles of pages. Call it in a transaction. */
export function sweepNames(db: Database, forgotten: Forgotten): void {
  const change = db.prepare('UPDATE chats SET definition = ? WHERE name = ?');
  for (const { name, definition } of db
    .prepare<[], { name: string; definition: string }>('SELECT name, definition FROM chats ORDER BY name')
    .all()) {
    const chat = JSON.parse(definition) as Chat;
    const moderators = chat.moderators.flatMap((one) => {
      const fate = forgotten.person(one, null);
      return fate === null ? [one] : (fate.alias ?? []);
    });
    change.run(JSON.stringify({ ...chat, moderators }), name);
  }
  const paths = db.prepare<[], { import: number; path: string }>('SELECT import, path FROM imports ORDER BY import').all();
  const rename = db.prepare('UPDATE imports SET path = ? WHERE import = ?');
  for (const { import: number, path } of paths) {
    const left = hiddenPath(path, forgotten);
    if (left !== path) rename.run(left, number);
  }
  const titles = db
    .prepare<[], { canonical: string; title: string }>('SELECT canonical, title FROM pages WHERE title IS NOT NULL ORDER BY canonical')
    .all();
  const entitle = db.prepare('UPDATE pages SET title = ? WHERE canonical = ?');
  for (const { canonical, title } of titles) {
    const left = hiddenIn(title, forgotten);
    if (left !== title) entitle.run(left, canonical);
  }
}

/** From now on what is deleted is overwritten where it stood. Everyday work does without: it would write every page twice. */
export function deleteForReal(db: Database): void {
  db.pragma('secure_delete = ON');
}

/** Writes the file anew without anything that was deleted, in the journal either. Returns false while another process keeps the journal in use. */
export function wipe(db: Database): boolean {
  db.exec('VACUUM');
  const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  return row?.busy === 0;
}
