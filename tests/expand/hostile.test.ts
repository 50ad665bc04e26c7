/** Servers that mean no good, met by the real commands: each run ends in its time, tells nothing false and marks nothing wrong. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drip } from '../network/servers.ts';
import { type Answer, imported, titled, to, world } from './world.ts';

const MB = 1024 * 1024;
const BOMB = gzipSync(Buffer.alloc(64 * MB, '<p>'));

function html(write: (response: Parameters<Answer>[0]) => unknown, headers = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    write(response);
  };
}

const HOSTILE: Readonly<Record<string, { answers: Readonly<Record<string, Answer>>; title: string | null; state: string }>> = {
  'a circle of redirects': {
    answers: { 'evil.example/it': to('/it2', 302), 'evil.example/it2': to('/it', 302) },
    title: null,
    state: 'unsure',
  },
  'redirects without an end': {
    answers: Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [at === 0 ? 'evil.example/it' : `evil.example/n${at}`, to(`/n${at + 1}`, 302)]),
    ),
    title: null,
    state: 'unsure',
  },
  'a gzip bomb': {
    answers: { 'evil.example/it': html((response) => response.end(BOMB), { 'content-encoding': 'gzip' }) },
    title: null,
    state: 'alive',
  },
  'a lie about its length': {
    answers: {
      'evil.example/it': (response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '999999' }).write('<title>Short</title></head>');
        setTimeout(() => response.destroy(), 20);
      },
    },
    title: 'Short',
    state: 'alive',
  },
  'a lie about its charset': {
    answers: {
      'evil.example/it': html((response) => response.end('<title>Bücher für alle</title>'), {
        'content-type': 'text/html; charset=shift_jis',
      }),
    },
    title: 'Bücher für alle',
    state: 'alive',
  },
  'a title that moves the cursor': {
    answers: { 'evil.example/it': titled('Good\u001b[2J\u202e&#27;]0;x&#7;evening') },
    title: 'Good[2J]0;xevening',
    state: 'alive',
  },
  'the address of a cloud machine’s secrets': {
    answers: { 'evil.example/it': to('http://169.254.169.254/latest/meta-data/', 302) },
    title: null,
    state: 'unsure',
  },
  'an address of this network, mapped into IPv6': {
    answers: { 'evil.example/it': to('http://[::ffff:10.0.0.1]/', 302) },
    title: null,
    state: 'unsure',
  },
  'a file of this machine': { answers: { 'evil.example/it': to('file:///etc/passwd', 302) }, title: null, state: 'unsure' },
  'an address with a password in it': {
    answers: { 'evil.example/it': to('https://me:secret@there.example/a', 302) },
    title: null,
    state: 'unsure',
  },
};

test.each(Object.entries(HOSTILE))('%s', async (_name, { answers, title, state }) => {
  const earth = await world({ ...answers, 'there.example/a': titled('There') });
  await imported(earth, [{ minute: 1, urls: ['https://evil.example/it', 'https://there.example/a'] }]);
  const runs = [await earth.edchat(['expand']), await earth.edchat(['check'])];
  for (const { code, stderr } of runs) expect([code, stderr]).toEqual([0, '']);
  const { weeks } = JSON.parse((await earth.edchat(['links', '2016', '--json'])).stdout) as {
    weeks: { links: { canonical: string; title: string | null; verdict: { state: string } | null }[] }[];
  };
  const links = new Map(weeks.flatMap((week) => week.links).map((link) => [link.canonical, link]));
  expect([...links.keys()].toSorted()).toEqual(['evil.example/it', 'there.example/a']);
  expect(links.get('evil.example/it')?.title).toEqual(title);
  expect(links.get('evil.example/it')?.verdict?.state).toBe(state);
  expect(links.get('there.example/a')?.title).toBe('There');
});

test('a short link never leads into the network of the reader', async () => {
  const earth = await world({
    'bit.ly/a': to('http://169.254.169.254/latest/meta-data/'),
    'bit.ly/b': to('http://[fe80::1]/'),
    'bit.ly/c': to('javascript:alert(1)'),
    'bit.ly/d': to('http://167772161/'),
    'bit.ly/e': to('https://there.example/a'),
  });
  await imported(earth, [{ minute: 1, urls: ['a', 'b', 'c', 'd', 'e'].map((letter) => `http://bit.ly/${letter}`) }]);
  const { code, stdout } = await earth.edchat(['expand', '--no-titles']);
  expect(code).toBe(0);
  expect(stdout).toContain('1 led to a page');
  const links = (await earth.edchat(['links', '2016'])).stdout;
  expect(links).not.toMatch(/169\.254|fe80|javascript|10\.0\.0\.1|167772161/);
});

test('a byte a second is not waited for longer than anyone would', async () => {
  const earth = await world({
    'evil.example/it': html((response) => drip(response, 'x')),
    'there.example/a': titled('There'),
  });
  await imported(earth, [{ minute: 1, urls: ['https://evil.example/it', 'https://there.example/a'] }]);
  const begun = Date.now();
  const { code } = await earth.edchat(['expand'], { env: { EDCHAT_TEST_TIMEOUT: '300' } });
  expect(code).toBe(0);
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect((await earth.edchat(['links', '2016'])).stdout).toContain('There');
});
