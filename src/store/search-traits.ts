/**
 * What a tweet is, as words in the index of stems: who wrote it, what it carries, where it stands. So a search for a word
 * and a filter is one look into one index, newest first, and no tweet is read that is not shown.
 *
 * Each begins with a letter of private use, which no search can hold (search-match.ts), and ends with a digit, which the
 * stemmer leaves alone. Which a tweet has is told by tweet-traits.ts.
 */
import type { Counted } from '../query/ast.ts';

/** The letter that begins every trait. */
export const SIGN = '\ue000';

// From each of these on a count is another trait: `min_faves:10` is exact, `min_faves:11` looks at those of 10 and more.
const STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10_000];
const COUNTS: Readonly<Record<Counted, string>> = { likes: 'l', retweets: 'w', replies: 'p', quotes: 'k' };
/** Every tweet is of one kind; a reply that quotes is of two. */
type Kind = 'retweet' | 'reply' | 'quote' | 'original';
const KINDS: Readonly<Record<Kind, string>> = { retweet: 'kr0', reply: 'ky0', quote: 'kq0', original: 'ko0' };
// Arrows, signs and emoji, and all that comes after them.
const SIGNS = /[\u2190-\u{10ffff}]/u;

/** The traits of a search, as they stand in the index. */
export const trait = {
  link: `${SIGN}hl0`,
  media: `${SIGN}hm0`,
  /** Its text holds an emoji or another sign beyond letters. */
  signs: `${SIGN}hs0`,
  kind: (what: Kind): string => SIGN + KINDS[what],
  moderator: `${SIGN}rm0`,
  /** By somebody whose first session it belongs to; in the first session of all, everybody would be new. */
  newcomer: `${SIGN}rn0`,
  /** A question or an answer without a number. */
  unnumbered: (role: 'question' | 'answer'): string => `${SIGN}r${role.charAt(0)}0`,
  author: (who: string): string => `${SIGN}f${lettered(who)}0`,
  /** Its text holds an address that is not one of t.co's. */
  address: `${SIGN}ha0`,
  /** Its text holds an address that begins with this host, which is not t.co. */
  spelled: (host: string): string => `${SIGN}x${lettered(host)}0`,
  mention: (who: string): string => `${SIGN}m${lettered(who)}0`,
  /** Its links lead to this host, or to one of its subdomains. */
  host: (host: string): string => `${SIGN}i${lettered(host)}0`,
  /** It holds this address of t.co. */
  short: (code: string): string => `${SIGN}u${lettered(code)}0`,
  /** Whom it answers. */
  addressee: (who: string): string => `${SIGN}d${lettered(who)}0`,
  tag: (tag: string): string => `${SIGN}t${lettered(tag)}0`,
  session: (session: string): string => `${SIGN}s${session.replaceAll('-', '')}0`,
  numbered: (role: 'question' | 'answer', number: number): string => `${SIGN}${role === 'question' ? 'q' : 'a'}${number}`,
};

/** Of every tweet one of these is true. */
export const KIND_TRAITS: readonly string[] = (['original', 'reply', 'retweet', 'quote'] as const).map(trait.kind);

/** The traits of tweets with at least so many, and whether they say it exactly; none for a count that any known one reaches. */
export function countTraits(of: Counted, least: number): { readonly traits: readonly string[]; readonly exact: boolean } {
  const at = STEPS.findLastIndex((step) => step <= least);
  return { traits: STEPS.slice(Math.max(at, 0)).map((step) => countTrait(of, step)), exact: STEPS[at] === least };
}

/** The trait of a tweet with so many, of which there is at least one. */
export function ownCountTrait(of: Counted, count: number): string {
  // Most counts are small.
  const above = STEPS.findIndex((step) => step > count);
  return countTrait(of, STEPS.at(above === -1 ? -1 : above - 1) ?? 1);
}

/** Whether a name is spelled in the letters that the index keeps apart. */
export function isPlainName(name: string): boolean {
  return /^[\w.@-]+$/.test(name);
}

/** Whether a text holds what `trait.signs` marks. */
export function hasSigns(text: string): boolean {
  return SIGNS.test(text);
}

/** The host that an address is spelled with, in small letters; null where what is there is no whole host. */
export function spelledHost(address: string): string | null {
  return /:\/\/([\w.-]+)[/?#:]/.exec(address)?.[1]?.toLowerCase() ?? null;
}

function countTrait(of: Counted, step: number): string {
  return `${SIGN}n${COUNTS[of]}${step}`;
}

// The index cuts words at everything but letters and digits.
const SPELLINGS = { z: 'zz', _: 'zu', '.': 'zd', '-': 'zh', '@': 'za' } as const;

/** A name in small letters, as far as SQLite tells them from capitals. */
export function smallLetters(name: string): string {
  return /^[ -~]*$/.test(name) ? name.toLowerCase() : name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function lettered(name: string): string {
  // Most names have none of these.
  if (!/[A-Zz_.@-]/.test(name)) return name;
  return smallLetters(name).replace(/[z_.@-]/g, (sign) => SPELLINGS[sign as keyof typeof SPELLINGS]);
}
