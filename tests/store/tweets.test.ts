import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginImport } from '../../src/store/imports.ts';
import { type Database, openInMemory } from '../../src/store/open.ts';
import { getTweet, tweetWriter } from '../../src/store/tweets.ts';
import { atOnce } from '../../src/steps.ts';
import { rebuildingColumns } from '../../src/store/rebuild.ts';
import { feedIndexes, forgetIndexes, INDEXES } from '../../src/store/search-index.ts';
import { normalise } from '../../src/normalise/tweet.ts';
import type { RawTweet, Tweet } from '../../src/tweet.ts';
import { raw } from '../normalise/tweets.ts';
import { runs } from '../runs.ts';

let db: Database;
let imports = 0;

beforeEach(() => {
  db = openInMemory();
});

function clean(fields: Partial<RawTweet>): Tweet {
  const result = normalise(raw(fields));
  if ('reason' in result) throw new Error(result.reason);
  return result.tweet;
}

function newImport(database = db): number {
  imports += 1;
  return beginImport(database, { batch: imports, path: 'x', format: 'x', chat: null, at: 0 });
}

function integrity(database: Database): void {
  feedIndexes(database);
  for (const index of INDEXES) {
    database.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
    const indexed = database.prepare(`SELECT id FROM ${index}_docsize ORDER BY id`).pluck().safeIntegers().all();
    expect(indexed).toEqual(
      database.prepare('SELECT n FROM tweets WHERE context = 0 AND twin IS NULL ORDER BY n').pluck().safeIntegers().all(),
    );
  }
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
}

/** All that an archive says, without what only the order of imports decides. */
function contents(database: Database): unknown {
  feedIndexes(database);
  const rows = (sql: string) => database.prepare(sql).safeIntegers().all();
  return {
    tweets: rows('SELECT * FROM tweets ORDER BY n'),
    shares: rows('SELECT s.n, l.canonical, s.url, s.title FROM shares s JOIN links l USING (link) ORDER BY s.n, l.canonical'),
    hits: INDEXES.map((index) => rows(`SELECT rowid FROM ${index} WHERE ${index} MATCH 'yours OR cut' ORDER BY rowid`)),
  };
}

describe('a tweet is one row, however many exports carry it', () => {
  test('the first is added, the same again is unchanged, a longer one updates', () => {
    const write = tweetWriter(db);
    const cut = clean({ text: 'What made it…', truncated: true });
    const whole = clean({ text: 'What made it yours? #iaedchat' });
    const outcomes = [cut, cut, whole, cut, whole].map((tweet) => write(tweet, newImport()).outcome);
    expect(outcomes).toEqual(['added', 'unchanged', 'updated', 'unchanged', 'unchanged']);
    expect(getTweet(db, whole.key)?.text).toBe('What made it yours? #iaedchat');
    integrity(db);
  });

  test('one that came along first counts as added when it is exported', () => {
    const write = tweetWriter(db);
    const tweet = clean({});
    const outcomes = [{ ...tweet, context: true }, tweet, { ...tweet, context: true }].map((one) => write(one, newImport()).outcome);
    expect(outcomes).toEqual(['context', 'added', 'context']);
    expect(getTweet(db, tweet.key)?.context).toBe(false);
  });

  test('the words of a text that was replaced are no longer found', () => {
    const write = tweetWriter(db);
    write(clean({ text: 'alpha…', truncated: true }), newImport());
    feedIndexes(db);
    write(clean({ text: 'beta gamma' }), newImport());
    feedIndexes(db);
    const found = (word: string) => db.prepare('SELECT count(*) FROM plain WHERE plain MATCH ?').pluck().get(word);
    expect([found('alpha'), found('beta')]).toEqual([0, 1]);
    integrity(db);
  });

  test('references to tweets of 19 digits come back exactly', () => {
    const write = tweetWriter(db);
    write(clean({ id: '1582825767519809537', replyTo: { id: '1582825767519809536', author: 'x' } }), newImport());
    expect(getTweet(db, '1582825767519809537')?.replyTo).toBe('1582825767519809536');
  });
});

describe('a tweet without an id', () => {
  const stated = 'Mon Apr 18 00:07:10 +0000 2016';
  const without = () => clean({ id: null, createdAt: stated, text: 'What made it yours?' });
  const withId = () => clean({ text: 'What made it yours? https://t.co/abcdef' });

  test.each([
    ['comes first', [without, withId]],
    ['comes last', [withId, without]],
  ])('finds its twin with an id when it %s', (_name, order) => {
    const write = tweetWriter(db);
    for (const make of order) write(make(), newImport());
    expect(db.prepare('SELECT count(*) FROM tweets WHERE twin IS NULL').pluck().get()).toBe(1);
    expect(getTweet(db, '721852617572552704')).toMatchObject({ createdAt: 1460938050059, text: 'What made it yours? https://t.co/abcdef' });
    integrity(db);
  });

  test('of another author is another tweet', () => {
    const write = tweetWriter(db);
    write(without(), newImport());
    write(clean({ id: null, createdAt: stated, text: 'What made it yours?', author: 'someone_else_2' }), newImport());
    expect(db.prepare('SELECT count(*) FROM tweets').pluck().get()).toBe(2);
  });
});

test('any order of imports gives the same archive', () => {
  const fields: fc.Arbitrary<Partial<RawTweet>> = fc.record({
    id: fc.constantFrom('721852617572552704', '721852617572552705', '1001192579'),
    createdAt: fc.constant('Mon Apr 18 00:07:30 +0000 2016'),
    author: fc.constantFrom('Ms_Alder_q4', 'ms_alder_q4'),
    text: fc.constantFrom('yours', 'cut…', 'yours https://t.co/a', 'RT @x: yours'),
    truncated: fc.boolean(),
    links: fc.constantFrom([], [{ short: 'https://t.co/a', url: 'https://example.org/a' }]),
    counts: fc.constantFrom({}, { likes: 2 }, { likes: 3, retweets: 1 }),
  });
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (list, stream) => {
      const archive = (order: readonly Partial<RawTweet>[]) => {
        const own = openInMemory();
        const write = tweetWriter(own);
        for (const one of order) write(clean(one), newImport(own));
        integrity(own);
        return contents(own);
      };
      const shuffled = list
        .map((one) => ({ one, at: stream.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(archive(shuffled)).toEqual(archive(list));
    }),
    { numRuns: runs(60) },
  );
});

test('building the derived columns and the index again changes nothing', () => {
  const write = tweetWriter(db);
  write(
    clean({ text: 'yours https://t.co/a #GrowthMindset', links: [{ short: 'https://t.co/a', url: 'https://www.example.org/plan' }] }),
    newImport(),
  );
  const before = contents(db);
  atOnce(rebuildingColumns(db));
  forgetIndexes(db);
  expect(contents(db)).toEqual(before);
  integrity(db);
});

test('what each import said is kept as far as the row does not say it', () => {
  const write = tweetWriter(db);
  const [first, second, third] = [newImport(), newImport(), newImport()];
  write(clean({ text: 'What made it…', truncated: true }), first);
  write(clean({ text: 'What made it yours?' }), second);
  write(clean({ text: 'What made it yours?', counts: { likes: 3 } }), third);
  const said = (id: number) => db.prepare('SELECT said FROM contributions WHERE import = ?').pluck().get(id);
  expect(JSON.parse(String(said(first)))).toMatchObject({ text: 'What made it…', truncated: true });
  expect(JSON.parse(String(said(second)))).toMatchObject({ text: 'What made it yours?', likes: null });
  expect(said(third)).toBeNull();
});
