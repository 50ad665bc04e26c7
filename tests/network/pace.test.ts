import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Done, type Pace, visitAll } from '../../src/network/pace.ts';
import { network, webServer } from './servers.ts';
import { runs } from '../runs.ts';

const hostOf = (item: string) => item.split('/')[0] ?? '';
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

async function taken<T, R>(done: AsyncIterable<Done<T, R>>): Promise<T[]> {
  const items: T[] = [];
  for await (const { item } of done) items.push(item);
  return items;
}

test('every item is visited once, never more at once than allowed, in all and on a host', async () => {
  const settings = {
    items: fc.array(
      fc.constantFrom('a', 'b', 'c', 'd').chain((host) => fc.nat(9).map((n) => `${host}/${n}`)),
      { maxLength: 40 },
    ),
    concurrency: fc.integer({ min: 1, max: 8 }),
    perHost: fc.integer({ min: 1, max: 4 }),
    gapMs: fc.constantFrom(0, 1),
  };
  await fc.assert(
    fc.asyncProperty(fc.record(settings), async ({ items, ...pace }) => {
      const active = new Map<string, number>();
      const most = { all: 0, host: 0 };
      const work = async (item: string) => {
        active.set(hostOf(item), (active.get(hostOf(item)) ?? 0) + 1);
        most.all = Math.max(
          most.all,
          [...active.values()].reduce((sum, count) => sum + count, 0),
        );
        most.host = Math.max(most.host, ...active.values());
        await sleep(items.length % 3);
        active.set(hostOf(item), (active.get(hostOf(item)) ?? 0) - 1);
      };
      const done = await taken(visitAll(items, { hostOf, ...pace }, work));
      expect(done.toSorted()).toEqual(items.toSorted());
      expect(most.all).toBeLessThanOrEqual(pace.concurrency);
      expect(most.host).toBeLessThanOrEqual(pace.perHost);
    }),
    { numRuns: runs(40) },
  );
});

test('a server is never asked for more at once than it should be, by its own account', async () => {
  const busy = { now: 0, most: 0 };
  const server = await webServer((_, response) => {
    busy.most = Math.max(busy.most, ++busy.now);
    setTimeout(() => {
      busy.now--;
      response.end();
    }, 10);
  });
  const { visit } = network();
  const pace: Pace<string> = { hostOf: (url) => new URL(url).host, concurrency: 8, perHost: 3, gapMs: 1 };
  const urls = times(30, (at) => `${server}/${at}`);
  const visited = visitAll(urls, pace, (url, signal) => visit(url, { signal }));
  expect((await taken(visited)).toSorted()).toEqual(urls.toSorted());
  expect(busy.most).toBe(3);
});

test('a host is left alone for the gap after each start, however free it is, and the others go on', async () => {
  const begun: string[] = [];
  const walk = visitAll(['a/1', 'a/2', 'b/1', 'c/1'], { hostOf, gapMs: 60_000 }, (item) => Promise.resolve(begun.push(item)));
  for (let results = 0; results < 3; results++) await walk.next();
  await sleep(20);
  expect(begun).toEqual(['a/1', 'b/1', 'c/1']);
  await walk.return(undefined);
});

test('a host with most of the items keeps nobody else waiting', async () => {
  const items = [...times(200, (at) => `t.co/${at}`), ...times(20, (at) => `school${at}.example/page`)];
  const done = await taken(visitAll(items, { hostOf, concurrency: 4, perHost: 4, gapMs: 0 }, () => sleep(1)));
  const lastOfOthers = done.findLastIndex((item) => !item.startsWith('t.co'));
  expect(lastOfOthers).toBeLessThan(60);
});

test('results come as they are done, and not in the order of the list', async () => {
  const done = await taken(visitAll(['slow/1', 'quick/1'], { hostOf }, (item) => sleep(item === 'slow/1' ? 50 : 1)));
  expect(done).toEqual(['quick/1', 'slow/1']);
});

test('while nobody takes results, no more is begun than runs at once', async () => {
  let begun = 0;
  const walk = visitAll(times(50, String), { hostOf: (item) => item, concurrency: 4, gapMs: 0 }, () => Promise.resolve(begun++));
  await walk.next();
  await sleep(20);
  expect(begun).toBeLessThanOrEqual(5);
  expect(await taken(walk)).toHaveLength(49);
});

test('nothing is said on the terminal, however many listen for the end', async () => {
  const warnings: Error[] = [];
  const collect = (warning: Error) => warnings.push(warning);
  process.on('warning', collect);
  const listening = async (_: string, signal: AbortSignal) => {
    const end = () => {};
    signal.addEventListener('abort', end);
    await sleep(10);
    signal.removeEventListener('abort', end);
  };
  await taken(visitAll(times(40, String), { hostOf: (item) => item, concurrency: 20, gapMs: 0 }, listening));
  process.off('warning', collect);
  expect(warnings).toEqual([]);
});

test('a hundred thousand items on one host or on as many are worked through', async () => {
  const items = times(100_000, String);
  for (const hosts of [() => 't.co', (item: string) => item]) {
    const done = await taken(visitAll(items, { hostOf: hosts, gapMs: 0 }, () => Promise.resolve()));
    expect(done).toHaveLength(items.length);
  }
});

test('nothing at all is done at once', async () => {
  expect(await taken(visitAll([], { hostOf }, () => Promise.resolve()))).toEqual([]);
});

test('called off, it begins nothing more and tells what is finished; what does not finish is left out', async () => {
  const stop = new AbortController();
  const begun: string[] = [];
  const left: string[] = [];
  const work = async (item: string, signal: AbortSignal) => {
    begun.push(item);
    if (begun.length === 3) stop.abort();
    if (item !== 'c/1') return sleep(10);
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        left.push(item);
        reject(new Error('left'));
      });
    });
  };
  const walk = visitAll(['a/1', 'b/1', 'c/1', 'd/1', 'e/1'], { hostOf, signal: stop.signal, concurrency: 3 }, work);
  expect(await taken(walk)).toEqual(['a/1', 'b/1']);
  expect(begun).toEqual(['a/1', 'b/1', 'c/1']);
  expect(left).toEqual(['c/1']);
});

test('called off beforehand, it begins nothing', async () => {
  let begun = 0;
  const walk = visitAll(['a/1'], { hostOf, signal: AbortSignal.abort() }, () => Promise.resolve(begun++));
  expect(await taken(walk)).toEqual([]);
  expect(begun).toBe(0);
});

test('who stops taking results calls off what is under way, and a bug in the work ends it all', async () => {
  const left: string[] = [];
  const untilLeft = (item: string, signal: AbortSignal) =>
    new Promise<void>((_, reject) => {
      signal.addEventListener('abort', () => {
        left.push(item);
        reject(new Error('left'));
      });
    });
  const work = (item: string, signal: AbortSignal) => (item === 'a/1' ? Promise.resolve() : untilLeft(item, signal));
  for await (const _ of visitAll(['a/1', 'b/1', 'c/1'], { hostOf }, work)) break;
  expect(left).toEqual(['b/1', 'c/1']);
  const broken = visitAll(['a/1', 'b/1'], { hostOf }, (item, signal) =>
    item === 'a/1' ? Promise.reject(new Error('a bug')) : untilLeft(item, signal),
  );
  await expect(taken(broken)).rejects.toThrow('a bug');
  expect(left).toEqual(['b/1', 'c/1', 'b/1']);
});

test('what asks nothing of its host needs no rest behind it', async () => {
  const items = times(200, (n) => `a/${n}`);
  const begun = Date.now();
  const pace = { hostOf: () => 'a', gapMs: 5000, isIdle: (item: string) => item !== 'a/0' };
  const done = await taken(visitAll(items.slice(1), pace, () => Promise.resolve()));
  expect(done).toHaveLength(199);
  expect(Date.now() - begun).toBeLessThan(4000);
});
