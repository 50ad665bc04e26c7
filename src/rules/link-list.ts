/** Shares -> links: who shared a page, how often, under which question. */
import { groupBy } from '../group-by.ts';
import type { LinkOrder, LinkVerdict, LinkView, Marks, PageCopy } from '../views.ts';
import { cleanUrl } from './canonical-url.ts';
import { isShortened } from './shorteners.ts';

/** One page shared by one tweet. */
export interface SharedLink {
  readonly canonical: string;
  readonly host: string;
  /** As it was shared. */
  readonly url: string;
  /** The address a short one led to; null when nobody followed one. */
  readonly pageUrl: string | null;
  readonly title: string | null;
  readonly key: string;
  readonly author: string | null;
  readonly createdAt: number;
  /** The chat week: `2016-W15`. */
  readonly week: string;
  readonly session: string | null;
  readonly question: number | null;
}

/** What is known of a page beyond who shared it, by canonical address. */
export interface LinkFacts {
  /** The chat weeks before this one in which it was shared already, oldest first; of more than `most` so many and the last. */
  readonly before: (canonical: string, week: string, most?: number) => readonly string[];
  readonly verdict: (canonical: string) => LinkVerdict | null;
  readonly copy: (canonical: string) => PageCopy | null;
  readonly marks: (canonical: string) => Marks;
}

/** So many weeks are shown one by one; of more the first and the last. */
export const WEEKS_IN_SHORT = 3;

/** The pages among some shares (oldest first), by people sharing, then by tweets, then oldest first; the first `most` of them. */
export function gatherLinks(shares: readonly SharedLink[], facts: LinkFacts, most = Infinity): LinkView[] {
  const pages = Array.from(groupBy(shares, ({ canonical }) => canonical).values(), pageOf);
  return inOrder(pages, 'people')
    .slice(0, most)
    .map((page) => linkOf(page, facts));
}

/** What decides the place of a link in a list. */
type Placed = Pick<LinkView, 'canonical' | 'host' | 'sharedBy' | 'tweets' | 'firstSharedAt' | 'question'>;

type Compare = (a: Placed, b: Placed) => number;

const ORDERS: Readonly<Record<LinkOrder, Compare>> = {
  people: (a, b) => b.sharedBy.length - a.sharedBy.length || b.tweets - a.tweets || a.firstSharedAt - b.firstSharedAt,
  date: (a, b) => a.firstSharedAt - b.firstSharedAt,
  site: (a, b) => compare(a.host, b.host),
  question: (a, b) => (a.question ?? Infinity) - (b.question ?? Infinity) || 0,
};

/** The links in an order; those that are equal in it by people sharing, and then by address. */
export function inOrder<T extends Placed>(links: readonly T[], order: LinkOrder): T[] {
  return links.toSorted((a, b) => ORDERS[order](a, b) || ORDERS.people(a, b) || compare(a.canonical, b.canonical));
}

interface Page extends Placed {
  readonly first: SharedLink;
  readonly shares: readonly SharedLink[];
}

function pageOf(shares: readonly SharedLink[]): Page {
  const first = shares[0];
  if (first === undefined) throw new Error('a link without shares');
  return {
    first,
    shares,
    canonical: first.canonical,
    host: first.host,
    sharedBy: [...new Map(shares.map(({ author }) => [author?.toLowerCase() ?? null, author])).values()],
    tweets: shares.length,
    firstSharedAt: first.createdAt,
    question: commonest(shares.flatMap(({ question }) => question ?? [])),
  };
}

function linkOf(page: Page, facts: LinkFacts): LinkView {
  const { canonical, host, first, shares, sharedBy, tweets, firstSharedAt, question } = page;
  const spellings = new Set(shares.map(({ url }) => url));
  const { starred, note, tags } = facts.marks(canonical);
  let before: readonly string[] | undefined;
  let beforeInShort: readonly string[] | undefined;
  return {
    url: bestUrl(spellings, first.pageUrl),
    canonical,
    host,
    title: shares.find(({ title }) => title !== null)?.title ?? null,
    sharedBy,
    tweets,
    firstSharedAt,
    firstKey: first.key,
    firstSession: first.session,
    firstQuestion: first.question,
    question,
    spellings: spellings.size,
    weeks: [...new Set(shares.map(({ week }) => week))],
    // A page that is shared every week has hundreds before, and few lists show them.
    get before() {
      return (before ??= facts.before(canonical, first.week));
    },
    get beforeInShort() {
      return (beforeInShort ??= facts.before(canonical, first.week, WEEKS_IN_SHORT));
    },
    verdict: facts.verdict(canonical),
    copy: facts.copy(canonical),
    starred,
    note,
    tags,
  };
}

/**
 * The address to click, of those a page was shared under and the one that short ones led to: no short one when there is
 * another, https over http, then the shortest spelling without tracking parameters.
 */
export function bestUrl(urls: Iterable<string>, pageUrl: string | null): string {
  const met = new Set(urls);
  if (pageUrl !== null) met.add(pageUrl);
  const all = [...new Set(Array.from(met, cleanUrl))];
  if (all.length === 1) return all[0] ?? '';
  const whole = all.filter((url) => !isShortened(url));
  const [best = ''] = (whole.length > 0 ? whole : all).toSorted(
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
