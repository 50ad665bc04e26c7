/** Shares -> links: who shared a page, how often, under which question. */
import { groupBy } from '../group-by.ts';
import { cleanUrl } from './canonical-url.ts';
import type { LinkView } from '../views.ts';

/** One page shared by one tweet. */
export interface SharedLink {
  readonly canonical: string;
  readonly host: string;
  readonly url: string;
  readonly title: string | null;
  readonly key: string;
  readonly author: string | null;
  readonly createdAt: number;
  readonly question: number | null;
}

/** The pages among some shares (oldest first), by people sharing, then by tweets, then oldest first. */
export function gatherLinks(shares: readonly SharedLink[]): LinkView[] {
  const pages = groupBy(shares, ({ canonical }) => canonical);
  return Array.from(pages.values(), linkOf).toSorted(
    (a, b) =>
      b.sharedBy.length - a.sharedBy.length ||
      b.tweets - a.tweets ||
      a.firstSharedAt - b.firstSharedAt ||
      compare(a.canonical, b.canonical),
  );
}

function linkOf(shares: readonly SharedLink[]): LinkView {
  const first = shares[0];
  if (first === undefined) throw new Error('a link without shares');
  return {
    url: bestUrl(shares.map(({ url }) => url)),
    canonical: first.canonical,
    host: first.host,
    title: shares.find(({ title }) => title !== null)?.title ?? null,
    sharedBy: [...new Map(shares.map(({ author }) => [author?.toLowerCase() ?? null, author])).values()],
    tweets: shares.length,
    firstSharedAt: first.createdAt,
    firstKey: first.key,
    question: commonest(shares.flatMap(({ question }) => question ?? [])),
    spellings: new Set(shares.map(({ url }) => url)).size,
    before: [],
    verdict: null,
    starred: false,
    note: null,
    tags: [],
  };
}

// The address to click: https over http, then the shortest spelling without tracking parameters.
function bestUrl(urls: readonly string[]): string {
  const [best = ''] = [...new Set(urls.map(cleanUrl))].toSorted(
    (a, b) => Number(b.startsWith('https:')) - Number(a.startsWith('https:')) || a.length - b.length || compare(a, b),
  );
  return best;
}

function commonest(numbers: readonly number[]): number | null {
  const [first] = [...groupBy(numbers, (number) => number)].toSorted(([a, one], [b, other]) => other.length - one.length || a - b);
  return first?.[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
