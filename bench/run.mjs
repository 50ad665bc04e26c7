#!/usr/bin/env node
// Measures edchat beside its floors and its peers, and writes bench/RESULTS.md.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { weekOf, weeksOf } from './data/tweets.mjs';
import { generate } from './generate.mjs';
import { importContestants } from './lib/contestants.mjs';
import { has, interleave, markdown, run, table } from './lib/measure.mjs';
import { processContestants } from './lib/processes.mjs';
import { buildQueries } from './lib/queries.mjs';
import { growthPlot } from './lib/plot.mjs';
import { machine, report } from './lib/report.mjs';

const USAGE = `Usage: npm run bench -- [options]

  --tweets N    tweets of the large archive (default 1000000)
  --growth N    up to how many tweets the growth is measured (default as --tweets); 10000000 need 45 GB and most of an hour, and
                are imported once
  --peers N     tweets of the comparison with other programs (default 100000)
  --rounds N    rounds of each comparison, contestants in turn (default 3)
  --folder DIR  where to work (default: a new folder among the temporary ones, which is removed)
  --notes FILE  what was tried and found, put at the end of the results (default bench/NOTES.md)

Peers that are not installed are left out: sqlite3, jq, ripgrep, sqlite-utils and notmuch from a package manager; minisearch and
@duckdb/node-api from npm, in any folder that NODE_PATH names.`;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    tweets: { type: 'string', default: '1000000' },
    growth: { type: 'string' },
    peers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
    notes: { type: 'string', default: join(root, 'bench/NOTES.md') },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const [tweets, peers, rounds, most] = [values.tweets, values.peers, values.rounds, values.growth ?? values.tweets].map(Number);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'edchat-bench-'));
mkdirSync(folder, { recursive: true });
const note = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`);
const edchat = [process.execPath, join(root, 'bin/edchat.js')];
const at = (name) => join(folder, name);

async function exported(format, amount) {
  const path = at(`${format}-${amount}`);
  if (!existsSync(path)) {
    note(`writing ${amount.toLocaleString('en')} tweets as ${format}`);
    await generate(format, amount, path);
  }
  return path;
}

function archiveOf(file, db, amount) {
  return {
    name: 'edchat import',
    tweets: amount,
    before: () => removeArchive(db),
    run: () => run([...edchat, '--db', db, 'import', file], { folder }),
  };
}

function removeArchive(db) {
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
}

// Where it worked is nobody's concern.
const told = (argv) => argv.filter((word, place) => word !== '--folder' && argv[place - 1] !== '--folder');

// The page is written anew after each part: a run that is stopped leaves what it has measured.
const parts = new Map();
function keep(title, body, heading = title) {
  parts.set(title, `## ${heading}\n\n${body}`);
  const argv = told(process.argv.slice(2));
  writeFileSync(
    join(root, 'bench/RESULTS.md'),
    report({ parts: PARTS.flatMap((one) => parts.get(one) ?? []), machine: machine(), argv, notes: values.notes }),
  );
}
const PARTS = ['Growth', 'Peers', 'TAGS CSV', 'Storify pages', 'Monday', 'Queries', 'Whole processes'];

async function compareImports() {
  const file = await exported('api', peers);
  const contestants = importContestants({ file, folder, edchat: archiveOf(file, at('peers.db'), peers), tweets: peers });
  const results = interleave(contestants, rounds, note);
  keep(
    'Peers',
    table(results, 'JSON.parse of each line', { per: { title: 'tweets/s' } }),
    `Import of ${peers.toLocaleString('en')} tweets beside other programs`,
  );
}

async function compareFormats() {
  for (const [format, floor, title] of [
    ['tags', 'csv', 'csv-parse alone'],
    ['storify', 'html', 'the parser alone'],
  ]) {
    const path = await exported(format, peers);
    const contestants = [
      { name: title, run: () => run([process.execPath, join(root, `bench/floors/${floor}.mjs`), path], { folder }) },
      archiveOf(path, at(`${format}.db`), peers),
    ];
    keep(format === 'tags' ? 'TAGS CSV' : 'Storify pages', table(interleave(contestants, rounds, note), title));
  }
}

const measured = [];

async function growth(upTo) {
  const steps = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < upTo);
  for (const size of [...steps, upTo]) if (measured.every((one) => one.size !== size)) measured.push(await measuredAt(size));
  const sizes = measured.map(({ size }) => size);
  writeFileSync(
    join(root, 'bench/growth.svg'),
    growthPlot(
      sizes,
      PLOTTED.map(([title, of]) => ({ title, values: measured.map(of) })),
    ),
  );
  const rows = measured.map((one) => COLUMNS.map(([, of]) => of(one)));
  const head = COLUMNS.map(([title]) => title);
  keep('Growth', `${markdown(head, rows)}\n\n![Import rate, size and query times by the number of tweets](growth.svg)`);
}

const whole = (number) => Math.round(number).toLocaleString('en');
const COLUMNS = [
  ['tweets', ({ size }) => whole(size)],
  ['tweets/s', ({ rate }) => whole(rate)],
  ['× JSON.parse', ({ times }) => times.toFixed(1)],
  ['× its processors', ({ timesCpu }) => timesCpu.toFixed(1)],
  ['peak MB', ({ megabytes }) => megabytes.toFixed(0)],
  ['bytes a tweet', ({ bytes }) => whole(bytes)],
  ['newest (ms)', ({ newest }) => newest.toFixed(2)],
  ['relevance (ms)', ({ relevance }) => relevance.toFixed(2)],
  ['week (ms)', ({ week }) => week.toFixed(2)],
];
const PLOTTED = [
  ['tweets imported a second', ({ rate }) => rate],
  ['bytes a tweet', ({ bytes }) => bytes],
  ['newest first (ms, p50)', ({ newest }) => newest],
  ['by relevance (ms, p50)', ({ relevance }) => relevance],
];

async function measuredAt(size) {
  const file = await exported('api', size);
  const db = at(`archive-${size}.db`);
  const lines = join(root, 'bench/floors/lines.mjs');
  const [parse, own] = interleave(
    [{ name: 'parse', run: () => run([process.execPath, lines, 'parse', file], { folder }) }, archiveOf(file, db, size)],
    size > tweets ? 1 : rounds,
    note,
  );
  // Tens of gigabytes that nothing else reads.
  if (size > tweets) rmSync(file);
  const median = (one, what) => one.runs.map((value) => value[what]).toSorted((a, b) => a - b)[one.runs.length >> 1];
  const found = new Map(queriesOf(db).map(({ name, p50 }) => [name, p50]));
  return {
    size,
    rate: size / median(own, 'wall'),
    times: median(own, 'wall') / median(parse, 'wall'),
    timesCpu: median(own, 'cpu') / median(parse, 'cpu'),
    megabytes: median(own, 'megabytes'),
    bytes: statSync(db).size / size,
    newest: found.get('common word, newest first'),
    relevance: found.get('common word, by relevance'),
    week: found.get('week'),
  };
}

let queries;
function queriesOf(db) {
  note(`queries of ${db}`);
  return JSON.parse(run([process.execPath, queries, db], { folder }).output);
}

const OF_QUERIES = `Each over 40 words or weeks, in three passes through all of the queries, after one that is not counted. The last column takes of each word or week
the fastest of the three: what a machine does besides seldom comes three times.`;

function listQueries(db) {
  const rows = queriesOf(db).map(({ name, ...times }) => [
    name,
    ...[times.p50, times.p95, times.p95OfFastest].map((time) => time.toFixed(2)),
  ]);
  const body = `${markdown(['query', 'p50', 'p95', 'p95 of the fastest of three'], rows)}\n\n${OF_QUERIES}`;
  keep('Queries', body, `Queries in ${tweets.toLocaleString('en')} tweets, one warm process (ms)`);
}

// What a teacher does on a Monday: last week again, and the week that is new.
async function weekly(db) {
  const last = weeksOf(tweets) - 1;
  const file = at('monday.jsonl');
  await generate('api', tweets, file, last, last + 1);
  const copy = at('monday.db');
  const contestant = {
    name: 'edchat import of last week and this one',
    before: () => {
      removeArchive(copy);
      cpSync(db, copy);
    },
    run: () => run([...edchat, '--db', copy, 'import', file], { folder }),
  };
  const parse = {
    name: 'JSON.parse of each line',
    run: () => run([process.execPath, join(root, 'bench/floors/lines.mjs'), 'parse', file], { folder }),
  };
  const results = interleave([parse, contestant], rounds, note);
  const amount = [last, last + 1].reduce((sum, week) => sum + weekOf(week, 1).length, 0);
  keep(
    'Monday',
    table(results, 'JSON.parse of each line'),
    `${amount.toLocaleString('en')} tweets, half of them known, into ${tweets.toLocaleString('en')}`,
  );
}

async function processes(db) {
  const contestants = processContestants({ db, folder, edchat, peersFile: await exported('api', peers), peers });
  const results = interleave(contestants, Math.max(rounds * 5, 15), () => {});
  keep('Whole processes', table(results, 'node -e 0', { unit: 'ms' }));
}

if (!has('/usr/bin/time')) throw new Error('the bench needs GNU time at /usr/bin/time: apt-get install time');
queries = await buildQueries();
await growth(tweets);
await compareImports();
await compareFormats();
const large = at(`archive-${tweets}.db`);
await weekly(large);
listQueries(large);
await processes(large);
if (most > tweets) await growth(most);
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
note('bench/RESULTS.md is written');
