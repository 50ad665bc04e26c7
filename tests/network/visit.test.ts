import { createServer } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, createBrotliCompress, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { VisitOptions } from '../../src/network/network.ts';
import { drip, network, page, rawServer, webServer } from './servers.ts';

const HEAD = '<head><title>Rubrics</title></head>';
const MB = 1024 * 1024;

// Longer than a test may take: no limit but the one under test ends it.
const UNHURRIED = { timeoutMs: 600_000, idleMs: 600_000 };

type Behaviour = Parameters<typeof rawServer>[0];

function* endlessly(piece: Buffer): Generator<Buffer> {
  for (;;) yield piece;
}

/** What a server does that begins so and goes on forever. */
function starting(start: string, more: string): Behaviour {
  return (socket) => {
    socket.write(start);
    drip(socket, more);
  };
}

async function bodyOf(url: string, options: VisitOptions = {}): Promise<{ text: string | undefined; cut: boolean }> {
  const visited = await network().visit(url, options);
  if (visited.kind !== 'answered') throw new Error(JSON.stringify(visited));
  return { text: visited.body?.toString(), cut: visited.bodyCut };
}

describe('a body', () => {
  test('of a page is read until its head ends', async () => {
    const server = await webServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<head><title>Rubrics</title></he');
      setTimeout(() => {
        response.write('ad><body>');
        drip(response, 'words '.repeat(1000));
      }, 20);
    });
    const { text = '', cut } = await bodyOf(server, { bodyLimit: 100 * MB });
    expect(text).toContain('<title>Rubrics</title></head>');
    expect(text.length).toBeLessThan(50_000);
    expect(cut).toBe(true);
  });

  test('of a page whose head never ends is read until the limit', async () => {
    const server = await webServer((_, response) => page(response, 'x'.repeat(3 * MB)));
    const { text, cut } = await bodyOf(server, { bodyLimit: 100_000 });
    expect(text).toHaveLength(100_000);
    expect(cut).toBe(true);
  });

  test('exactly as long as the limit is whole', async () => {
    const server = await webServer((_, response) => page(response, 'x'.repeat(1000)));
    expect(await bodyOf(server, { bodyLimit: 1000 })).toEqual({ text: 'x'.repeat(1000), cut: false });
    expect(await bodyOf(server, { bodyLimit: 999 })).toEqual({ text: 'x'.repeat(999), cut: true });
  });

  test('of JSON is read whole, whatever is in it', async () => {
    const json = JSON.stringify({ html: `${HEAD}<body>`, more: 1 });
    const server = await webServer((_, response) => page(response, json, { 'content-type': 'application/json; charset=utf-8' }));
    expect(await bodyOf(server)).toEqual({ text: json, cut: false });
  });

  test.each(['image/png', 'application/pdf', 'video/mp4', 'application/octet-stream'])('of %s is not read', async (type) => {
    const server = await webServer((_, response) => page(response, 'bytes', { 'content-type': type }));
    expect(await network().visit(server)).toMatchObject({ status: 200, contentType: type, body: null, bodyCut: false });
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (bytes: Buffer) => bytes],
  ])('packed as %s is unpacked', async (coding, pack) => {
    const server = await webServer((_, response) => page(response, pack(Buffer.from(HEAD)), { 'content-encoding': coding }));
    expect((await bodyOf(server)).text).toBe(HEAD);
  });

  test('packed in an unknown way is none', async () => {
    const server = await webServer((_, response) => page(response, 'bytes', { 'content-encoding': 'zstd' }));
    expect(await network().visit(server)).toMatchObject({ status: 200, body: null });
  });

  test.each([
    ['gzip', createGzip],
    ['br', createBrotliCompress],
  ])('that is a bomb (%s) is read until the limit', async (coding, packer) => {
    const nothing = Buffer.alloc(MB);
    const server = await webServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding });
      pipeline(Readable.from(endlessly(nothing)), packer(), response, () => {});
    });
    const { text, cut } = await bodyOf(server, UNHURRIED);
    expect(text).toHaveLength(512 * 1024);
    expect(cut).toBe(true);
  });

  test('that is endless and unpacks to nothing is read until the limit', async () => {
    const emptyBlocks = Buffer.alloc(50_000, Buffer.from([0, 0, 0, 0xff, 0xff]));
    const server = await webServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.write(gzipSync('').subarray(0, 10));
      pipeline(Readable.from(endlessly(emptyBlocks)), response, () => {});
    });
    expect(await bodyOf(server, UNHURRIED)).toEqual({ text: '', cut: true });
  });

  test.each([
    ['cut off', gzipSync(HEAD + 'x'.repeat(100)).subarray(0, -12)],
    ['no gzip at all', Buffer.from('plain words')],
    ['damaged', Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(50, 0xff)])],
  ])('that says gzip and is %s is an answer', async (_name, bytes) => {
    const server = await webServer((_, response) => page(response, bytes, { 'content-encoding': 'gzip' }));
    expect(await network().visit(server)).toMatchObject({ kind: 'answered', status: 200 });
  });

  test.each([
    ['longer than it is', 5000, HEAD],
    ['shorter than it is', 20, HEAD.slice(0, 20)],
  ])('said to be %s gives what there is', async (_name, length, expected) => {
    const server = await rawServer((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\n${HEAD}`),
    );
    expect((await bodyOf(server)).text).toBe(expected);
  });

  test('that breaks off is asked for again, and at last taken as far as it goes', async () => {
    let asked = 0;
    const server = await rawServer((socket) => {
      asked++;
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5000\r\n\r\n<title>Rubrics`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    expect(await bodyOf(server)).toEqual({ text: '<title>Rubrics', cut: true });
    expect(asked).toBe(3);
  });

  test('that drips is taken as far as it came in time', async () => {
    const server = await webServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      drip(response, 'x');
    });
    const { text, cut } = await bodyOf(server, { timeoutMs: 150 });
    expect(text).toMatch(/^x+$/);
    expect(cut).toBe(true);
  });

  test('that stops is taken as far as it came', async () => {
    const server = await webServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('words'));
    expect(await bodyOf(server, { idleMs: 100 })).toEqual({ text: 'words', cut: true });
  });
});

describe('a server', () => {
  test.each<[name: string, reason: string, behave: Behaviour, options?: VisitOptions]>([
    ['says nothing', 'timeout', () => {}, { idleMs: 100 }],
    ['says nothing for longer than all may take', 'timeout', () => {}, { timeoutMs: 100 }],
    ['drips its headers', 'timeout', starting('HTTP/1.1 200 OK\r\nx-a: ', 'b'), { timeoutMs: 150 }],
    ['says forever that it is about to', 'timeout', starting('', 'HTTP/1.1 103 Early Hints\r\n\r\n'), { timeoutMs: 150 }],
    ['sends endless headers', 'too-large', starting('HTTP/1.1 200 OK\r\n', `x-more: ${'y'.repeat(30_000)}\r\n`)],
    ['sends one endless header', 'too-large', starting('HTTP/1.1 200 OK\r\nx-more: ', 'y'.repeat(30_000))],
    ['speaks another language', 'protocol', (socket) => socket.end('220 mail.example.org ESMTP\r\n')],
    ['says two lengths', 'protocol', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab')],
    ['says nothing and hangs up', 'reset', (socket) => socket.end()],
    ['breaks off', 'reset', (socket) => socket.resetAndDestroy()],
    ['breaks off in its headers', 'reset', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-a', () => socket.resetAndDestroy())],
  ])('that %s is told as %s', async (_name, reason, behave, options) => {
    const server = await rawServer(behave);
    expect(await network().visit(server, options)).toMatchObject({ kind: 'failed', reason, hops: [server] });
  });

  test('that is not there refuses', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    await new Promise((resolve) => taken.close(resolve));
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    expect(await network().visit(url)).toMatchObject({ kind: 'failed', reason: 'refused-connection' });
  });

  test('that speaks no TLS is told so', async () => {
    const server = await webServer((_, response) => page(response, ''));
    expect(await network().visit(server.replace('http:', 'https:'))).toMatchObject({ kind: 'failed', reason: 'tls' });
  });
});

describe('a busy server', () => {
  /** A server that answers with these one after the other, and how often it was asked. */
  async function answering(
    ...answers: [status: number, headers?: Record<string, string>][]
  ): Promise<{ url: string; asked: () => number }> {
    let asked = 0;
    const url = await webServer((_, response) => {
      const [status, headers = {}] = answers[Math.min(asked++, answers.length - 1)] ?? [500];
      response.writeHead(status, headers).end();
    });
    return { url, asked: () => asked };
  }

  test.each([
    [429, { 'retry-after': '0' }],
    [429, { 'retry-after': 'Sun, 17 Apr 2016 20:00:00 GMT' }],
    [429, { 'retry-after': 'soon' }],
    [429, {}],
    [503, {}],
    [500, {}],
  ])('that says %i %j once is asked again', async (status, headers) => {
    const { url, asked } = await answering([status, headers], [200]);
    expect(await network().visit(url)).toMatchObject({ kind: 'answered', status: 200 });
    expect(asked()).toBe(2);
  });

  test('that says 503 three times is left in peace', async () => {
    const { url, asked } = await answering([503], [503], [503], [200]);
    expect(await network().visit(url)).toMatchObject({ kind: 'answered', status: 503 });
    expect(asked()).toBe(3);
  });

  test('that asks for an hour is not asked again', async () => {
    for (const wait of ['3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
      const { url, asked } = await answering([429, { 'retry-after': wait }]);
      expect(await network().visit(url)).toMatchObject({ kind: 'answered', status: 429 });
      expect(asked()).toBe(1);
    }
  });

  test.each([404, 410, 403, 401, 400])('is not one that says %i', async (status) => {
    const { url, asked } = await answering([status]);
    expect(await network().visit(url)).toMatchObject({ kind: 'answered', status });
    expect(asked()).toBe(1);
  });

  test('that resets connections is asked again', async () => {
    let asked = 0;
    const server = await rawServer((socket) => {
      if (asked++ === 0) socket.resetAndDestroy();
      else socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    expect(await network().visit(server)).toMatchObject({ kind: 'answered', status: 200 });
  });

  test('at the end of a redirect is asked again itself, and not the one before', async () => {
    const asked: string[] = [];
    const server = await webServer(({ url = '' }, response) => {
      asked.push(url);
      if (url === '/short') response.writeHead(301, { location: '/page' }).end();
      else response.writeHead(asked.length < 3 ? 503 : 200).end();
    });
    expect(await network().visit(`${server}/short`)).toMatchObject({ status: 200, hops: [`${server}/short`, `${server}/page`] });
    expect(asked).toEqual(['/short', '/page', '/page']);
  });
});

describe('a visit that is called off', () => {
  test.each<[string, Behaviour]>([
    ['while the server is silent', () => {}],
    ['while the body drips', starting('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n', 'x')],
    ['while it waits to ask again', (socket) => socket.end('HTTP/1.1 429 No\r\nretry-after: 50\r\ncontent-length: 0\r\n\r\n')],
  ])('%s rejects', async (_name, behave) => {
    const stop = new AbortController();
    const server = await rawServer((socket, request) => {
      setTimeout(() => stop.abort(), 50);
      behave(socket, request);
    });
    await expect(network().visit(server, { ...UNHURRIED, signal: stop.signal })).rejects.toThrow(/abort/i);
  });

  test('beforehand asks nothing', async () => {
    let asked = 0;
    const server = await rawServer(() => asked++);
    await expect(network().visit(server, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(asked).toBe(0);
  });
});
