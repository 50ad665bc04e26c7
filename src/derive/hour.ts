/** The shape of a session: how many tweets in each part of its time, and when its questions were asked. */
import type { Hour } from '../recap-views.ts';

const BARS = 60;

interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The tweets in each sixtieth of a session, from the times of its tweets; what lies before or behind it is left out. */
export function barsOf(span: Span, times: Iterable<number>): number[] {
  const bars = Array.from({ length: BARS }, () => 0);
  for (const at of times) {
    const bar = barAt(span, at);
    if (bars[bar] !== undefined) bars[bar] += 1;
  }
  return bars;
}

/** The hour of a session, with its questions where they were asked. */
export function hourOf(
  { startsAt, endsAt }: Span,
  bars: readonly number[],
  questions: readonly { readonly label: string; readonly askedAt: number }[],
): Hour {
  const barOf = (at: number): number => Math.min(BARS - 1, Math.max(0, barAt({ startsAt, endsAt }, at)));
  return { startsAt, endsAt, bars, marks: questions.map(({ label, askedAt }) => ({ label, bar: barOf(askedAt) })) };
}

function barAt({ startsAt, endsAt }: Span, at: number): number {
  return Math.floor((at - startsAt) / (Math.max(1, endsAt - startsAt) / BARS));
}
