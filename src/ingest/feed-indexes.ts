/** Feeds the full-text indexes in two threads: one reads and puts together what they hold of tweets, this one writes it. */
import { pauseFor, stepByStep } from '../steps.ts';
import type { Database } from '../store/open.ts';
import { BATCH, chunkFeeder, countStaleRows, feedingIndexes, type IndexProgress } from '../store/search-index.ts';
import { beginInTurn } from '../store/turns.ts';
import { type PackedChunk, unpackedChunk } from './packed-chunk.ts';
import { startThread, threadsHelp, unlessTooLarge } from './thread.ts';

const FEEDING = 'feeding-thread.js';
/** Fewer rows are fed sooner than a thread starts. */
const MANY = 20_000;
/** Megabytes, ten times what usual tweets need: V8 lets what it may keep grow in proportion. */
const MOST_MEMORY = 64;

/** Feeds the rows that wait, a transaction for each batch of them; a signal is heard in between. */
export async function feedMuch(db: Database, progress?: IndexProgress, signal?: AbortSignal): Promise<void> {
  if (threadsHelp(db) && countStaleRows(db) >= MANY) await feedFromThread(db, progress, signal).catch(unlessTooLarge);
  await stepByStep(feedingIndexes(db, progress), signal);
}

// Leaves the rest of the rows when another process has written: what the thread has read may not hold any more.
async function feedFromThread(db: Database, progress: IndexProgress = () => {}, signal?: AbortSignal): Promise<void> {
  const all = countStaleRows(db);
  const version = () => db.pragma('data_version', { simple: true });
  const before = version();
  const thread = startThread<PackedChunk>({ program: FEEDING, order: db.name }, MOST_MEMORY);
  const feed = chunkFeeder(db);
  let [done, inBatch] = [0, 0];
  const end = () => {
    db.exec('COMMIT');
    done += inBatch;
    inBatch = 0;
    progress(done, all);
  };
  try {
    for await (const packed of thread.messages) {
      if (!db.inTransaction) await beginInTurn(db, { signal });
      if (version() !== before) break;
      thread.say('taken');
      const chunk = unpackedChunk(packed);
      feed(chunk);
      inBatch += chunk.rows;
      if (inBatch >= BATCH) end();
      await pauseFor(signal);
    }
    if (inBatch > 0) end();
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    await thread.stop();
  }
}
