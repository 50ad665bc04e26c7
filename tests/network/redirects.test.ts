import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { network, page, sendOn, webServer } from './servers.ts';

test('a chain of redirects is followed, and every address told', async () => {
  const server = await webServer(({ url }, response) => {
    if (url === '/a') sendOn(response, '/b');
    else if (url === '/b') sendOn(response, `http://${response.req.headers.host}/c?x=1`, 308);
    else page(response, '<title>Here</title>');
  });
  const hops = [`${server}/a`, `${server}/b`, `${server}/c?x=1`];
  expect(await network().visit(`${server}/a`)).toEqual({
    kind: 'answered',
    status: 200,
    finalUrl: hops[2],
    hops,
    permanent: true,
    contentType: 'text/html',
    body: Buffer.from('<title>Here</title>'),
    bodyCut: false,
  });
});

test.each([
  [[], false],
  [[301], true],
  [[301, 308], true],
  [[302], false],
  [[301, 302], false],
  [[307, 301], false],
  [[303], false],
])('a way of redirects %j is for good: %s', async (statuses, permanent) => {
  const server = await webServer(({ url = '/0' }, response) => {
    const step = Number(url.slice(1));
    const status = statuses[step];
    if (status === undefined) page(response, '');
    else sendOn(response, `/${step + 1}`, status);
  });
  expect(await network().visit(`${server}/0`)).toMatchObject({ finalUrl: `${server}/${statuses.length}`, permanent });
});

test('HEAD stays HEAD on the way, and brings no body', async () => {
  const methods: (string | undefined)[] = [];
  const server = await webServer(({ url, method }, response) => {
    methods.push(method);
    if (url === '/a') sendOn(response, '/b', 303);
    else page(response, 'words');
  });
  expect(await network().visit(`${server}/a`, { method: 'HEAD' })).toMatchObject({ status: 200, body: null, bodyCut: false });
  expect(methods).toEqual(['HEAD', 'HEAD']);
});

test('a server that refuses HEAD has answered', async () => {
  const server = await webServer(({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end());
  expect(await network().visit(server, { method: 'HEAD' })).toMatchObject({ kind: 'answered', status: 405 });
  expect(await network().visit(server)).toMatchObject({ kind: 'answered', status: 200 });
});

test.each([
  ['to itself', ['/a']],
  ['in a circle of three', ['/b', '/c', '/a']],
  ['to another place in itself', ['/a#part']],
  ['to itself with an empty fragment', ['/a#']],
])('a page that sends %s is not followed again', async (_name, targets) => {
  const letters = ['/a', '/b', '/c'];
  let asked = 0;
  const server = await webServer(({ url = '' }, response) => {
    asked++;
    sendOn(response, targets[letters.indexOf(url)] ?? '/a', 302);
  });
  expect(await network().visit(`${server}/a`)).toMatchObject({ kind: 'failed', reason: 'redirect-loop' });
  expect(asked).toBe(targets.length);
});

test('ten redirects are followed, and not one more', async () => {
  const server = await webServer(({ url = '' }, response) => {
    const left = Number(url.slice(1));
    if (left === 0) page(response, '');
    else sendOn(response, `/${left - 1}`);
  });
  const { visit } = network();
  expect(await visit(`${server}/10`)).toMatchObject({ kind: 'answered', finalUrl: `${server}/0` });
  const visited = await visit(`${server}/11`);
  expect(visited).toMatchObject({ kind: 'failed', reason: 'too-many-redirects' });
  expect(visited.hops).toHaveLength(11);
});

test.each([
  ['none', null],
  ['an empty one', ''],
  ['one that is none', 'http://[half'],
  ['one with a port that is none', 'http://example.org:99999/'],
])('a redirect to no address is told: %s', async (_name, location) => {
  const server = await webServer((_, response) => response.writeHead(302, location === null ? {} : { location }).end());
  expect(await network().visit(server)).toMatchObject({ kind: 'failed', reason: 'bad-redirect', hops: [server] });
});

test.each([304, 300, 305])('%i is an answer, not a redirect', async (status) => {
  const server = await webServer((_, response) => sendOn(response, '/other', status));
  expect(await network().visit(server)).toMatchObject({ kind: 'answered', status });
});

test.each([
  ['not escaped', Buffer.from('/café?q=naïve').toString('latin1'), '/caf%C3%A9?q=na%C3%AFve'],
  ['in Latin-1', '/caf\u00e9', '/caf%C3%A9'],
  ['with blanks around', '  /next ', '/next'],
  ['of its own place in the page', '/next#there', '/next#there'],
  ['with a backslash', '\\next', '/next'],
])('an address that is %s is read as browsers read it', async (_name, location, expected) => {
  const server = await webServer(({ url }, response) => (url === '/a' ? sendOn(response, location) : page(response, '')));
  expect(await network().visit(`${server}/a`)).toMatchObject({ kind: 'answered', finalUrl: `${server}${expected}` });
});

test('the place in a page goes along, and the server never hears of it', async () => {
  const asked: (string | undefined)[] = [];
  const server = await webServer(({ url }, response) => {
    asked.push(url);
    if (url === '/a') sendOn(response, '/b');
    else page(response, '');
  });
  expect(await network().visit(`${server}/a#part`)).toMatchObject({ finalUrl: `${server}/b#part` });
  expect(asked).toEqual(['/a', '/b']);
});

test('a server hears who asks, and nothing of where from or who else was asked', async () => {
  const heard: IncomingMessage['headers'][] = [];
  const server = await webServer(({ url, headers }, response) => {
    heard.push(headers);
    if (url === '/b') page(response, '');
    else response.writeHead(302, { location: '/b', 'set-cookie': 'who=ann' }).end();
  });
  const { visit } = network();
  await visit(`${server}/a`);
  await visit(`${server}/c`);
  expect(heard).toHaveLength(4);
  for (const headers of heard) {
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(headers['user-agent']).toBe('edchat/1.2.3 (+https://example.org/edchat; archive of education chats)');
  }
});

test('the connection to a shortener is used again', async () => {
  const connections = new Set<unknown>();
  const target = await webServer((_, response) => void setTimeout(() => page(response, ''), 50));
  const shortener = await webServer((request, response) => {
    connections.add(request.socket);
    response.writeHead(301, { location: target + request.url }).write('<p>It is ');
    setTimeout(() => response.end('over there.'), 10);
  });
  const { visit } = network();
  for (const path of ['/a', '/b', '/c', '/d']) expect((await visit(shortener + path)).kind).toBe('answered');
  expect(connections.size).toBe(1);
});

test('an unfinished body of a redirect holds nothing up', async () => {
  const server = await webServer(({ url }, response) => {
    if (url === '/b') page(response, 'here');
    else response.writeHead(301, { location: '/b', 'content-length': '100' }).write('moved');
  });
  expect(await network().visit(`${server}/a`, { timeoutMs: 30_000 })).toMatchObject({ kind: 'answered', finalUrl: `${server}/b` });
});

const refresh = (content: string, words = '') =>
  `<head><noscript><META http-equiv="refresh" content="${content}"></noscript></head><p>${words}`;

test.each([
  ['at once', refresh('0;URL=/b'), '/b'],
  ['as t.co writes it', `${refresh('0;URL=http://HOST/b')}<script>window.opener = null; location.replace("x")</script>`, '/b'],
  ['in quotation marks', refresh("0; url='/b'"), '/b'],
  ['without the letters', refresh('1, /b'), '/b'],
  ['after five seconds, with a word about it', refresh('5; url=/b', 'This page has moved. Click <a href="/b">here</a>.'), '/b'],
  ['later', refresh('6; url=/b'), '/a'],
  ['to itself', refresh('0'), '/a'],
  ['to its own address', refresh('0; url=/a'), '/a'],
  ['to no address', refresh('0; url=http://[half'), '/a'],
  ['from a page with much to read', refresh('0; url=/b', 'Word after word. '.repeat(40)), '/a'],
  ['from a long page', `${refresh('0; url=/b')}<!--${'x'.repeat(20_000)}-->`, '/a'],
  ['in a comment', `<!-- ${refresh('0; url=/b')} -->`, '/a'],
])('a page that refreshes to another: %s', async (_name, html, path) => {
  const server = await webServer(({ url, headers }, response) =>
    page(response, url === '/a' ? html.replaceAll('HOST', headers.host ?? '') : 'here'),
  );
  const { visit } = network();
  expect(await visit(`${server}/a`, { followMeta: true })).toMatchObject({ finalUrl: `${server}${path}`, permanent: false });
  expect(await visit(`${server}/a`)).toMatchObject({ finalUrl: `${server}/a` });
});

test('a refresh leads no farther than a redirect', async () => {
  const server = await webServer((_, response) => page(response, refresh('0; url=http://169.254.169.254/')));
  expect(await network().visit(server, { followMeta: true })).toMatchObject({ kind: 'refused', reason: 'address' });
  const circle = await webServer(({ url }, response) => page(response, refresh(`0; url=${url === '/a' ? '/b' : '/a'}`)));
  expect(await network().visit(`${circle}/a`, { followMeta: true })).toMatchObject({ kind: 'answered', finalUrl: `${circle}/b` });
});

test('the way ends before an address that is not to be asked, and is told', async () => {
  const asked: string[] = [];
  const target = await webServer((request, response) => {
    asked.push(request.url ?? '');
    page(response, '<title>Asked</title>');
  });
  const server = await webServer((request, response) => sendOn(response, request.url === '/a' ? '/b' : `${target}/page`));
  const visit = await network().visit(`${server}/a`, { stopBefore: (url) => url.startsWith(target) });
  expect(visit).toEqual({ kind: 'led', finalUrl: `${target}/page`, hops: [`${server}/a`, `${server}/b`, `${target}/page`] });
  expect(asked).toEqual([]);
});

test.each(['http://169.254.169.254/', 'http://10.0.0.1/', 'http://[fe80::1]/', 'http://[::ffff:192.168.0.1]/'])(
  'nobody is told that the way leads to %s',
  async (place) => {
    const server = await webServer((_, response) => sendOn(response, place));
    const visit = await network().visit(server, { stopBefore: () => true });
    expect(visit).toMatchObject({ kind: 'refused', reason: 'address' });
  },
);

test('a name that can never exist is not looked up', async () => {
  const resolve = () => Promise.reject(new Error('looked up'));
  expect(await network({ resolve }).visit('http://nothing.invalid/')).toMatchObject({ kind: 'failed', reason: 'dns-not-found' });
});
