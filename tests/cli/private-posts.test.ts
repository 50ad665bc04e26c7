/** What was never public stays out, unless somebody says otherwise. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newArchive, scratch } from './edchat.ts';

const OUTBOX = fileURLToPath(new URL('../fixtures/mastodon-outbox/with-actor/outbox.json', import.meta.url));

function protectedTweet(): string {
  const file = join(scratch(), 'protected.json');
  const status = (id_str: string, full_text: string, isProtected: boolean, more: object = {}) => ({
    id_str,
    created_at: 'Mon Apr 18 00:07:30 +0000 2016',
    full_text,
    user: { screen_name: `Quiet_${id_str.slice(-1)}`, protected: isProtected },
    ...more,
  });
  const hidden = status('721852617572552701', 'Among friends #iaedchat', true);
  writeFileSync(file, JSON.stringify([hidden, status('721852617572552702', 'For all #iaedchat', false, { quoted_status: hidden })]));
  return file;
}

test.each([
  ['posts for followers and private mentions', () => OUTBOX, 3, /for followers only/],
  ['tweets of protected accounts, on their own or inside others', protectedTweet, 1, /of a protected account/],
])('%s are kept out and counted', (_name, file, count, reason) => {
  const path = file();
  const edchat = newArchive();
  const run = edchat(['import', path, '--json']);
  const { files } = JSON.parse(run.stdout) as { files: { rejected: { reason: string }[] }[] };
  const keptOut = files[0]?.rejected.filter((one) => one.reason.includes('edchat keeps public posts')) ?? [];
  expect(keptOut).toHaveLength(count);
  // Kept out on purpose is no failure; the outbox has two activities that are no posts.
  const code = path === OUTBOX ? 1 : 0;
  expect(run.code).toBe(code);
  expect(files[0]?.rejected.some((one) => reason.test(one.reason))).toBe(true);
  expect(edchat(['import', path]).stdout).toContain('Kept out:');
  const text = () => edchat(['--chat', 'iaedchat', 'export', 'tweets']).stdout;
  expect(text()).not.toContain('Among friends');
  expect(edchat(['import', path, '--include-private', '--json'])).toMatchObject({
    code,
    stdout: expect.stringContaining(`"added":${count}`),
  });
});
