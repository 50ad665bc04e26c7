/** The process: its streams, its signals, its exit code. */
import { run } from './cli.ts';
import { EXIT } from './errors.ts';
import { outputTo } from './output.ts';

let stop: AbortController | undefined;
process.once('SIGINT', () => {
  stopping().abort();
  // A second Ctrl-C means it; SQLite takes back what was not finished.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
});
// To make the first one takes a while, and a command that is done at once has none to wait for.
function stopping(): AbortController {
  return (stop ??= new AbortController());
}

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    // Few commands read it, and to open it takes a while.
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(1),
    stderr: outputTo(2),
    env: process.env,
    now: () => Date.now(),
    get signal() {
      return stopping().signal;
    },
  });
}

void main();
