/** Making the derived parts of tweets again: index columns and links. */
import type { Database } from 'better-sqlite3';
import { searchText } from '../normalise/search-text.ts';
import type { Steps } from '../steps.ts';
import { eachTweet } from './each-tweet.ts';
import { linkWriter } from './links.ts';

/** Tweets that are done between two pauses. */
const STEP = 2000;

/** Fills the index columns and the shares of every tweet again, in steps. Call it in a transaction. */
export function* rebuildingColumns(db: Database): Steps {
  db.exec('DELETE FROM shares; DELETE FROM links');
  const update = db.prepare('UPDATE tweets SET search_text = ?, search_tags = ?, search_words = ? WHERE n = ?');
  const writeLinks = linkWriter(db);
  let done = 0;
  for (const { n, tweet } of eachTweet(db)) {
    const { text, tags, words } = searchText(tweet);
    update.run(text, tags, words, n);
    writeLinks.set(n, tweet.links);
    done += 1;
    if (done % STEP === 0) yield;
  }
}

/** The tweets of the archive that were exported themselves. */
export function countTweets(db: Database): number {
  return db.prepare<[], { tweets: number }>('SELECT count(*) AS tweets FROM tweets WHERE context = 0 AND twin IS NULL').get()?.tweets ?? 0;
}
