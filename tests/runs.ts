import { appendFileSync } from 'node:fs';

/** How many cases a property test tries: so many, times EDCHAT_RUNS for a longer run on demand. */
export function runs(usual: number): number {
  return usual * Number(process.env['EDCHAT_RUNS'] ?? 1);
}

/** Tells `npm run torture`, when it is what runs the tests, how much was tried. */
export function figure(what: string, count: number): void {
  const log = process.env['EDCHAT_FIGURES'];
  if (log !== undefined) appendFileSync(log, `${JSON.stringify({ what, count })}\n`);
}
