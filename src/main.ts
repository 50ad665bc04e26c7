/** The process: its streams, its signals, its exit code. */
import { isBrokenPipe, run } from './cli.ts';
import { EXIT } from './errors.ts';

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
  // A second Ctrl-C means it; SQLite takes back what was not finished.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
});
function guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error) => {
    if (!isBrokenPipe(error)) throw error;
    process.exit(EXIT.done);
  });
}

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    // Few commands read it, and to open it takes a while.
    get stdin() {
      return process.stdin;
    },
    stdout: guarded(process.stdout),
    stderr: guarded(process.stderr),
    env: process.env,
    now: () => Date.now(),
    signal: stop.signal,
  });
}

void main();
