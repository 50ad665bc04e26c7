/** Shares -> links under headings. */
import { groupBy } from '../group-by.ts';
import type { LinkGroup, LinkGrouping, LinkHeading, LinkOrder, LinkView, LinkWeek } from '../views.ts';
import { gatherLinks, inOrder, type LinkFacts, type SharedLink } from './link-list.ts';

/** What a list is to hold of the links, and in which order. */
export interface ListRules {
  readonly facts: LinkFacts;
  readonly wanted: (link: LinkView) => boolean;
  readonly order: LinkOrder;
}

/** What headings say of weeks and questions. */
export interface HeadingFacts {
  readonly week: (week: string) => Pick<LinkWeek, 'session' | 'topic'>;
  /** The words of a session's question; empty where no tweet holds them. */
  readonly question: (session: string, number: number) => string;
}

/** The links among some shares (oldest first) by chat week, newest week first. Weeks without any are left out. */
export function weeksOfLinks(shares: readonly SharedLink[], rules: ListRules, headings: Pick<HeadingFacts, 'week'>): LinkWeek[] {
  return [...groupBy(shares, ({ week }) => week)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([week, own]) => ({ week, ...headings.week(week), links: listed(own, rules) }))
    .filter(({ links }) => links.length > 0);
}

/** The links among some shares (oldest first) under headings. Groups without a link are left out, but for the week above questions. */
export function groupsOfLinks(
  shares: readonly SharedLink[],
  by: LinkGrouping,
  rules: ListRules,
  headings: HeadingFacts,
): readonly LinkGroup[] {
  switch (by) {
    case 'none':
      return filled([{ heading: { by }, links: listed(shares, rules) }]);
    case 'site':
      return filled(
        groups(
          shares,
          ({ host }) => host,
          (host) => ({ by, host }),
          rules,
        ).toSorted((a, b) => b.links.length - a.links.length || compare(hostOf(a), hostOf(b))),
      );
    case 'topic':
      return filled(
        groups(
          shares,
          ({ week }) => headings.week(week).topic?.text ?? '',
          (topic) => ({ by, topic: topic || null }),
          rules,
        ).toSorted((a, b) => compare(topicOf(a), topicOf(b))),
      );
    case 'week':
      return weeksOfLinks(shares, rules, headings).map(({ links, ...week }) => ({ heading: { by, ...week }, links }));
    case 'question':
      return weeksOfLinks(shares, rules, headings).flatMap(({ links: _all, ...week }) => [
        { heading: { by: 'week' as const, ...week }, links: [] },
        ...filled(
          questionGroups(
            shares.filter((share) => share.week === week.week),
            rules,
            headings,
          ),
        ),
      ]);
  }
}

function questionGroups(shares: readonly SharedLink[], rules: ListRules, headings: HeadingFacts): LinkGroup[] {
  // A page stands once in a week, under the question of most of its sharers.
  const under = groupBy(listed(shares, rules), ({ question }) => question);
  return [...under]
    .toSorted(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([number, links]) => {
      const session = shares.find((share) => share.question === number)?.session ?? null;
      const text = number === null || session === null ? '' : headings.question(session, number);
      return { heading: { by: 'question', number, text }, links };
    });
}

function groups(
  shares: readonly SharedLink[],
  keyOf: (share: SharedLink) => string,
  headingOf: (key: string) => LinkHeading,
  rules: ListRules,
): LinkGroup[] {
  return Array.from(groupBy(shares, keyOf), ([key, own]) => ({ heading: headingOf(key), links: listed(own, rules) }));
}

function listed(shares: readonly SharedLink[], { facts, wanted, order }: ListRules): LinkView[] {
  return inOrder(gatherLinks(shares, facts).filter(wanted), order);
}

function filled(all: readonly LinkGroup[]): LinkGroup[] {
  return all.filter(({ links }) => links.length > 0);
}

function hostOf({ heading }: LinkGroup): string {
  return heading.by === 'site' ? heading.host : '';
}

// What has no topic comes last.
function topicOf({ heading }: LinkGroup): string {
  return heading.by === 'topic' ? (heading.topic?.toLowerCase() ?? '\uffff') : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
