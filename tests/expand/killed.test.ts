import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { imported, to, world } from './world.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/edchat.js', import.meta.url));

test('a run that is killed loses at most what came in its last moment, and the next one goes on there', async () => {
  const all = 400;
  const earth = await world({});
  let answered = 0;
  let kill = () => {};
  for (let at = 0; at < all; at += 1) {
    earth.set(`bit.ly/n${at}`, (response, request) => {
      answered += 1;
      if (answered === 250) kill();
      setTimeout(() => void to(`https://pages.example/${at}`)(response, request), 10);
    });
  }
  const urls = Array.from({ length: all }, (_, at) => `http://bit.ly/n${at}`);
  await imported(
    earth,
    Array.from({ length: 10 }, (_, at) => ({ minute: at, urls: urls.slice(at * 40, at * 40 + 40) })),
  );
  const child = spawn(process.execPath, [PROGRAM, 'expand', '--no-titles'], { env: { ...process.env, ...earth.env, EDCHAT_DB: earth.db } });
  kill = () => child.kill('SIGKILL');
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');

  const links = async () => {
    const { stdout } = await earth.edchat(['links', '2016', '--json']);
    const { weeks } = JSON.parse(stdout) as { weeks: { links: { canonical: string }[] }[] };
    return weeks.flatMap((week) => week.links).filter(({ canonical }) => canonical.startsWith('pages.example')).length;
  };
  const learned = await links();
  expect(learned).toBeGreaterThanOrEqual(100);
  const before = earth.asked.length;
  expect((await earth.edchat(['expand', '--no-titles'])).code).toBe(0);
  expect(earth.asked.length - before).toBe(all - learned);
  expect(await links()).toBe(all);
});
