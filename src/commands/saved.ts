import type { Command } from 'commander';
import { nothingFound } from '../errors.ts';
import { savedJson } from '../render/json.ts';
import { renderSaved } from '../render/saved.ts';
import { forgetSearch, listSaved } from '../store/saved-searches.ts';
import { openForReading } from '../store/open.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat saved`, `edchat saved remove NAME` */
export function declareSaved(command: Command, shell: Shell): void {
  jsonOption(command)
    .addHelpText('after', HELP)
    .action(async (options: { json?: boolean }) => {
      const saved = await all(shell);
      if (options.json) return shell.print(savedJson(saved));
      if (saved.length === 0)
        throw nothingFound('No search is saved yet. Save one: edchat search sbg OR "standards-based grading" --save sbg');
      return shell.print(renderSaved(saved, shell.look));
    });
  command
    .command('remove <name>')
    .description('forget a saved search; no tweet is lost')
    .action(async (name: string) => {
      const path = await shell.archivePath();
      existingArchive(path);
      const bare = name.toLowerCase().replace(/^saved:/, '');
      const known = (await all(shell)).map((one) => one.name);
      await shell.writing((db) => {
        if (forgetSearch(db, bare)) return shell.print(`saved:${bare} is forgotten.\n`);
        throw nothingFound(`No search is saved as ${bare}${known.length === 0 ? '' : `: there are ${known.join(', ')}`}`);
      });
    });
}

const HELP = `
A saved search is part of the search language: saved:NAME stands for all of it, in brackets.

Examples:
  $ edchat search sbg OR "standards-based grading" --save sbg
  $ edchat search saved:sbg has:link newer_than:1y
  $ edchat saved remove sbg`;

async function all(shell: Shell) {
  const db = openForReading(existingArchive(await shell.archivePath()));
  try {
    return listSaved(db);
  } finally {
    db.close();
  }
}
