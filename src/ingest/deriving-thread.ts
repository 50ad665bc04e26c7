/** The thread that derives chat weeks of an archive, while the main one derives others and writes. It only reads. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StaleWeek } from '../store/sessions.ts';
import { openToReadThrough } from '../store/open.ts';
import { weekDeriver } from './derive-week.ts';
import { inThread, say, type ThreadData } from './thread.ts';

// It runs until it is stopped.
void inThread(async () => {
  const derive = weekDeriver(openToReadThrough((workerData as ThreadData<string>).order));
  await new Promise<void>((_resolve, reject) => {
    parentPort?.on('message', (week: StaleWeek) => {
      try {
        say(derive(week));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
});
