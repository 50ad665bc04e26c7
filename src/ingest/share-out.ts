/** Derives chat weeks in two threads: one takes them from the beginning, this one from the end, and writes them all. */
import { pauseFor } from '../steps.ts';
import type { Database } from '../store/open.ts';
import type { StaleWeek } from '../store/sessions.ts';
import { type DerivedWeek, weekDeriver } from './derive-week.ts';
import { startThread, type Thread, threadsHelp } from './thread.ts';

const DERIVING = 'deriving-thread.js';
/** Fewer weeks are derived sooner than a thread starts. */
const MANY = 12;
/** So many weeks wait at the thread, so that it need not wait for us. */
const AHEAD = 2;
/** Megabytes, a hundred times what a week needs: V8 lets what it may keep grow in proportion. */
const MOST_MEMORY = 512;

/** Whether a thread helps. */
export function isWorthAThread(db: Database, stale: readonly StaleWeek[]): boolean {
  return stale.length >= MANY && threadsHelp(db);
}

/** Derives the weeks and gives each to `keep` as it is done, in no certain order. Call it in a transaction that has written no tweets. */
export async function shareOut(
  db: Database,
  weeks: readonly StaleWeek[],
  keepWeek: (week: DerivedWeek) => void,
  signal?: AbortSignal,
): Promise<void> {
  let isOver = false;
  // What the thread says when all is over comes too late: the transaction may be, too.
  const keep = (week: DerivedWeek) => (isOver ? undefined : keepWeek(week));
  const thread = startThread<DerivedWeek>({ program: DERIVING, order: db.name }, MOST_MEMORY);
  try {
    const left = [...weeks];
    const theirs = keepTheirs(thread, left, keep);
    theirs.catch(() => left.splice(0));
    const derive = weekDeriver(db);
    for (let week = left.pop(); week !== undefined; week = left.pop()) {
      keep(derive(week));
      await pauseFor(signal);
    }
    await theirs;
  } finally {
    isOver = true;
    await thread.stop();
  }
}

async function keepTheirs(thread: Thread<DerivedWeek>, left: StaleWeek[], keep: (week: DerivedWeek) => void): Promise<void> {
  let waiting = 0;
  const give = () => {
    for (; waiting < AHEAD && left.length > 0; waiting += 1) thread.say(left.shift());
    return waiting > 0;
  };
  if (!give()) return;
  for await (const week of thread.messages) {
    waiting -= 1;
    const isMore = give();
    keep(week);
    if (!isMore) return;
  }
  throw new Error('the thread that derived stopped before its end');
}
