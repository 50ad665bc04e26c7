/** The process: its streams, its signals, its exit code. */
import { isBrokenPipe, run } from './cli.ts';
import { EXIT } from './errors.ts';

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
  // A second Ctrl-C means it; SQLite takes back what was not finished.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
});
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (isBrokenPipe(error)) process.exit(EXIT.done);
    // A full disk behind `>`, most of the time.
    if (stream === process.stdout) process.stderr.write(`edchat: the result cannot be written (${error.message})\n`);
    process.exit(EXIT.nothing);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => Date.now(),
  signal: stop.signal,
});
