/** Several processes at once on one archive: nobody sees an error, and what comes of it is what one alone would have made. */
import { join } from 'node:path';
import { edchat, faultsOf, makeExports, said, scratch, start } from './archive.mjs';
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
  const damage = faultsOf(db)[0];
  if (damage !== undefined) failures.push(damage);
  else if ((await said(db)) !== (await said(alone))) failures.push('together they made another archive than one alone');
  const runs = [...figures.values()].reduce((sum, count) => sum + count, 0);
  return { figures: [['runs in all', runs], ['of them waited for another, and said so', waits], ...figures], failures };
}
