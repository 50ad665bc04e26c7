import type { Command } from 'commander';
import { nothingFound, UserError } from '../errors.ts';
import { type Acronym, acronymsIn } from '../query/acronyms.ts';
import type { SynonymTable } from '../query/synonyms.ts';
import { wordsOf } from '../query/words.ts';
import { synonymsJson } from '../render/json.ts';
import { renderSynonyms } from '../render/saved.ts';
import { type Database, openInMemory, openForReading } from '../store/open.ts';
import { addSynonym, bracketedTexts, forgetSynonyms, ownSynonyms, shippedSynonyms } from '../store/synonyms.ts';
import type { SynonymView } from '../search-views.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat synonyms`, and its `add`, `remove` and `discover`. */
export function declareSynonyms(command: Command, shell: Shell): void {
  jsonOption(command)
    .addHelpText('after', HELP)
    .action(async (options: { json?: boolean }) => {
      const views = await lookingInto(shell, (db) => [...ownViews(db), ...shippedViews()]);
      return shell.print(options.json ? synonymsJson(views) : renderSynonyms(views, shell.look));
    });
  command
    .command('add <word> <meaning>')
    .description('make a word and its meaning find each other')
    .action(async (word: string, meaning: string) => {
      const own = { word: word.trim(), meaning: meaning.trim() };
      if (wordsOf(own.word).length === 0 || wordsOf(own.meaning).length === 0)
        throw new UserError('Write the word and what it stands for: edchat synonyms add TLC "teacher leadership and compensation"');
      await shell.writing((db) => addSynonym(db, own));
      return shell.print(`${own.word} and "${own.meaning}" find each other now.\n`);
    });
  command
    .command('remove <word>')
    .description('take back what you added about a word')
    .action(async (word: string) => {
      existingArchive(await shell.archivePath());
      await shell.writing((db) => {
        if (forgetSynonyms(db, word) > 0) return shell.print(`What you said of ${word} is forgotten.\n`);
        throw nothingFound(
          `You added nothing about ${word}. What comes with edchat stays; search without it: edchat search --no-synonyms ${word}`,
        );
      });
    });
  command
    .command('discover')
    .description('list what the tweets of the archive explain themselves: Standards-Based Grading (SBG)')
    .action(async () => {
      const views = await shell.reading(({ db }) => discovered(db));
      if (views.length === 0) throw nothingFound('No tweet of the archive explains an acronym that is not known already.');
      await shell.print(renderSynonyms(views, shell.look));
      shell.note('Add one: edchat synonyms add WORD "MEANING"');
    });
}

const HELP = `
Acronyms of education find what they stand for, and the other way round; a search says what it added.

Examples:
  $ edchat synonyms
  $ edchat synonyms add TLC "teacher leadership and compensation"
  $ edchat synonyms discover
  $ edchat search sbg --no-synonyms`;

/** What means the same in a search of this archive: the table that comes with edchat, and the user's own. */
export function synonymTable(db: Database): SynonymTable {
  const { spellings, capitalsOnly } = shippedSynonyms();
  return { capitalsOnly, spellings: [...spellings, ...ownSynonyms(db).map(({ word, meaning }) => [word, meaning])] };
}

async function lookingInto<T>(shell: Shell, work: (db: Database) => T): Promise<T> {
  const { existsSync } = await import('node:fs');
  const path = await shell.archivePath();
  const db = existsSync(path) ? openForReading(path) : openInMemory();
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function ownViews(db: Database): SynonymView[] {
  return ownSynonyms(db).map(({ word, meaning }) => ({ word, meanings: [meaning], own: true, tweets: null }));
}

function shippedViews(): SynonymView[] {
  return shippedSynonyms().spellings.map(([word = '', ...meanings]) => ({ word, meanings, own: false, tweets: null }));
}

// What the tweets explain and nobody has said yet, the most often explained first.
function discovered(db: Database): SynonymView[] {
  const known = new Set(synonymTable(db).spellings.flatMap((list) => list.map(keyOf)));
  const found = new Map<string, Acronym & { tweets: number }>();
  for (const text of bracketedTexts(db)) {
    for (const acronym of acronymsIn(text)) {
      const key = `${acronym.acronym} ${keyOf(acronym.expansion)}`;
      if (known.has(keyOf(acronym.expansion))) continue;
      found.set(key, { ...acronym, tweets: (found.get(key)?.tweets ?? 0) + 1 });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.tweets - a.tweets || (a.acronym < b.acronym ? -1 : 1))
    .map(({ acronym, expansion, tweets }) => ({ word: acronym, meanings: [expansion], own: false, tweets }));
}

function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}
