/** The pages that look over the whole chat: front, topics, links, sites, people, feed. They are made every time and written when they changed. */
import type { ChatTopic } from '../derive/site-topics.ts';
import { groupBy } from '../group-by.ts';
import { gatherLinks, type LinkFacts, type SharedLink } from '../rules/link-list.ts';
import { atomFeed } from '../render/site/feed.ts';
import { frontPage } from '../render/site/front.ts';
import type { SharedAt } from '../render/site/link-list.ts';
import { ledgerPages, sitePageOf, sitesPage } from '../render/site/links.ts';
import { between, personPath, sessionPath, sitePath, topicPath, tweetAnchor } from '../render/site/paths.ts';
import { peoplePage, personPage, type SitePerson } from '../render/site/people.ts';
import { MARK } from '../render/site/shell.ts';
import { topicPage, topicsPage } from '../render/site/topics.ts';
import { linkFacts } from '../store/link-facts.ts';
import { listShares } from '../store/link-shares.ts';
import type { Database } from '../store/open.ts';
import { wholeScope } from '../store/scope.ts';
import { questionRows } from '../store/questions.ts';
import { countTakers, type Taker, takersOf } from '../store/takers.ts';
import type { LinkView } from '../views.ts';
import type { Building } from './build.ts';
import { localDate } from '../calendar.ts';

const FEED = 20;
const CHART = 10;
const TOPIC_LINKS = 20;

/** On which part of a session's pages a tweet is. */
type PartOf = (session: string, key: string) => number;

/** The pages by path. */
export function* overviewPages(
  db: Database,
  site: Building,
  topics: readonly ChatTopic[],
  partOf: PartOf,
): Generator<readonly [string, string]> {
  const { chat, sessions, look, options } = site;
  const shares = listShares(db, wholeScope(db, chat));
  const facts = linkFacts(db, chat);
  const links = gatherLinks(shares, facts);
  const questions = groupBy(questionRows(db, chat.name, null), ({ session }) => session);
  yield [
    'index.html',
    frontPage(
      {
        sessions,
        tweets: sessions.reduce((sum, { tweets }) => sum + tweets, 0),
        people: countTakers(db, chat.name),
        links: links.length,
        topics: topics
          .filter((topic) => topic.sessions.length > 1)
          .slice(0, CHART)
          .map(topicYears),
      },
      look,
    ),
  ];
  const newest = sessions.slice(-FEED).toReversed();
  const feed = atomFeed(
    newest.map((session) => ({ session, questions: questions.get(session.session) ?? [] })),
    look,
    options.address,
  );
  yield ['feed.xml', feed.replace('?>', `?>\n<!-- ${MARK} -->`)];
  yield* topicPages(topics, questions, { shares, facts }, site);
  yield* linkPages(links, shares, partOf, site);
  if (look.people) yield* peoplePages(takersOf(db, chat.name), partOf, site);
}

function topicYears({ text, sessions }: ChatTopic) {
  const years = new Map<number, number>();
  for (const { session } of sessions.toReversed()) {
    const year = Number(session.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return { topic: text, years };
}

function* topicPages(
  topics: readonly ChatTopic[],
  questions: ReadonlyMap<string, readonly { label: string; text: string; key: string }[]>,
  { shares, facts }: { readonly shares: readonly SharedLink[]; readonly facts: LinkFacts },
  { look }: Building,
): Generator<readonly [string, string]> {
  yield ['topics/index.html', topicsPage(topics, look)];
  const bySession = groupBy(shares, ({ session }) => session);
  for (const { text, sessions } of topics) {
    const links = gatherLinks(
      sessions.toReversed().flatMap(({ session }) => bySession.get(session) ?? []),
      facts,
    ).filter(({ sharedBy }) => sharedBy.length > 1);
    yield [topicPath(text), topicPage({ text, sessions, questions, links: links.slice(0, TOPIC_LINKS) }, look)];
  }
}

function* linkPages(
  links: readonly LinkView[],
  shares: readonly SharedLink[],
  partOf: PartOf,
  { look, chat, sessions }: Building,
): Generator<readonly [string, string]> {
  const sessionOf = new Map(shares.map(({ key, session }) => [key, session]));
  const held = new Set(sessions.map(({ session }) => session));
  const sharedOn =
    (path: string) =>
    ({ firstKey, firstSharedAt }: LinkView): SharedAt | null => {
      const session = sessionOf.get(firstKey) ?? null;
      const words = localDate(firstSharedAt, chat.zone);
      if (session === null || !held.has(session)) return null;
      return { href: `${between(path, sessionPath(session, partOf(session, firstKey)))}#${tweetAnchor(firstKey)}`, words };
    };
  const years = groupBy(links, ({ firstSharedAt }) => localDate(firstSharedAt, chat.zone).slice(0, 4));
  const ledger = ledgerPages(
    [...years].toSorted(([a], [b]) => (a < b ? 1 : -1)),
    links,
    sharedOn,
    look,
  );
  for (const { path, html } of ledger) yield [path, html];
  const hosts = [...groupBy(links, ({ host }) => host)]
    .map(([host, own]) => ({
      host,
      links: own,
      people: new Set(own.flatMap(({ sharedBy }) => sharedBy.map((name) => name?.toLowerCase()))).size,
    }))
    .toSorted((a, b) => b.people - a.people || b.links.length - a.links.length || (a.host < b.host ? -1 : 1));
  yield ['sites/index.html', sitesPage(hosts, look)];
  for (const host of hosts) yield [sitePath(host.host), sitePageOf(host, sharedOn, look)];
}

function* peoplePages(takers: readonly Taker[], partOf: PartOf, { look, sessions }: Building): Generator<readonly [string, string]> {
  const byName = new Map(sessions.map((session) => [session.session, session]));
  const people: SitePerson[] = [...groupBy(takers, ({ author }) => author.toLowerCase()).values()]
    .map((own) => ({
      author: own[0]?.author ?? '',
      name: own.find(({ name }) => name !== null)?.name ?? null,
      tweets: own.reduce((sum, { tweets }) => sum + tweets, 0),
      sessions: own.flatMap(({ session, tweets, first }) => {
        const found = byName.get(session);
        return found === undefined ? [] : [{ session: found, tweets, first, part: partOf(session, first) }];
      }),
    }))
    .toSorted((a, b) => b.sessions.length - a.sessions.length || b.tweets - a.tweets || (a.author < b.author ? -1 : 1));
  yield ['people/index.html', peoplePage(people, look)];
  for (const person of people) yield [personPath(person.author), personPage(person, look)];
}
