/** "Did you mean": words of the archive that are spelled nearly like one it does not know. */
import type { Database } from 'better-sqlite3';
import { distance } from 'fastest-levenshtein';

/** Below this length two slips make another word. */
const LONG = 6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

interface Near {
  readonly term: string;
  readonly tweets: number;
}

/**
 * The word of the archive that is nearest to one that no tweet holds, the more frequent of two; null for one that some tweet holds or
 * none is near to. One slip is found wherever it is; of two, the first two letters must be right: all words of a large archive are too many
 * to be looked through.
 */
export function suggestion(db: Database, word: string): string | null {
  if (word.length < 3 || isKnown(db, word)) return null;
  const one = oneSlipAway(db, word);
  return (one ?? (word.length < LONG ? null : twoSlipsAway(db, word)))?.term ?? null;
}

/**
 * The handle in the archive that is nearest to one that nobody has: one that goes on where it ends, else one with a slip or two;
 * null for one that somebody has or none is near to. The first two letters must be right.
 */
export function handleSuggestion(db: Database, handle: string): string | null {
  const wanted = handle.toLowerCase();
  if (wanted.length < 3 || db.prepare('SELECT 1 FROM tweets WHERE author = ? COLLATE NOCASE LIMIT 1').get(handle) !== undefined)
    return null;
  // The index leaps from handle to handle.
  const next = db
    .prepare<[string], string>('SELECT author FROM tweets WHERE author > ? COLLATE NOCASE ORDER BY author COLLATE NOCASE LIMIT 1')
    .pluck();
  const start = wanted.slice(0, 2);
  const near: { readonly name: string; readonly slips: number }[] = [];
  for (let name = next.get(start); name !== undefined; name = next.get(name)) {
    const small = name.toLowerCase();
    if (!small.startsWith(start)) break;
    const slips = small.startsWith(wanted) ? 0 : distance(small, wanted);
    if (slips <= (wanted.length < LONG ? 1 : 2)) near.push({ name, slips });
  }
  return near.toSorted((a, b) => a.slips - b.slips)[0]?.name ?? null;
}

function isKnown(db: Database, word: string): boolean {
  return db.prepare('SELECT 1 FROM plain WHERE plain MATCH ? LIMIT 1').get(`"${word.replaceAll('"', '')}"`) !== undefined;
}

// A letter missing, one too many, another in its place, or two that changed places.
function oneSlipAway(db: Database, word: string): Near | null {
  const letters = Array.from(word);
  const spellings = letters.flatMap((letter, at) => {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1).join('')];
    const swapped = at + 1 < letters.length ? [before + (letters[at + 1] ?? '') + letter + letters.slice(at + 2).join('')] : [];
    return [
      before + after,
      ...swapped,
      ...Array.from(LETTERS, (other) => [before + other + after, before + other + letter + after]).flat(),
    ];
  });
  const ending = Array.from(LETTERS, (letter) => word + letter);
  return best(
    db
      .prepare<[string], Near>(
        'SELECT v.term, v.doc AS tweets FROM json_each(?) s CROSS JOIN plain_words v ON v.term = s.value WHERE v.doc > 1 ORDER BY v.term',
      )
      .all(JSON.stringify([...new Set([...spellings, ...ending])].filter((spelling) => spelling !== word))),
  );
}

function twoSlipsAway(db: Database, word: string): Near | null {
  const start = word.slice(0, 2);
  const near = db
    .prepare<[string, string, number, number], Near>(
      'SELECT term, doc AS tweets FROM plain_words WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND doc > 1 ORDER BY term',
    )
    .all(start, `${start}\u{10ffff}`, word.length - 2, word.length + 2);
  return best(near.filter(({ term }) => distance(term, word) <= 2));
}

function best(near: readonly Near[]): Near | null {
  return near.toSorted((a, b) => b.tweets - a.tweets)[0] ?? null;
}
