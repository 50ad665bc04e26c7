/** How many cases a property test tries: so many, times EDCHAT_RUNS for a longer run on demand. */
export function runs(usual: number): number {
  return usual * Number(process.env['EDCHAT_RUNS'] ?? 1);
}
