import { describe, expect, test } from 'vitest';
import { readHead } from '../../src/importers/head.ts';
import { pageKind } from '../../src/importers/page-kind.ts';
import { headOf } from '../../src/ingest/streams.ts';

const EMBED = '<blockquote class="twitter-tweet"><p>Owls</p><a href="https://twitter.com/owl/status/721866375986941953">x</a></blockquote>';
const THREAD = '<div id="tweet_1" data-screenname="owl" data-tweet="721866375986941953" class="content-tweet">Owls</div>';
const LEGACY = '<div class="tweet js-stream-tweet" data-tweet-id="721866375986941953" data-screen-name="owl" data-name="Owl <3"></div>';

function kindOf(page: string): string | null {
  return pageKind(readHead(new TextEncoder().encode(`<html><body>${page}</body></html>`), true));
}

describe('a page', () => {
  test.each([
    ['that quotes tweets as blogs do', `<p>x</p>${EMBED}`, 'twitter-tweet-embed-html'],
    ['without quotes around its attributes', EMBED.replaceAll(/"([^"]*)"/g, '$1'), 'twitter-tweet-embed-html'],
    ['of a thread with a quote in it', `${EMBED}${THREAD}`, 'threadreader-html'],
    ['of Twitter with a quote in it', `${EMBED}${LEGACY}`, 'twitter-web-legacy-html'],
    ['that has frames only', '<iframe data-tweet-id="721866375986941953"></iframe>', 'twitter-tweet-embed-html'],
    ['that names tweets in a script', `<script>let x = '${EMBED}';</script>`, null],
    ['that names tweets in a comment', `<!-- ${LEGACY} -->`, null],
    ['that leads to tweets', '<a href="https://twitter.com/owl/status/721866375986941953">x</a>', null],
    ['with a quote that names no tweet', '<blockquote class="twitter-tweet"><p>Owls</p></blockquote>', null],
    [
      'with a link to a tweet in another quote',
      `<blockquote class="twitter-tweet"></blockquote>${EMBED.replace('twitter-tweet', 'x')}`,
      null,
    ],
  ])('%s', (_, page, kind) => {
    expect(kindOf(page)).toBe(kind);
  });
});

test('a page is known by what comes behind megabytes of styles', async () => {
  const page = new TextEncoder().encode(
    `<!DOCTYPE html><html><style>${'.a{color:red}'.repeat(100_000)}</style><body>${LEGACY}</body></html>`,
  );
  const head = await headOf(async (count) => ({ bytes: page.subarray(0, count), whole: page.length <= count }));
  expect(pageKind(head)).toBe('twitter-web-legacy-html');
});

test('of any other file only the beginning is read', async () => {
  const asked: number[] = [];
  await headOf(async (count) => {
    asked.push(count);
    return { bytes: new TextEncoder().encode('a,b\n'.repeat(10)), whole: false };
  });
  expect(asked).toHaveLength(1);
});
