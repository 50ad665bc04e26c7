/** A chat in figures: by year, by month, by hour of the day, by site. */
import { localClock, localDate } from '../calendar.ts';
import type { Period, SiteFigures, StatsView } from '../figures.ts';
import { groupBy } from '../group-by.ts';

/** A tweet as far as it is counted. */
interface Counted {
  readonly author: string | null;
  /** UTC, milliseconds. */
  readonly createdAt: number;
}

interface Share extends Counted {
  readonly host: string;
  readonly canonical: string;
}

/** Counts the tweets of a chat, oldest first; `counts` says whether a local date is in the time asked for. */
export function statsOf(
  zone: string,
  material: { readonly tweets: Iterable<Counted>; readonly sessions: readonly string[]; readonly shares: readonly Share[] },
  counts: (date: string) => boolean,
): StatsView {
  const [years, months] = [tally(material.sessions, 4), tally(material.sessions, 7)];
  const hours = Array.from({ length: 24 }, () => 0);
  const [people, seen] = [new Set<string>(), new Map<string, string>()];
  let tweets = 0;
  for (const { author, createdAt } of material.tweets) {
    const date = localDate(createdAt, zone);
    const name = author?.toLowerCase() ?? null;
    const first = name === null ? date : (seen.get(name) ?? date);
    if (name !== null && !seen.has(name)) seen.set(name, date);
    if (!counts(date)) continue;
    tweets += 1;
    if (name !== null) people.add(name);
    years.add(date, name, first);
    months.add(date, name, first);
    const hour = Number(localClock(createdAt, zone).slice(0, 2));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const { sessions, shares } = material;
  return {
    tweets,
    people: people.size,
    sessions: sessions.length,
    years: years.list(),
    months: months.list(),
    hours,
    sites: sitesOf(shares),
  };
}

// By people, then by tweets.
function sitesOf(shares: readonly Share[]): SiteFigures[] {
  return [...groupBy(shares, ({ host }) => host)]
    .map(([host, own]) => ({
      host,
      pages: new Set(own.map(({ canonical }) => canonical)).size,
      tweets: own.length,
      people: new Set(own.map(({ author }) => author?.toLowerCase() ?? null)).size,
    }))
    .toSorted((a, b) => b.people - a.people || b.tweets - a.tweets || (a.host < b.host ? -1 : 1));
}

interface Growing {
  tweets: number;
  readonly people: Set<string>;
  readonly fresh: Set<string>;
}

// Periods are the first letters of a local date: four of a year, seven of a month.
function tally(sessions: readonly string[], letters: number) {
  const periods = new Map<string, Growing>();
  const at = (date: string): Growing => {
    const name = date.slice(0, letters);
    const known = periods.get(name) ?? { tweets: 0, people: new Set<string>(), fresh: new Set<string>() };
    periods.set(name, known);
    return known;
  };
  return {
    add: (date: string, author: string | null, first: string): void => {
      const period = at(date);
      period.tweets += 1;
      if (author !== null) period.people.add(author);
      if (author !== null && first.slice(0, letters) === date.slice(0, letters)) period.fresh.add(author);
    },
    list: (): Period[] =>
      [...periods]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { tweets, people, fresh }]) => ({
          name,
          tweets,
          people: people.size,
          newPeople: fresh.size,
          returning: people.size - fresh.size,
          sessions: sessions.filter((session) => session.startsWith(name)).length,
        })),
  };
}
