/** The process: its streams, its signals, its exit code. */
import { run } from './cli.ts';
import { EXIT } from './errors.ts';
import { outputTo } from './output.ts';

let stop: AbortController | undefined;
function listen(): void {
  process.once('SIGINT', () => {
    stopping().abort();
    // A second Ctrl-C means it; SQLite takes back what was not finished.
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
  });
}

// To make the first one takes a while, and a command that is done at once has none to wait for.
function stopping(): AbortController {
  return (stop ??= new AbortController());
}

/** Runs the command line. Loading this file does nothing: threads load the piece of the program that it lies in. */
export async function main(): Promise<void> {
  listen();
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
