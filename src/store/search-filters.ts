/** Conditions that are no words -> what the index of stems knows of them, by the traits of a tweet. */
import type { Leaf, TweetIs } from '../query/ast.ts';
import { fold } from '../normalise/text.ts';
import { hasWords } from '../query/words.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import { isShared, isWholeAddress } from './search-links.ts';
import { type Place, sessionsOf } from './search-place.ts';
import { anyTrait, quoted } from './search-quoted.ts';
import { countTraits, hasSigns, isPlainName, spelledHost, trait } from './search-traits.ts';

/** What to MATCH; when not `exact`, it finds every hit and others besides. */
interface Found {
  readonly expression: string;
  readonly exact: boolean;
}

/** What finds the tweets of a condition; null where only a look at each tweet tells. */
export function filterMatch(leaf: Exclude<Leaf, { kind: 'word' | 'phrase' }>, place: Place): Found | null {
  switch (leaf.kind) {
    case 'from':
      return /\s/.test(leaf.who) ? inColumn('author', leaf.who) : one(trait.author(leaf.who), isPlainName(leaf.who));
    case 'to':
      return /^\w+$/.test(leaf.who)
        ? one(trait.addressee(leaf.who))
        : hasWords(leaf.who)
          ? { expression: `(text : ${quoted(leaf.who)} OR ${anyTrait([trait.addressee(leaf.who)])})`, exact: false }
          : null;
    case 'mention':
      return one(trait.mention(fold(leaf.who)), isPlainName(leaf.who));
    case 'tag':
      return /^[a-z0-9_]+$/.test(leaf.tag) ? one(trait.tag(leaf.tag)) : inColumn('tags', leaf.tag);
    case 'has':
      return one(leaf.what === 'link' ? trait.link : trait.media);
    case 'is':
      return tweetIs(leaf.what, place);
    case 'least': {
      const { traits, exact } = countTraits(leaf.of, leaf.count);
      return leaf.count < 1 ? null : { expression: anyTrait(traits), exact };
    }
    case 'numbered':
      return { expression: anyTrait(numbered(leaf)), exact: place.everyChat };
    case 'session':
    case 'sessions':
    case 'topic':
    case 'mod': {
      const sessions = sessionsOf(leaf, place);
      if (sessions === null) return null;
      // No session: nothing is found by a name that none has.
      const traits = sessions.names.length === 0 ? [trait.session('none')] : sessions.names.map((name) => trait.session(name));
      return { expression: anyTrait(traits), exact: sessions.exact && sessions.names.every((name) => /^[\w-]+$/.test(name)) };
    }
    case 'site':
      return inHost(canonicalUrl(`https://${leaf.host}`)?.host ?? leaf.host);
    case 'url':
      return inAddress(leaf.text, place);
    case 'literal':
      return hasSigns(leaf.text) ? one(trait.signs, false) : null;
    case 'dates':
    case 'thread':
    case 'threadOf':
      return null;
  }
}

function tweetIs(what: TweetIs, { everyChat }: Place): Found | null {
  if (what === 'new') return one(trait.newcomer, everyChat);
  if (what === 'moderator') return one(trait.moderator, everyChat);
  if (what !== 'question' && what !== 'answer') return one(trait.kind(what));
  return { expression: anyTrait(inRole(what)), exact: everyChat };
}

// Numbers have two digits, as everywhere.
function inRole(role: 'question' | 'answer'): string[] {
  return [trait.unnumbered(role), ...numbered({ role, first: 0, last: 99 })];
}

/** What moderators asked: any of these is true of it. */
export const questionTraits: readonly string[] = inRole('question');

function one(name: string, exact = true): Found {
  return { expression: anyTrait([name]), exact };
}

function inColumn(column: string, value: string): Found | null {
  return hasWords(value) ? { expression: `${column} : ${quoted(value)}`, exact: false } : null;
}

// Every host has a dot; what has none is no host.
function inHost(host: string): Found {
  return one(trait.host(host), isPlainName(host));
}

// Of a whole address that no tweet shares, those are asked that spell one of its host.
function inAddress(address: string, { db }: Place): Found {
  if (!isWholeAddress(address) || isShared(db, address)) return one(trait.link, false);
  const [, code] = /^https?:\/\/t\.co\/(\w+)$/i.exec(address) ?? [];
  if (code !== undefined) return { expression: anyTrait([trait.short(code), trait.host('t.co')]), exact: false };
  const host = spelledHost(address);
  return one(host === null ? trait.address : trait.spelled(host), false);
}

function numbered({ role, first, last }: Omit<Extract<Leaf, { kind: 'numbered' }>, 'kind'>): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => trait.numbered(role, first + at));
}
