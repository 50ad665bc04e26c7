/** The shape of a session: how many tweets in each part of its time, and when its questions were asked. */
import type { Hour } from '../recap-views.ts';

const BARS = 60;

interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The hour of a session from the times of its tweets; what lies before or behind it is left out. */
export function hourOf(
  { startsAt, endsAt }: Span,
  times: Iterable<number>,
  questions: readonly { readonly label: string; readonly askedAt: number }[],
): Hour {
  const part = Math.max(1, endsAt - startsAt) / BARS;
  const barOf = (at: number): number => Math.floor((at - startsAt) / part);
  const bars = Array.from({ length: BARS }, () => 0);
  for (const at of times) {
    const bar = barOf(at);
    if (bars[bar] !== undefined) bars[bar] += 1;
  }
  const marks = questions.map(({ label, askedAt }) => ({ label, bar: Math.min(BARS - 1, Math.max(0, barOf(askedAt))) }));
  return { startsAt, endsAt, bars, marks };
}
