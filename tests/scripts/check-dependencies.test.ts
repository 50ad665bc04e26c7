/** The check of what edchat needs, against registries of this machine: one that knows an advisory, one that knows none, one that does not say. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { scratch } from '../cli/edchat.ts';

const CHECK = fileURLToPath(new URL('../../scripts/check-dependencies.mjs', import.meta.url));
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const BULK = '/-/npm/v1/security/advisories/bulk';

/** An advisory as the registry's bulk endpoint gives it. */
const ADVISORY = {
  id: 1_000_001,
  url: 'https://example.org/advisories/1',
  title: 'An invented hole',
  severity: 'high',
  vulnerable_versions: '<9999.0.0',
  cwe: ['CWE-20'],
  cvss: { score: 7.5, vectorString: null },
};

const unknown: RequestListener = (_request, response) => void response.writeHead(404).end('{}');

/** Runs the check against a registry that answers the bulk endpoint so, and what else is asked as said. */
async function checked(answer: RequestListener, others = unknown): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const server = createServer((request, response) =>
    (request.url === BULK && request.method === 'POST' ? answer : others)(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: scratch(),
    npm_config_fetch_retries: '0',
    NODE_ENV: 'production',
  };
  const run = spawn(process.execPath, [CHECK], { env });
  let [stdout, stderr] = ['', ''];
  run.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  run.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>((resolve) => run.on('close', resolve));
  return { code, stdout, stderr };
}

const refusing: RequestListener = (_request, response) => void response.writeHead(405).end();

function answering(advisories: Readonly<Record<string, readonly unknown[]>>): RequestListener {
  return (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(advisories));
}

test('an advisory about a package in the bundle fails the check, with its title', async () => {
  const { code, stdout, stderr } = await checked(answering({ undici: [ADVISORY] }));
  expect(stderr).toContain('FAILED undici: npm audit knows an advisory (high): An invented hole');
  expect(stdout).toContain('advisories: the registry was asked');
  expect(code).toBe(1);
});

test('one about a tool that is no part of edchat does not, nor does none', async () => {
  const none = 'advisories: the registry was asked, and knows of 0 packages with one';
  for (const known of [{ knip: [ADVISORY] }, {}]) {
    const { code, stdout, stderr } = await checked(answering(known));
    expect(stderr).toBe('');
    expect(stdout).toContain(none);
    expect(code).toBe(0);
  }
});

test('a registry that does not say leaves it unchecked, and the check says so', async () => {
  const { code, stdout } = await checked(refusing);
  expect(stdout).toMatch(/^advisories: NOT CHECKED, for the registry could not be asked \(405/m);
  expect(stdout).not.toContain('was asked');
  expect(stdout).toContain('newer versions: NOT CHECKED either');
  expect(code).toBe(0);
});

test('and tells at least what has a newer version in its line, or was withdrawn', async () => {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, { version: string }> };
  const mine = (name: string) => packages[`node_modules/${name}`]?.version ?? '';
  const [major = ''] = mine('chalk').split('.');
  const { code, stdout } = await checked(refusing, (request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? '');
    const own = Object.entries(packages).flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) ? [version] : []));
    const versions = Object.fromEntries(own.map((version) => [version, name === 'commander' ? { deprecated: 'an invented reason' } : {}]));
    const later = name === 'chalk' ? { [`${major}.9999.0`]: {}, [`${Number(major) + 1}.0.0`]: {}, [`${major}.99999.0-beta.1`]: {} } : {};
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ versions: { ...versions, ...later } }));
  });
  expect(stdout).toMatch(/^newer versions: of \d+ packages \d+ have one in their line, or were withdrawn$/m);
  expect(stdout).toContain(`  chalk ${mine('chalk')}: there is ${major}.9999.0\n`);
  expect(stdout).toContain(`  commander ${mine('commander')}: an invented reason\n`);
  expect(code).toBe(0);
});
