/** The check of what edchat needs, against registries of this machine: one that knows an advisory, one that knows none, one that does not say. */
import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { scratch } from '../cli/edchat.ts';

const CHECK = fileURLToPath(new URL('../../scripts/check-dependencies.mjs', import.meta.url));
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

/** Runs the check against a registry that answers the bulk endpoint so, and nothing else. */
async function checked(answer: RequestListener): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const server = createServer((request, response) =>
    request.url === BULK && request.method === 'POST' ? answer(request, response) : void response.writeHead(404).end('{}'),
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
  const { code, stdout } = await checked((_request, response) => void response.writeHead(405).end());
  expect(stdout).toMatch(/^advisories: NOT CHECKED, for the registry could not be asked \(405/m);
  expect(stdout).not.toContain('was asked');
  expect(code).toBe(0);
});
