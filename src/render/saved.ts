/** Saved searches, and what means the same. */
import type { SavedSearch, SynonymView } from '../search-views.ts';
import { hang, pad, widest } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count } from './words.ts';

/** Saved searches for a terminal, one a line. */
export function renderSaved(saved: readonly SavedSearch[], look: Look): string {
  const names = saved.map(({ name }) => `saved:${harmless(name)}`);
  const width = widest(names);
  return saved
    .map(({ query }, at) => `${hang(`${inkOf(look).cyan(pad(names[at] ?? '', width))}  `, harmless(query), look.width)}\n`)
    .join('');
}

/** Words and what they stand for, one a line. */
export function renderSynonyms(synonyms: readonly SynonymView[], look: Look): string {
  const ink = inkOf(look);
  const words = synonyms.map(({ word }) => harmless(word));
  const width = widest(words);
  return synonyms
    .map(({ meanings, own, tweets }, at) => {
      const note = own ? ink.dim(' (yours)') : tweets === null ? '' : ink.dim(` (in ${count(tweets, 'tweet')})`);
      return `${hang(`${ink.cyan(pad(words[at] ?? '', width))}  `, `${harmless(meanings.join(', '))}${note}`, look.width)}\n`;
    })
    .join('');
}
