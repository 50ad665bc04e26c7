// Whole processes, from their start to their end: what a person waits for.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from './measure.mjs';

/** The contestants; those over the tweets of the comparison with other programs say so. */
export function processContestants({ db, folder, edchat, peersFile, peers }) {
  const own = (...words) => ({ name: `edchat ${words.join(' ')}`, run: () => run([...edchat, '--db', db, ...words], { folder }) });
  const few = `(${peers.toLocaleString('en')} tweets)`;
  const other = (name, is, argv, env) => (is ? [{ name: `${name} ${few}`, run: () => run(argv, { folder, ...(env && { env }) }) }] : []);
  const [shell, utils, mail] = ['shell.db', 'utils.db', 'notmuch'].map((name) => join(folder, name));
  const query = `SELECT t.text FROM words w JOIN tweets t ON t.n = w.rowid WHERE words MATCH 'mindset' ORDER BY w.rowid DESC LIMIT 20`;
  return [
    { name: 'node -e 0', run: () => run([process.execPath, '-e', '0'], { folder }) },
    own('--version'),
    own('search', 'mindset', '--newest'),
    own('search', 'mindset'),
    own('weeks'),
    own('week'),
    own('links'),
    ...other('sqlite3 shell', has('sqlite3') && existsSync(shell), ['sqlite3', shell, query]),
    ...other('sqlite-utils search', has('sqlite-utils') && existsSync(utils), [
      'sqlite-utils',
      'search',
      utils,
      'tweets',
      'mindset',
      '-c',
      'full_text',
      '--limit',
      '20',
    ]),
    ...other('notmuch search', has('notmuch') && existsSync(mail), ['notmuch', 'search', '--limit=20', 'mindset'], {
      NOTMUCH_CONFIG: mail,
    }),
    ...other('rg over the JSON Lines', has('rg'), ['rg', '-c', 'mindset', peersFile]),
  ];
}
