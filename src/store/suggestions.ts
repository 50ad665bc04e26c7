/** "Did you mean": words of the archive that are spelled nearly like one it does not know. */
import type { Database } from 'better-sqlite3';
import { distance } from 'fastest-levenshtein';

const MOST_EDITS = 2;
/** Below this length two edits make another word. */
const LONG = 6;

/** The word of the archive that is nearest to one that no tweet holds, the more frequent of two; null for one that some tweet holds or none is near to. */
export function suggestion(db: Database, word: string): string | null {
  if (word.length < 3 || db.prepare('SELECT 1 FROM plain_words WHERE term = ?').get(word) !== undefined) return null;
  const edits = word.length < LONG ? 1 : MOST_EDITS;
  const near = db
    .prepare<[number, number], { term: string; tweets: number }>(
      'SELECT term, doc AS tweets FROM plain_words WHERE doc > 1 AND length(term) BETWEEN ? AND ?',
    )
    .iterate(word.length - edits, word.length + edits);
  let best: { term: string; tweets: number; edits: number } | null = null;
  for (const { term, tweets } of near) {
    const own = distance(term, word);
    if (own <= edits && (best === null || own < best.edits || (own === best.edits && tweets > best.tweets)))
      best = { term, tweets, edits: own };
  }
  return best?.term ?? null;
}
