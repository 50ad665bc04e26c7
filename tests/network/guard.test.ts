import { expect, test } from 'vitest';
import { refusalOf, type Resolve } from '../../src/network/guard.ts';
import { network, page, sendOn, webServer } from './servers.ts';

test.each([
  ['file:///etc/passwd', 'scheme'],
  ['ftp://example.org/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/html,hi', 'scheme'],
  ['gopher://example.org:70/', 'scheme'],
  ['no address', 'scheme'],
  ['', 'scheme'],
  ['http://', 'scheme'],
  ['http://ann:secret@example.org/', 'credentials'],
  ['https://ann@example.org/', 'credentials'],
  ['https://:secret@example.org/', 'credentials'],
  ['http://example.org\\@127.0.0.1/', null],
  ['https://example.org/@ann', null],
  ['HTTP://EXAMPLE.ORG', null],
])('%j is refused for its %s', async (url, reason) => {
  expect(refusalOf(url)).toBe(reason);
  if (reason !== null) expect(await network().visit(url)).toEqual({ kind: 'refused', reason, url, hops: [url] });
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'https://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://localhost/',
])('nothing is sent to %s', async (url) => {
  expect(await network({ allowLoopback: false }).visit(url)).toEqual({ kind: 'refused', reason: 'address', url, hops: [url] });
});

test.each(['http://169.254.169.254/', 'http://10.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'http://0.0.0.0/'])(
  'nothing is sent to %s even where this machine is allowed',
  async (url) => {
    expect(await network().visit(url)).toMatchObject({ kind: 'refused', reason: 'address' });
  },
);

const answering =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

test.each([['10.0.0.1'], ['169.254.169.254', '::1'], ['127.0.0.1'], ['::ffff:127.0.0.1'], ['fe80::1%eth0']])(
  'a name that leads to %s is refused',
  async (...addresses) => {
    const { visit } = network({ allowLoopback: false, resolve: answering(...addresses) });
    expect(await visit('http://school.example/')).toMatchObject({ kind: 'refused', reason: 'address', url: 'http://school.example/' });
  },
);

test('of the addresses of a name, only those allowed are used', async () => {
  const server = await webServer((_, response) => page(response, 'hello'));
  const { visit } = network({ resolve: answering('10.0.0.1', '127.0.0.1', '169.254.169.254') });
  const url = `http://school.example:${new URL(server).port}/`;
  expect(await visit(url)).toMatchObject({ kind: 'answered', status: 200, finalUrl: url });
});

test('a name is looked up once for each connection: what it leads to later makes no difference', async () => {
  const server = await webServer((_, response) => page(response, 'hello'));
  const asked: string[] = [];
  const rebinding: Resolve = (name) => {
    asked.push(name);
    return answering(asked.length === 1 ? '127.0.0.1' : '169.254.169.254')(name);
  };
  const { visit } = network({ resolve: rebinding });
  const { port } = new URL(server);
  expect(await visit(`http://school.example:${port}/`)).toMatchObject({ kind: 'answered' });
  expect(asked).toEqual(['school.example']);
  expect(await visit(`http://other.example:${port}/`)).toMatchObject({ kind: 'refused', reason: 'address' });
});

test.each([
  ['http://169.254.169.254/latest/meta-data/', 'address'],
  ['http://[::ffff:127.0.0.1]/', 'address'],
  ['//10.0.0.1/', 'address'],
  ['http://router.example/', 'address'],
  ['file:///etc/passwd', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['http://ann:secret@example.org/', 'credentials'],
])('a redirect to %s is not followed', async (location, reason) => {
  const server = await webServer((_, response) => sendOn(response, location));
  const { visit } = network({ resolve: answering('192.168.0.1') });
  const url = new URL(location, server).href;
  expect(await visit(`${server}/`)).toEqual({ kind: 'refused', reason, url, hops: [`${server}/`, url] });
});

test.each([
  ['ENOTFOUND', 'dns-not-found'],
  ['EAI_AGAIN', 'dns'],
  ['ESERVFAIL', 'dns'],
])('a name that cannot be looked up (%s) is told as %s', async (code, reason) => {
  const { visit } = network({ resolve: () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code })) });
  expect(await visit('http://gone.example/')).toEqual({
    kind: 'failed',
    reason,
    hops: ['http://gone.example/'],
    message: `getaddrinfo ${code}`,
  });
});
