import type { Command } from 'commander';
import { rebuildUnlessStopped } from '../ingest/rebuild.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { count } from '../render/words.ts';
import type { Shell } from './verb.ts';

/** `edchat reindex` */
export function declareReindex(command: Command, shell: Shell): void {
  command
    .addHelpText(
      'after',
      '\nTweets, chats and everything you entered stay as they are. Sessions, questions, topics and the\nfull-text index are made from them again. Needed only after an odd crash, or to check.',
    )
    .action(async () => {
      const { existingArchive } = await import('./open-derived.ts');
      existingArchive(await shell.archivePath());
      const spinner = progress(lookOf(shell.io.stderr, shell.io.env), shell.io.stderr);
      try {
        const result = await shell.writing((db) => rebuildUnlessStopped(db, (step) => spinner.update(step), shell.io.signal));
        spinner.stop();
        await shell.print(`Built again: ${count(result.tweets, 'tweet')}, ${count(result.sessions, 'session')}.\n`);
      } finally {
        spinner.stop();
      }
    });
}
