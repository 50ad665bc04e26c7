/** What the user says means the same, beside the table that comes with edchat. */
import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { shippedFile } from '../files.ts';
import type { SynonymTable } from '../query/synonyms.ts';

const SHIPPED = shippedFile('data/synonyms.json');

/** The table of data/synonyms.json. */
export function shippedSynonyms(): SynonymTable {
  return JSON.parse(readFileSync(SHIPPED, 'utf8')) as SynonymTable;
}

/** A short word and what it stands for. */
export interface Synonym {
  readonly word: string;
  readonly meaning: string;
}

/** The user's own, by word. */
export function ownSynonyms(db: Database): Synonym[] {
  return db.prepare<[], Synonym>('SELECT word, meaning FROM synonyms ORDER BY word, meaning').all();
}

/** Adds one; twice is once. */
export function addSynonym(db: Database, { word, meaning }: Synonym): void {
  db.prepare('INSERT INTO synonyms (word, meaning) VALUES (?, ?) ON CONFLICT DO NOTHING').run(word, meaning);
}

/** Takes what the user said of a word back; how many were forgotten. */
export function forgetSynonyms(db: Database, word: string): number {
  return db.prepare('DELETE FROM synonyms WHERE word = ? COLLATE NOCASE').run(word).changes;
}

/** The texts that may explain a short word: those with something in brackets. */
export function* bracketedTexts(db: Database): Generator<string> {
  const texts = db
    .prepare<[], string>("SELECT text FROM tweets WHERE context = 0 AND is_retweet = 0 AND twin IS NULL AND text LIKE '%(%)%' ORDER BY n")
    .pluck();
  yield* texts.iterate();
}
