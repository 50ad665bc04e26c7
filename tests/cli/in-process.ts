/** Runs the program in this process: hundreds of runs in the time that one process takes to start. */
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli.ts';
import type { Io } from '../../src/commands/verb.ts';

/** What one run came to. */
export interface InProcessRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line on an archive. */
export async function runInProcess(db: string, args: readonly string[], { input = '' } = {}): Promise<InProcessRun> {
  const written = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[name] += chunk.toString('utf8');
        done();
      },
    }) as unknown as NodeJS.WriteStream;
  const io: Io = {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: { EDCHAT_DB: db, NO_COLOR: '1' },
    now: () => Date.parse('2016-04-20T12:00:00Z'),
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), ...written };
}
