/** A small world: a server on this machine that stands for every host, and an archive with links into it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli.ts';
import { type Run, scratch } from '../cli/edchat.ts';

export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** Noon of a day long after the chats. */
export const NOON = Date.UTC(2026, 5, 1, 12);
export const DAY = 86_400_000;

/** A world under test. */
export interface World {
  readonly db: string;
  readonly folder: string;
  /** The addresses asked for so far, `host/path`, in order. */
  readonly asked: string[];
  /** Changes what an address answers. */
  readonly set: (address: string, answer: Answer) => void;
  /** The environment in which the command line finds this world instead of the real one. */
  readonly env: Readonly<Record<string, string>>;
  readonly edchat: (
    args: readonly string[],
    options?: { now?: number; signal?: AbortSignal; env?: Record<string, string> },
  ) => Promise<Run>;
}

/** A page with a title. */
export function titled(title: string): Answer {
  return (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<title>${title}</title>`);
}

/** A redirect. */
export function to(location: string, code = 301): Answer {
  return (response) => response.writeHead(code, { location }).end();
}

/** An answer with a status and nothing else. */
export function status(code: number): Answer {
  return (response) => response.writeHead(code).end();
}

/** A world whose addresses answer so; any other says "not found". It ends with the test, or when `after` says. */
export async function world(
  answers: Readonly<Record<string, Answer>>,
  after: (clean: () => void) => void = onTestFinished,
): Promise<World> {
  const known = new Map(Object.entries(answers));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = `${request.headers.host ?? ''}${request.url ?? ''}`;
    asked.push(address);
    void (known.get(address) ?? known.get(address.replace(/\?.*$/, '')) ?? status(404))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = scratch(after);
  const db = join(folder, 'archive.db');
  const env = { EDCHAT_TEST_SERVER: String((server.address() as AddressInfo).port) };
  return {
    db,
    folder,
    asked,
    env,
    set: (address, answer) => known.set(address, answer),
    edchat: (args, options = {}) => inProcess(['--db', db, ...args], { ...options, env: { ...env, ...options.env } }),
  };
}

/** The command line within this process. */
async function inProcess(
  args: readonly string[],
  { now = NOON, signal = new AbortController().signal, env = {} }: { now?: number; signal?: AbortSignal; env?: Record<string, string> },
): Promise<Run> {
  const [stdin, out, err] = [new PassThrough(), collected(), collected()];
  stdin.end();
  const code = await run(args, {
    stdin,
    stdout: out.stream,
    stderr: err.stream,
    env: { NO_COLOR: '1', ...env },
    now: () => now,
    signal,
  });
  return { code, stdout: out.text(), stderr: err.text() };
}

function collected() {
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return { stream, text: () => Buffer.concat(pieces).toString() };
}

/** A tweet of #iaedchat with some links. */
export interface Sharing {
  /** Minutes after the beginning of the chat; weeks later with `week`. */
  readonly minute: number;
  readonly week?: number;
  readonly author?: string;
  readonly text?: string;
  readonly urls?: readonly string[];
}

const SUNDAY = Date.UTC(2016, 3, 18, 0, 0);

/** Tweets as an API export gives them, each link behind a t.co address. */
export function sharing(tweets: readonly Sharing[]): string {
  const statuses = tweets.map(({ minute, week = 0, author = 'MsOtter_q7', text = 'Look', urls = [] }, index) => {
    const ms = SUNDAY + week * 7 * DAY + minute * 60_000 + index;
    const shorts = urls.map((_, at) => `https://t.co/x${index}y${at}`);
    return {
      id_str: String(((BigInt(ms) - 1_288_834_974_657n) << 22n) + BigInt(index)),
      created_at: new Date(ms).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 +0000 $4'),
      full_text: [text, '#iaedchat', ...shorts].join(' '),
      truncated: false,
      entities: { hashtags: [], urls: urls.map((url, at) => ({ url: shorts[at], expanded_url: url })) },
      user: { id_str: String(author.length), screen_name: author, name: author },
    };
  });
  return JSON.stringify(statuses);
}

/** Imports tweets into the archive of a world. */
export async function imported(where: World, tweets: readonly Sharing[]): Promise<void> {
  const file = join(where.folder, `tweets-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, sharing(tweets));
  const { code, stderr } = await where.edchat(['import', file]);
  if (code !== 0) throw new Error(`import: ${stderr}`);
}

/** An evening of questions and answers without links, some weeks after the first: enough to be a session. */
export function evening(week = 0): Sharing[] {
  const topics = ['rubrics', 'portfolios', 'conferences'];
  return topics.flatMap((topic, at): Sharing[] => [
    { minute: 5 + at * 15, week, author: 'ModHeron_zz1', text: `Q${at + 1}: What do ${topic} look like in your room?` },
    ...['ana_q1', 'ben_q2', 'cleo_q3', 'dee_q4', 'eli_q5'].map((author, n): Sharing => {
      return { minute: 7 + at * 15 + n, week, author, text: `A${at + 1}: With ${topic} we begin small, number ${n}` };
    }),
  ]);
}
