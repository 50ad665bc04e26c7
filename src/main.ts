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
    if (isBrokenPipe(error)) process.exit(EXIT.done);
    // A full disk behind `>`, most of the time.
    if (stream === process.stdout) process.stderr.write(`edchat: the result cannot be written (${error.message})\n`);
    process.exit(EXIT.nothing);
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
