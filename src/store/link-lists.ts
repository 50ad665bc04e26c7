/** Lists of links: which are wanted, and under which headings. */
import type { Database } from 'better-sqlite3';
import { weekRange } from '../calendar.ts';
import { groupsOfLinks, type HeadingFacts, type ListRules, weeksOfLinks } from '../rules/link-groups.ts';
import type { SharedLink } from '../rules/link-list.ts';
import type { LinkGroup, LinkGrouping, LinkOrder, LinkView, LinkWeek } from '../views.ts';
import { linkFacts } from './link-facts.ts';
import { listShares, type ShareFilter } from './link-shares.ts';
import type { Scope } from './scope.ts';
import { questionRows } from './questions.ts';
import { firstSessionFinder } from './session-views.ts';

/** Which links a list holds; what is false or null is not asked. */
export interface LinkFilter extends Omit<ShareFilter, 'spanDays'> {
  /** Shared in three or more different weeks, those before the time asked for included. */
  readonly evergreen: boolean;
  /** In no week before. */
  readonly isNew: boolean;
  readonly dead: boolean;
  readonly starred: boolean;
  readonly tag: string | null;
}

const EVERGREEN_WEEKS = 3;
// In three weeks means: more than a week from the first to the last.
const EVERGREEN_DAYS = 7;

/** The links of a scope by chat week of the chat's own zone, newest week first, each under its session's topic. */
export function linkWeeks(db: Database, scope: Scope, filter: LinkFilter, order: LinkOrder): LinkWeek[] {
  return weeksOfLinks(sharesOf(db, scope, filter), rulesOf(db, scope, filter, order), { week: weekFacts(db, scope) });
}

/**
 * The links of a scope as rows: one for each page and week, or, where the list is not divided by weeks, one for each page, in the
 * week it was first shared in.
 */
export function linkRows(db: Database, scope: Scope, by: LinkGrouping, filter: LinkFilter, order: LinkOrder): LinkWeek[] {
  if (by !== 'none' && by !== 'site') return linkWeeks(db, scope, filter, order);
  const facts = weekFacts(db, scope);
  const links = linkGroups(db, scope, by, filter, order).flatMap((group) => group.links);
  return links.map((link) => {
    const week = link.weeks[0] ?? '';
    return { week, ...facts(week), links: [link] };
  });
}

/** The links of a scope under headings. */
export function linkGroups(db: Database, scope: Scope, by: LinkGrouping, filter: LinkFilter, order: LinkOrder): readonly LinkGroup[] {
  const headings: HeadingFacts = { week: weekFacts(db, scope), question: by === 'question' ? questionFacts(db, scope) : () => '' };
  return groupsOfLinks(sharesOf(db, scope, filter), by, rulesOf(db, scope, filter, order), headings);
}

function sharesOf(db: Database, scope: Scope, filter: LinkFilter): SharedLink[] {
  return listShares(db, scope, { ...filter, spanDays: filter.evergreen ? EVERGREEN_DAYS : null });
}

function rulesOf(db: Database, { chat }: Scope, filter: LinkFilter, order: LinkOrder): ListRules {
  const isWanted = (link: LinkView) =>
    !(filter.evergreen && weeksIn(link) < EVERGREEN_WEEKS) &&
    !(filter.isNew && link.beforeInShort.length > 0) &&
    !(filter.dead && link.verdict?.state !== 'dead') &&
    !(filter.starred && !link.starred) &&
    (filter.tag === null || link.tags.includes(filter.tag));
  return { facts: linkFacts(db, chat), wanted: isWanted, order };
}

// No fewer than are asked for, and those are few.
function weeksIn({ weeks, beforeInShort }: LinkView): number {
  return new Set([...weeks, ...beforeInShort]).size;
}

// The first session of a week stands for it; a scope that cuts through a week still shows its topic.
function weekFacts(db: Database, scope: Scope): HeadingFacts['week'] {
  const first = firstSessionFinder(db, scope.chat.name);
  const known = new Map<string, ReturnType<HeadingFacts['week']>>();
  return (week) => {
    let facts = known.get(week);
    if (facts === undefined) {
      const session = first(weekRange(week));
      known.set(week, (facts = { session: session?.session ?? null, topic: session?.topic ?? null }));
    }
    return facts;
  };
}

function questionFacts(db: Database, { chat }: Scope): HeadingFacts['question'] {
  const texts = new Map(
    questionRows(db, chat.name, null)
      .toReversed()
      .map(({ session, number, text }) => [`${session} ${number}`, text]),
  );
  return (session, number) => texts.get(`${session} ${number}`) ?? '';
}
