/** Several processes at once on one archive: nobody sees an error, and what comes of it is what one alone would have made. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { edchat, faultsOf, makeExports, said, scratch, start, wholeImports } from './archive.mjs';
import { linkExport, openWorld } from './world.mjs';

const WAITING = /^edchat: another edchat is writing to the archive; waiting for it to finish…$/;

/** Runs writers and readers side by side until the time (ms since 1970) is up; returns figures and failures. */
export async function together(until) {
  const home = scratch();
  const exports = makeExports(home, 6, 200);
  const links = linkExport(join(home, 'links.jsonl'));
  const closeWorld = await openWorld();
  const db = join(home, 'archive.db');
  edchat(db, 'import', exports[0], links);
  const [figures, failures] = [new Map(), []];
  let waits = 0;
  const repeat = async (commands) => {
    for (let turn = 0; turn < commands.length || Date.now() < until; turn++) {
      const args = commands[turn % commands.length];
      const { code, stderr } = await start(db, args).done;
      figures.set(args[0], (figures.get(args[0]) ?? 0) + 1);
      const lines = stderr.split('\n').filter((line) => line !== '');
      waits += lines.filter((line) => WAITING.test(line)).length;
      const other = lines.filter((line) => !WAITING.test(line));
      if (code !== 0 || other.length > 0) failures.push(`${args.slice(0, 2).join(' ')}: ${code} ${other.join(' ')}`);
    }
  };
  await Promise.all([
    repeat(exports.slice(1, 4).map((path) => ['import', path])),
    repeat(exports.slice(3).map((path) => ['import', path])),
    repeat([['expand', '--limit', '20'], ['links', '2016-04'], ['expand']]),
    repeat([['search', 'portfolios', '--limit', '3'], ['week'], ['weeks']]),
    repeat([
      ['backup', join(home, 'b.db'), '--force'],
      ['export', 'tweets', '--force', '--out', join(home, 'x.jsonl')],
      ['people', '2016'],
    ]),
  ]);
  const alone = join(scratch(), 'archive.db');
  edchat(alone, 'import', ...exports, links);
  for (const one of [db, alone]) await start(one, ['expand']).done;
  closeWorld();
  const waited = await waitingForLarger(failures);
  const damage = faultsOf(db)[0];
  if (damage !== undefined) failures.push(damage);
  else if ((await said(db)) !== (await said(alone))) failures.push('together they made another archive than one alone');
  const runs = [...figures.values()].reduce((sum, count) => sum + count, 0);
  return {
    figures: [
      ['runs in all', runs],
      ['of them waited for another for more than a second, and said so', waits],
      ...figures,
      ['writers that waited for a large import for more than a second, and said so', waited],
    ],
    failures,
  };
}

/** Tweets of an import that takes so long that another has to wait; more of them where the machine is quick. */
const LARGE = 20_000;
const MOST = 200_000;

// Two writers that come while a large import is at work; returns how many of them said that they wait.
async function waitingForLarger(failures) {
  for (let count = LARGE; count <= MOST; count *= 2) {
    const home = scratch();
    const db = join(home, 'archive.db');
    const [large] = makeExports(scratch(), 1, count);
    const [first, second] = makeExports(home, 2, 200);
    edchat(db, 'import', first);
    const importing = start(db, ['import', large]).done;
    await isWriting(db, importing);
    const names = ['the large import', 'an import beside it', 'a reindex beside it', 'a search beside it'];
    const others = [['import', second], ['reindex'], ['search', 'portfolios', '--limit', '1']].map((args) => start(db, args).done);
    const ends = await Promise.all([importing, ...others]);
    const isWord = (line) => WAITING.test(line);
    for (const [at, { code, stderr }] of ends.entries()) {
      const other = stderr.split('\n').filter((line) => line !== '' && !isWord(line));
      if (code !== 0 || other.length > 0) failures.push(`${names[at]}: ${code} ${other.join(' ')}`);
    }
    failures.push(...faultsOf(db));
    const brought = [...wholeImports(db).values()].toSorted((a, b) => a - b);
    if (brought.join() !== [200, 200, count].join()) failures.push(`beside a large import: imports of ${brought.join(', ')} tweets`);
    const waited = ends.filter(({ stderr }) => stderr.split('\n').some(isWord)).length;
    if (waited > 0) return waited;
  }
  failures.push('nobody had to wait for a large import, or said so');
  return 0;
}

// Resolves when the import holds the lock for writing, or is over.
async function isWriting(db, importing) {
  const probe = new Database(db, { timeout: 0 });
  const isOver = importing.then(() => true);
  try {
    do probe.exec('BEGIN IMMEDIATE; ROLLBACK');
    while (!(await Promise.race([isOver, wait(10, false)])));
  } catch (error) {
    if (error.code !== 'SQLITE_BUSY') throw error;
  } finally {
    probe.close();
  }
}
