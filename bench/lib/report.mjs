// The page of results.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

const PROGRAMS = ['node', 'sqlite3', 'sqlite-utils', 'notmuch', 'rg', 'jq'];

// The first line of what a program says of itself, without its name.
function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? `${program} ${/\d\S*/.exec(stdout)?.[0] ?? '?'}` : null;
}

/** What it was measured on, and beside what. */
export function machine() {
  const found = PROGRAMS.flatMap((program) => versionOf(program) ?? []);
  const [one] = cpus();
  return [
    `${cpus().length} × ${one?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    found.join('; '),
    `Processes that waited for a processor, on average, in the last fifteen minutes: ${loadavg()[2].toFixed(1)}`,
  ];
}

/** The page. */
export function report({ parts, machine: lines, argv, notes }) {
  const own = existsSync(notes) ? readFileSync(notes, 'utf8').trim() : '';
  return `# What was measured

Written by \`npm run bench${argv.length > 0 ? ` -- ${argv.join(' ')}` : ''}\`, ${new Date().toISOString().slice(0, 10)}. Everything in one run, contestants in turn: compare the rows of a table with each
other, and nothing with another machine. Where other work shared the machine, the time of the processors says more than that on the wall. The tweets
are invented (\`bench/generate.mjs\`); peers that are not installed are left out, or say so.

${lines.map((line) => `- ${line}`).join('\n')}

${parts.join('\n\n')}
${own === '' ? '' : `\n${own}\n`}`;
}
