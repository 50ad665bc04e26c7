import { describe, expect, test } from 'vitest';
import { buildThreads, type ThreadBranch, type ThreadTweet } from '../../src/derive/threads.ts';

const at = (key: string, parent: string | null, createdAt: number) => ({ key, parent, createdAt });
const shape = ({ key, tweet, children }: ThreadBranch<ThreadTweet>): string =>
  `${tweet === null ? `(${key})` : key}${children.length === 0 ? '' : `[${children.map(shape).join(' ')}]`}`;
const shapes = (tweets: readonly ThreadTweet[]) => buildThreads(tweets).map(({ root }) => shape(root));

describe('threads', () => {
  test.each<[string, readonly ThreadTweet[], readonly string[]]>([
    [
      'are trees, parents before children, in time order',
      [at('c', 'a', 3), at('b', 'a', 2), at('a', null, 1), at('d', 'b', 4)],
      ['a[b[d] c]'],
    ],
    ['keep answers to an absent tweet together', [at('b', 'x', 2), at('c', 'x', 3), at('a', null, 1)], ['a', '(x)[b c]']],
    ['survive a circle', [at('a', 'b', 1), at('b', 'a', 2)], ['b[a]']],
    ['survive a tweet that answers itself', [at('a', 'a', 1)], ['a']],
    ['count a tweet once', [at('a', null, 1), at('a', null, 1)], ['a']],
    ['are none without tweets', [], []],
  ])('%s', (_name, tweets, expected) => {
    expect(shapes(tweets)).toEqual(expected);
  });

  test('know their size, depth and beginning', () => {
    const [thread] = buildThreads([at('b', 'x', 2), at('c', 'b', 3)]);
    expect(thread).toMatchObject({ tweets: 2, depth: 3, startsAt: 2 });
  });

  test('may be twenty thousand tweets deep', () => {
    const [thread] = buildThreads(
      Array.from({ length: 20_000 }, (_, index) => at(`t${index}`, index === 0 ? null : `t${index - 1}`, index)),
    );
    expect(thread).toMatchObject({ tweets: 20_000, depth: 20_000 });
  });
});
