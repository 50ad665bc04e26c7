import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { progress } from '../../src/render/progress.ts';
import { colourful, plain } from './sample.ts';

function terminal(isTTY: boolean, columns = 80) {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns,
    clearLine: () => true,
    cursorTo: () => true,
    moveCursor: () => true,
  });
  const chunks: string[] = [];
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream, written: () => chunks.join('') };
}

test.each([
  ['a pipe', colourful, false, 80],
  ['a terminal without colour', plain, true, 80],
  ['a terminal that does not know its width', colourful, true, 0],
])('%s sees nothing', async (_, look, isTTY, columns) => {
  const { stream, written } = terminal(isTTY, columns);
  const line = progress(look, stream);
  line.update('Reading');
  await wait(200);
  line.stop();
  expect(written()).toBe('');
});

test('a terminal sees what is going on, harmless and on one line', async () => {
  const { stream, written } = terminal(true);
  const line = progress(colourful, stream);
  line.update('Reading \u001b[2Jevil.csv\n');
  await expect.poll(written, { timeout: 5000 }).toContain('Reading evil.csv');
  await wait(100);
  line.update('Reading next.csv');
  expect(written()).toContain('Reading next.csv');
  line.stop();
  line.stop();
  const before = written();
  line.update('late');
  await wait(150);
  expect(written()).toBe(before);
});

test('work that ends before the spinner is there leaves no trace', async () => {
  const { stream, written } = terminal(true);
  const line = progress(colourful, stream);
  line.update('quick');
  line.stop();
  await wait(200);
  expect(written()).toBe('');
});
