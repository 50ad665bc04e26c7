import { expect, test } from 'vitest';
import { chatMonday } from '../../src/calendar.ts';
import { deriveStale } from '../../src/ingest/derive-stale.ts';
import { saveChat } from '../../src/store/chats.ts';
import { type Database, openInMemory } from '../../src/store/open.ts';
import { tweetWriter } from '../../src/store/tweets.ts';
import type { Tweet } from '../../src/tweet.ts';
import { evening, gardenchat, plainSession } from '../derive/chats.ts';

/** A session that states no topic of its own, and announces one. */
function silent(date: string, next: string): Tweet[] {
  const [, ...rest] = plainSession(date);
  const unannounced = rest.filter(({ text }) => !/roots/.test(text));
  return [...unannounced, ...evening(date, [[58, 'rowan', `Our next chat is about ${next}`]], '20:01')];
}

const WEEKS = [
  silent('2016-04-03', 'winter herbs'),
  silent('2016-04-10', 'slugs and snails'),
  plainSession('2016-04-17'),
  silent('2016-05-01', 'hedges'),
];

function importWeeks(db: Database, weeks: readonly (readonly Tweet[])[]): void {
  const write = tweetWriter(db);
  for (const tweets of weeks) {
    for (const tweet of tweets) {
      const { n } = write(tweet, 1);
      db.prepare('INSERT INTO chat_tweets (chat, n) VALUES (?, ?) ON CONFLICT DO NOTHING').run(gardenchat.name, n);
    }
    markStale(db, tweets);
    deriveStale(db);
  }
}

function markStale(db: Database, tweets: readonly Tweet[]): void {
  const stale = db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const { createdAt } of tweets) stale.run(gardenchat.name, chatMonday(createdAt, gardenchat.zone));
}

const topics = (db: Database) =>
  db
    .prepare<[], { topic: string }>("SELECT topic_source || ' ' || topic AS topic FROM sessions ORDER BY session")
    .all()
    .map(({ topic }) => topic);

function gardenArchive(): Database {
  const db = openInMemory();
  saveChat(db, gardenchat);
  return db;
}

test.each([
  ['oldest first', [0, 1, 2, 3]],
  ['newest first', [3, 2, 1, 0]],
  ['in no order', [2, 0, 3, 1]],
])('an announced topic stands in the next session that states none, imported %s', (_name, order) => {
  const db = gardenArchive();
  importWeeks(
    db,
    order.map((index) => WEEKS[index] ?? []),
  );
  const found = topics(db);
  expect(found[0]).toMatch(/^derived /);
  expect(found.slice(1, 3)).toEqual(['stated winter herbs', 'stated school vegetable gardens']);
  expect(found[3]).toMatch(/^derived /);
  markStale(db, WEEKS.flat());
  deriveStale(db);
  expect(topics(db)).toEqual(found);
});

test('without its announcement the topic is derived again', () => {
  const db = gardenArchive();
  importWeeks(db, WEEKS.slice(0, 2));
  db.prepare("DELETE FROM chat_tweets WHERE n IN (SELECT n FROM tweets WHERE text LIKE '%winter herbs%')").run();
  markStale(db, WEEKS[0] ?? []);
  deriveStale(db);
  expect(topics(db)[1]).toMatch(/^derived /);
});
