/** The traits that a tweet has (search-traits.ts). Which tweets must be fed again when these change is told by search-context.ts. */
import type { Counted } from '../query/ast.ts';
import { hasSigns, ownCountTrait, trait } from './search-traits.ts';
import { entitiesIn } from './tweet-row.ts';

/** What the traits of a tweet are told from, its session left aside. */
export interface Traited {
  readonly author: string | null;
  readonly text: string;
  readonly isRetweet: boolean;
  readonly isReply: boolean;
  readonly isQuote: boolean;
  /** Whom it answers, where an export says so. */
  readonly replyToAuthor: string | null;
  /** As they stand in the archive (tweet-row.ts). */
  readonly entities: string | null;
  /** Its hashtags, with spaces between them. */
  readonly tags: string | null;
  readonly counts: readonly (readonly [Counted, number | null])[];
  /** Of the pages it shares. */
  readonly hosts: readonly string[];
}

/** The traits of a tweet by itself, each before a space. */
export function tweetTraits(tweet: Traited): string {
  const { author, text, entities, tags } = tweet;
  let traits = author === null ? '' : `${trait.author(author)} `;
  traits += kindTraits(tweet);
  if (entities !== null && /"(?:links|media|mentions)":/.test(entities)) traits += entityTraits(entities, tweet.hosts);
  if (text.includes('://')) traits += addressTraits(text);
  if (hasSigns(text)) traits += `${trait.signs} `;
  if (tags !== null) for (const tag of tags.split(' ')) traits += `${trait.tag(tag)} `;
  for (const [of, count] of tweet.counts) if (count !== null && count > 0) traits += `${ownCountTrait(of, count)} `;
  return traits;
}

/** The traits of a place in a session, each before a space. */
export function placeTraits(session: string, role: string, question: number | null): string {
  const own = `${trait.session(session)} `;
  if (role !== 'question' && role !== 'answer') return own;
  return `${own}${question === null ? trait.unnumbered(role) : trait.numbered(role, question)} `;
}

// Whom a retweet answers is said by its original.
function kindTraits({ isRetweet, isReply, isQuote, replyToAuthor, text }: Traited): string {
  if (isRetweet) return `${trait.kind('retweet')} `;
  let traits = isReply ? `${trait.kind('reply')} ` : '';
  if (isQuote) traits += `${trait.kind('quote')} `;
  if (!isReply && !isQuote) traits += `${trait.kind('original')} `;
  if (replyToAuthor !== null) traits += `${trait.addressee(replyToAuthor)} `;
  const led = text.startsWith('@') ? /^@(\w+)/.exec(text)?.[1] : undefined;
  return led === undefined ? traits : `${traits}${trait.addressee(led)} `;
}

const SHORT = /^https:\/\/t\.co\/(.*)$/i;

function entityTraits(json: string, hosts: readonly string[]): string {
  const { links = [], media = [], mentions = [] } = entitiesIn(json);
  const codes = [...links, ...media].flatMap(({ short }) => SHORT.exec(short ?? '')?.[1] ?? []);
  return spaced([
    ...(links.length > 0 ? [trait.link] : []),
    ...(media.length > 0 ? [trait.media] : []),
    ...(links.length > 0 ? [...new Set(hosts.flatMap(withParents))].map(trait.host) : []),
    ...codes.map(trait.short),
    ...mentions.map(trait.mention),
  ]);
}

// A host and those it is a subdomain of.
function withParents(host: string): string[] {
  const names = host.split('.');
  return names.slice(0, -1).map((_, at) => names.slice(at).join('.'));
}

// Those of t.co, which most tweets have, are traits by themselves.
function addressTraits(text: string): string {
  const hosts = new Set(Array.from(text.matchAll(/:\/\/([\w.-]*)/g), ([, host = '']) => host.toLowerCase()));
  hosts.delete('t.co');
  return hosts.size === 0 ? '' : spaced([trait.address, ...Array.from(hosts, trait.spelled)]);
}

function spaced(traits: readonly string[]): string {
  return traits.map((one) => `${one} `).join('');
}
