import { expect, test } from 'vitest';
import { DEMO, newArchive } from './edchat.ts';

test('a debrief shows every question and what is usual', () => {
  const edchat = newArchive();
  edchat(['import', DEMO]);
  const { code, stdout } = edchat(['debrief']);
  expect(code).toBe(0);
  for (const number of [1, 2, 3, 4, 5, 6, 7])
    expect(stdout).toMatch(new RegExp(`^Q${number}  .* +\\d+ +\\d+ +\\d+:\\d\\d +\\d+:\\d\\d +\\d+ %$`, 'm'));
  expect(stdout).toMatch(/^questions +7 +6$/m);
  const { version, sessions } = JSON.parse(edchat(['debrief', '2016', '--json']).stdout) as {
    version: number;
    sessions: { session: string; others: number }[];
  };
  expect([version, sessions.map(({ session, others }) => [session, others])]).toEqual([
    1,
    [
      ['2016-04-03', 2],
      ['2016-04-10', 2],
      ['2016-04-17', 2],
    ],
  ]);
});
