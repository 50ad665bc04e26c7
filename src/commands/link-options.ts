/** Which links are wanted, under which headings, in which order: the options that `links` and `export links` share. */
import { type Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { nothingFound, type UserError } from '../errors.ts';
import { handleOf } from '../normalise/identity.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { LinkFilter } from '../store/link-lists.ts';
import { anyWordOf, nearestSessions } from '../store/nearest.ts';
import { resolveWhen, type Scope, wholeScope } from '../store/scope.ts';
import { LINK_GROUPS, LINK_ORDERS, type LinkGrouping, type LinkOrder } from '../views.ts';
import type { When } from '../calendar.ts';
import { whenArgument, whenOf } from './options.ts';
import { synonymTable } from './synonyms.ts';
import type { Desk } from './verb.ts';

/** The options as they are typed. */
export interface LinkOptions {
  readonly sort: LinkOrder;
  readonly by?: string;
  readonly group?: LinkGrouping;
  readonly evergreen?: boolean;
  readonly new?: boolean;
  readonly dead?: boolean;
  readonly starred?: boolean;
  readonly tag?: string;
  readonly site?: string;
  readonly question?: number;
  readonly topic?: string;
}

/** The links that are wanted. */
export interface LinkWish {
  readonly scope: Scope;
  readonly filter: LinkFilter;
  readonly by: LinkGrouping;
  readonly order: LinkOrder;
}

/** Declares WHEN and the options. */
export function linkOptions(command: Command): Command {
  return command
    .addArgument(defaultingWhen())
    .addOption(new Option('--sort <order>', 'the order of the list').choices(LINK_ORDERS).default('people'))
    .addOption(
      new Option('--group <by>', 'what to put headings over (default: week, or none where all time is meant)').choices(LINK_GROUPS),
    )
    .option('--evergreen', 'pages shared in three or more different weeks')
    .option('--new', 'pages never shared in a week before')
    .option('--site <host>', 'pages of this site', siteOf)
    .option('--question <Q3>', 'pages shared in answer to this question', questionOf)
    .option('--by <@name>', 'pages this person shared')
    .option('--topic <words>', 'pages shared in sessions about something')
    .option('--dead', 'pages that are no longer there (see: edchat check)')
    .option('--starred', 'pages you starred')
    .option('--tag <word>', 'pages you tagged so');
}

function defaultingWhen(): Argument {
  const when = whenArgument().default(undefined);
  when.description += '; left out: latest, or all time with --evergreen, --dead, --starred, --tag, --site, --by or --topic';
  return when;
}

/** What the options mean in an archive. */
export function wishOf({ db, chat }: Desk, when: When | undefined, options: LinkOptions): LinkWish {
  const { evergreen = false, dead = false, starred = false, tag, site, by, topic, question } = options;
  const everything = [evergreen, dead, starred, tag, site, by, topic].some((option) => option !== undefined && option !== false);
  const scope = when === undefined && everything ? wholeScope(db, chat) : resolveWhen(db, chat, whenOf(when ?? 'latest'));
  const filter: LinkFilter = {
    site: site ?? null,
    question: question ?? null,
    by: by === undefined ? null : handleOf(by),
    sessions: topic === undefined ? null : sessionsAbout({ db, chat }, topic),
    evergreen,
    isNew: options.new ?? false,
    dead,
    starred,
    tag: tag?.toLowerCase() ?? null,
  };
  return { scope, filter, by: options.group ?? (when === undefined && everything ? 'none' : 'week'), order: options.sort };
}

/** The sentence for a list without a link. */
export function noLinks({ scope, filter }: LinkWish, { chat }: Desk): UserError {
  if (filter.dead) return nothingFound(`No page shared on ${chat.title} in ${scope.label} is known to be dead. Look first: edchat check`);
  if (filter.starred || filter.tag !== null)
    return nothingFound(
      `Nothing you marked so was shared on ${chat.title} in ${scope.label}. See what you marked: edchat star, edchat tag`,
    );
  const isAny = Object.values(filter).every((wanted) => wanted === null || wanted === false);
  if (!isAny)
    return nothingFound(`No such link was shared on ${chat.title} in ${scope.label}. Leave an option out, or choose a longer time`);
  return nothingFound(`Nobody shared a link on ${chat.title} in ${scope.label}. Choose a longer time, such as a year: edchat links 2016`);
}

// Sessions that match far worse than the best are about something else.
const NEAR = 0.5;

function sessionsAbout({ db, chat }: Desk, topic: string): string[] {
  const query = anyWordOf(topic, synonymTable(db));
  const hits = query === null ? [] : nearestSessions(db, chat.name, query);
  const best = hits[0]?.score ?? 0;
  if (best === 0) throw nothingFound(`No session of ${chat.title} is about "${topic}". List them with: edchat topics`);
  return hits.filter(({ score }) => score >= best * NEAR).map(({ session }) => session);
}

function siteOf(text: string): string {
  const host = canonicalUrl(/^https?:/i.test(text) ? text : `https://${text}`)?.host;
  if (host === undefined) throw new InvalidArgumentError('Write a host, such as edutopia.org.');
  return host;
}

function questionOf(text: string): number {
  const [, digits] = /^q?(\d{1,2})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('Write the number of a question, such as Q3.');
  return Number(digits);
}
