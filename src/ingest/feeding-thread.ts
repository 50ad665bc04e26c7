/** The thread that puts together what the full-text indexes hold of tweets, while the main one writes it. It only reads. */
import { workerData } from 'node:worker_threads';
import { openToReadThrough } from '../store/open.ts';
import { chunkReader } from '../store/search-index.ts';
import { AHEAD, packedChunk } from './packed-chunk.ts';
import { inThread, pacer, say, type ThreadData } from './thread.ts';

void inThread(async () => {
  const db = openToReadThrough((workerData as ThreadData<string>).order);
  const next = chunkReader(db);
  const paced = pacer(AHEAD);
  for (let chunk = next(); chunk !== null; chunk = next()) {
    say(packedChunk(chunk));
    await paced();
  }
  db.close();
});
