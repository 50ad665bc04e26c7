/** The hour that stands out most in a timeline (after Cook, Kenthapadi & Mishra, "Group Chats on Twitter", 2013). */
import type { Slot } from './meetings.ts';
import { countBetween, indexAt, type Entry, type Timeline } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;

/** An accepted meeting time. */
export interface Window {
  readonly startsAt: number;
  readonly endsAt: number;
  /** The meeting of the timetable it fits, or null. */
  readonly slot: Slot | null;
  /** True where the hashtag has traffic all day, so that what follows the hour need not belong to it. */
  readonly busy: boolean;
}

interface Candidate {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly slot: Slot | null;
}

/** The strongest acceptable window, or null when nothing that is left looks like a meeting; advertisements are none of it. */
export function bestWindow(everything: Timeline, slots: readonly Slot[], taken: readonly Window[]): Window | null {
  const timeline = { ...everything, entries: everything.entries.filter(({ advertises }) => !advertises) };
  // Invitations come before the hour, and again and again: they do not make it.
  const talk = { ...timeline, entries: timeline.entries.filter(({ invites }) => !invites) };
  const scored = candidates(talk, slots)
    .filter((one) => taken.every((other) => one.startsAt >= other.endsAt || one.endsAt <= other.startsAt))
    .map((one) => ({ one, score: fit(talk, one) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.one.startsAt - b.one.startsAt);
  for (const { one } of scored) {
    const noise = background(timeline, one);
    if (isMeeting(timeline, one, noise, taken)) return { ...one, endsAt: lastQuarter(timeline, one, noise), busy: noise > 6 };
  }
  return null;
}

function candidates(timeline: Timeline, slots: readonly Slot[]): Candidate[] {
  const starts = new Set<number>();
  for (const { at } of timeline.entries) {
    const quarter = Math.floor(at / QUARTER) * QUARTER;
    for (const start of [quarter + QUARTER, quarter, quarter - QUARTER, quarter - 2 * QUARTER, quarter - 3 * QUARTER]) starts.add(start);
  }
  const due = slots.filter((slot) => countBetween(timeline, slot.startsAt, slot.endsAt) > 0);
  const free = [...starts].filter((start) => due.every((slot) => slot.startsAt !== start));
  return [...due.map((slot) => ({ ...slot, slot })), ...free.map((startsAt) => ({ startsAt, endsAt: startsAt + HOUR, slot: null }))];
}

// Tweets inside, less those just before: a window that starts late leaves its beginning outside.
function fit(timeline: Timeline, { startsAt, endsAt, slot }: Candidate): number {
  const [first, last] = [indexAt(timeline, startsAt - 3 * MINUTE), indexAt(timeline, endsAt)];
  const inside = last - first;
  const before = countBetween(timeline, startsAt - 20 * MINUTE, startsAt - 3 * MINUTE);
  const opened = timeline.entries.slice(first, last).some(({ opens, at }) => opens && at < startsAt + 6 * MINUTE);
  const local = startsAt + timeline.skew * MINUTE;
  const round = local % HOUR === 0 ? 0.06 : local % (2 * QUARTER) === 0 ? 0.03 : 0;
  return inside * (1 + round + (slot === null ? 0 : 0.1) + (opened ? 0.1 : 0)) - before + (slot === null ? 0 : 2) + (opened ? 3 : 0);
}

/** Tweets an hour around the window, the meeting's own early birds and tail left out. */
function background(timeline: Timeline, { startsAt, endsAt }: Candidate): number {
  const around = countBetween(timeline, startsAt - 4 * HOUR, startsAt - HOUR) + countBetween(timeline, endsAt + HOUR, endsAt + 4 * HOUR);
  return around / 6;
}

function isMeeting(timeline: Timeline, one: Candidate, noise: number, taken: readonly Window[]): boolean {
  const inside = timeline.entries.slice(indexAt(timeline, one.startsAt - 3 * MINUTE), indexAt(timeline, one.endsAt));
  const signs = signsOf(inside);
  const people = new Set(inside.map(({ person }) => person)).size;
  const after = taken.some((other) => one.startsAt >= other.startsAt && one.startsAt - other.endsAt < 3 * HOUR);
  const near = after || taken.some((other) => Math.abs(one.startsAt - other.startsAt) < 4 * HOUR);
  // Beside another meeting it is a tail, a forenoon of preparations or a second meeting: the last one opens anew.
  if (near && !((signs.openings > 0 || signs.first) && signs.questions > 1)) return false;
  if (signs.questions > 0 && signs.openings > 0 && signs.openings + signs.labels > 2 && people > 1 && inside.length >= Math.max(8, noise))
    return true;
  if (one.slot !== null) return inside.length >= Math.max(people > 1 ? 5 : 3, 1.5 * noise + 3);
  if (signs.labels >= 8 && people >= 3) return inside.length >= Math.max(12, 1.5 * noise);
  return inside.length >= Math.max(30, 3 * noise) && people >= 4;
}

interface Signs {
  /** Welcomes to all and format rules. */
  readonly openings: number;
  /** Somebody asks Q1. */
  readonly first: boolean;
  /** Different question numbers. */
  readonly questions: number;
  readonly labels: number;
}

function signsOf(entries: readonly Entry[]): Signs {
  const questions = new Set(entries.flatMap(({ question }) => question ?? []));
  return {
    openings: entries.filter(({ opens }) => opens).length,
    first: questions.has(1),
    questions: questions.size,
    labels: entries.filter(({ question, answer }) => question !== null || answer !== null).length,
  };
}

// A meeting outside the timetable lasts as long as the pace holds, and no other one opens.
function lastQuarter(timeline: Timeline, { startsAt, endsAt, slot }: Candidate, noise: number): number {
  if (slot !== null) return endsAt;
  const pace = (countBetween(timeline, startsAt, endsAt) * QUARTER) / (endsAt - startsAt);
  let end = endsAt;
  while (end < endsAt + 2 * HOUR && countBetween(timeline, end, end + QUARTER) > Math.max(0.6 * pace, noise)) {
    const next = timeline.entries.slice(indexAt(timeline, end - 3 * MINUTE), indexAt(timeline, end + QUARTER));
    if (next.some(({ begins }) => begins)) break;
    end += QUARTER;
  }
  return end;
}
