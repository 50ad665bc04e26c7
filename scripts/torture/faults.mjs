/** Disks that are full, read-only, too small or no disk at all: a sentence each time, and nothing lost. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { edchat, faultsOf, isSentence, makeExports, PROGRAM, said, scratch, start } from './archive.mjs';

/** Injects every kind of fault, also where that takes longer than there is time; returns figures and failures. */
export async function faults() {
  const home = scratch();
  const [small, large] = [makeExports(home, 1, 300)[0], join(home, 'large.jsonl')];
  writeFileSync(large, readFileSync(makeExports(scratch(), 1, 5000)[0]));
  const desk = { home, small, large, figures: new Map(), failures: [] };
  const all = [
    fullDisk,
    ...[200, 600, 1200].map((kilobytes) => (one) => fileLimit(one, kilobytes)),
    readOnly,
    async (one) => Promise.resolve(noArchive(one)),
    changedUnderway,
    diskThatGoes,
    diskThatCannotLock,
    archiveThatGoes,
    lockedThroughout,
  ];
  for (const inject of all) await inject(desk);
  return { figures: desk.figures, failures: desk.failures };
}

/** Notes that a fault was met: with a sentence and a failing exit code, and with an archive as it was before. */
async function expectSentence(desk, name, run, db, before) {
  desk.figures.set(name, (desk.figures.get(name) ?? 0) + 1);
  const fail = (why) => desk.failures.push(`${name}: ${why}`);
  if (run.code === 0 || run.code === null) fail(`ended with ${run.code ?? run.signal}`);
  else if (!isSentence(run.stderr)) fail(`said ${JSON.stringify(run.stderr.slice(0, 300))}`);
  if (db === null) return;
  const damage = faultsOf(db)[0];
  if (damage !== undefined) fail(damage);
  else if ((await said(db)) !== before) fail('the archive says something else than before');
}

function mount(folder, options) {
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

// A disk of a few megabytes, where the system lets us make one.
async function fullDisk(desk) {
  const disk = join(desk.home, 'disk');
  if (!mount(disk, 'size=2m')) return void desk.figures.set('full disk (not possible here: it takes the right to mount)', 0);
  try {
    const db = join(disk, 'archive.db');
    edchat(db, 'import', desk.small);
    const before = await said(db);
    await expectSentence(desk, 'full disk', edchat(db, 'import', desk.large), db, before);
    const elsewhere = join(desk.home, 'elsewhere.db');
    edchat(elsewhere, 'import', desk.large);
    const large = await said(elsewhere);
    for (const args of [
      ['backup', join(disk, 'b.db')],
      ['export', 'archive', join(disk, 'copy')],
      ['export', 'tweets', '--format', 'html', '--force', '--out', join(disk, 'x.html')],
    ])
      await expectSentence(desk, 'full disk', edchat(elsewhere, ...args), elsewhere, large);
    writeFileSync(join(disk, 'ballast'), '');
    fill(join(disk, 'ballast'));
    for (const args of [['undo'], ['reindex'], ['forget', '@Teacher_7', '--yes']]) {
      const run = edchat(db, ...args);
      // Where the little that is free is enough, so much the better.
      if (run.code !== 0) await expectSentence(desk, 'full disk', run, db, before);
    }
    rmSync(join(disk, 'ballast'));
  } finally {
    spawnSync('umount', [disk]);
  }
}

function fill(path) {
  try {
    for (;;) appendFileSync(path, Buffer.alloc(4096));
  } catch {
    // Full.
  }
}

// No file may grow beyond a size.
async function fileLimit(desk, kilobytes) {
  if (process.platform === 'win32') return;
  const db = join(scratch(), 'archive.db');
  edchat(db, 'import', desk.small);
  const before = await said(db);
  const limited = (...args) =>
    spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, PROGRAM, ...args], {
      encoding: 'utf8',
      env: { ...process.env, EDCHAT_DB: db, NO_COLOR: '1' },
    });
  const run = limited('import', desk.large);
  await expectSentence(desk, 'file-size limit', { ...run, code: run.status }, db, before);
  const backup = limited('backup', join(db, '..', 'b.db'));
  if (backup.status !== 0) await expectSentence(desk, 'file-size limit', { ...backup, code: backup.status }, db, before);
}

async function readOnly(desk) {
  const disk = join(desk.home, 'read-only');
  // Who may mount may also write everywhere: permissions alone do not stop them.
  if (mount(disk, 'size=20m')) {
    try {
      const db = join(disk, 'archive.db');
      edchat(db, 'import', desk.small);
      const before = await said(db);
      spawnSync('mount', ['-o', 'remount,ro', disk]);
      for (const args of [
        ['import', desk.large],
        ['undo'],
        ['reindex'],
        ['forget', '@Teacher_7', '--yes'],
        ['export', 'archive', join(disk, 'c')],
        ['backup', join(disk, 'b.db')],
      ]) {
        const run = edchat(db, ...args);
        desk.figures.set('read-only disk', (desk.figures.get('read-only disk') ?? 0) + 1);
        if (run.code === 0 || !isSentence(run.stderr))
          desk.failures.push(`read-only disk: ${args[0]}: ${run.code} ${run.stderr.slice(0, 300)}`);
      }
      if ((await said(db)) !== before) desk.failures.push('read-only disk: the archive cannot be read there');
      const rescue = edchat(db, 'backup', join(desk.home, 'from-read-only.db'));
      if (rescue.code !== 0) desk.failures.push(`read-only disk: it cannot be backed up: ${rescue.stderr}`);
    } finally {
      spawnSync('umount', [disk]);
    }
    return;
  }
  const folder = join(desk.home, 'locked');
  mkdirSync(folder);
  const db = join(folder, 'archive.db');
  edchat(db, 'import', desk.small);
  const before = await said(db);
  chmodSync(folder, 0o500);
  chmodSync(db, 0o400);
  const run = edchat(db, 'import', desk.large);
  chmodSync(folder, 0o700);
  chmodSync(db, 0o600);
  await expectSentence(desk, 'read-only folder and file', run, db, before);
}

// A folder, a letter, half an archive where the archive should be.
function noArchive(desk) {
  const folder = scratch();
  const places = {
    'a folder': join(folder, 'folder'),
    'a letter': join(folder, 'letter.txt'),
    'half an archive': join(folder, 'half.db'),
    'a path through a file': join(folder, 'letter.txt', 'archive.db'),
  };
  mkdirSync(places['a folder']);
  writeFileSync(places['a letter'], 'Dear colleagues,\n'.repeat(500));
  const whole = join(folder, 'whole.db');
  edchat(whole, 'import', desk.large);
  edchat(whole, 'backup', places['half an archive']);
  truncateSync(places['half an archive'], 100_000);
  for (const [name, path] of Object.entries(places)) {
    const before = name.startsWith('a folder') || name.includes('path') ? null : readFileSync(path);
    for (const args of [['import', desk.small], ['weeks'], ['undo'], ['reindex'], ['backup', join(folder, 'b.db')]]) {
      const run = edchat(path, ...args);
      desk.figures.set('no archive there', (desk.figures.get('no archive there') ?? 0) + 1);
      if (run.code === 0 || !isSentence(run.stderr)) desk.failures.push(`${name}, ${args[0]}: ${run.code} ${run.stderr.slice(0, 300)}`);
    }
    if (before !== null && !readFileSync(path).equals(before)) desk.failures.push(`${name}: the file was changed`);
  }
}

// A backup that loses its end, or a byte, between being written and being needed.
async function changedUnderway(desk) {
  const folder = scratch();
  const [db, backup] = [join(folder, 'archive.db'), join(folder, 'b.db')];
  edchat(db, 'import', desk.small);
  edchat(db, 'backup', backup);
  const before = await said(db);
  const whole = readFileSync(backup);
  for (const spoil of [
    (bytes) => bytes.subarray(0, bytes.length / 2),
    (bytes) => bytes.fill(bytes[5000] ^ 1, 5000, 5001),
    () => Buffer.alloc(0),
  ]) {
    writeFileSync(backup, spoil(Buffer.from(whole)));
    await expectSentence(desk, 'spoilt backup', edchat(db, 'restore', backup), db, before);
  }
  copyFileSync(desk.small, backup);
  await expectSentence(desk, 'spoilt backup', edchat(db, 'restore', backup), db, before);
}

// A disk that is pulled out in the middle of an import, and comes back.
async function diskThatGoes(desk) {
  const [real, disk] = ['real', 'pulled-out'].map((name) => join(scratch(), name));
  if (!mount(real, 'size=40m')) return void desk.figures.set('disk that goes away (not possible here: it takes the right to mount)', 0);
  mkdirSync(disk);
  try {
    spawnSync('mount', ['--bind', real, disk]);
    const [db, before] = await begunIn(disk, desk);
    const run = await inTheMiddle(db, ['import', desk.large], () => spawnSync('umount', ['-l', disk]));
    await expectSentence(desk, 'disk that goes away', run, join(real, 'archive.db'), before);
  } finally {
    spawnSync('umount', ['-l', disk]);
    spawnSync('umount', [real]);
  }
}

// The folder of the archive is moved in the middle of an import, or a file of it is.
async function archiveThatGoes(desk) {
  if (process.platform === 'win32') return;
  for (const [from, to] of [
    ['folder', 'moved'],
    ['folder/archive.db', 'folder/moved.db'],
  ]) {
    const home = scratch();
    mkdirSync(join(home, 'folder'));
    const [db, before] = await begunIn(join(home, 'folder'), desk);
    const run = await inTheMiddle(db, ['import', desk.large], () => renameSync(join(home, from), join(home, to)));
    renameSync(join(home, to), join(home, from));
    await expectSentence(desk, 'archive moved while it is written to', run, db, before);
  }
}

// A disk that begins to fail, or cannot lock: calls of the C library on the files of one folder fail.
async function diskThatCannotLock(desk) {
  const home = scratch();
  const library = join(home, 'bad-disk.so');
  const source = fileURLToPath(new URL('bad-disk.c', import.meta.url));
  if (process.platform !== 'linux' || spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl']).status !== 0)
    return void desk.figures.set('failing disk (not possible here: it takes Linux and a C compiler)', 0);
  const [folder, mark] = [join(home, 'disk'), join(home, 'mark')];
  mkdirSync(folder);
  const [db, before] = await begunIn(folder, desk);
  const bad = (calls) => ({ LD_PRELOAD: library, BAD_DISK: folder, BAD_DISK_MARK: mark, BAD_DISK_CALLS: calls });
  writeFileSync(mark, '');
  for (const [name, calls] of [
    ['disk that cannot lock', 'lock'],
    ['disk without locks, which looks busy', 'nolock'],
    ['disk that fails', 'io'],
  ])
    for (const args of [['import', desk.large], ['week'], ['undo'], ['backup', join(home, 'b.db')]]) {
      const run = await start(db, args, undefined, bad(calls)).done;
      await expectSentence(desk, name, run, db, before);
      if (calls !== 'io' && !run.stderr.includes('cannot lock files')) desk.failures.push(`${name}: ${args[0]}: ${run.stderr}`);
    }
  for (const args of [['import', desk.large], ['reindex'], ['forget', '@Teacher_7', '--yes']]) {
    rmSync(mark);
    const run = await inTheMiddle(db, args, () => writeFileSync(mark, ''), bad('io'));
    rmSync(mark);
    await expectSentence(desk, 'disk that fails in the middle', run, db, before);
    writeFileSync(mark, '');
  }
}

// Another program keeps the archive to itself: who writes is told, and can stop; who reads does so, or is told.
async function lockedThroughout(desk) {
  const [db, before] = await begunIn(scratch(), desk);
  for (const hold of [
    'BEGIN IMMEDIATE',
    'PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE held (a); DROP TABLE held; COMMIT',
  ]) {
    const holder = spawn(process.execPath, ['-e', HOLDER, db, hold], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const writer = start(db, ['import', desk.large]);
    const told = new Promise((resolve) => writer.child.stderr.on('data', (text) => String(text).includes('waiting') && resolve()));
    await Promise.race([told, writer.done, wait(20_000)]);
    writer.child.kill('SIGINT');
    const run = await writer.done;
    const reader = edchat(db, 'week');
    holder.stdin.end();
    await new Promise((resolve) => holder.once('close', resolve));
    await expectSentence(desk, 'locked by another program throughout', run, db, before);
    if (run.code !== 130 || !run.stderr.includes('waiting for it to finish'))
      desk.failures.push(`locked throughout: ${run.code} ${run.stderr}`);
    if (reader.code !== 0) await expectSentence(desk, 'locked by another program throughout', reader, db, before);
  }
}

const HOLDER = `
  const [path, hold] = process.argv.slice(1);
  globalThis.db = new (require('better-sqlite3'))(path);
  db.exec(hold);
  console.log('held');
  process.stdin.resume().on('end', () => process.exit());
`;

async function begunIn(folder, desk) {
  const db = join(folder, 'archive.db');
  edchat(db, 'import', desk.small);
  return [db, await said(db)];
}

// Lets something happen as soon as a run has begun to write.
async function inTheMiddle(db, args, happen, env) {
  // An empty journal is what a reader left.
  for (const ending of ['-wal', '-shm']) rmSync(db + ending, { force: true });
  const { done } = start(db, args, undefined, env);
  const isOver = async () => Promise.race([done.then(() => true), wait(2, false)]);
  while (!existsSync(`${db}-wal`) && !(await isOver()));
  await wait(30);
  happen();
  return done;
}
