/**
 * What a tweet is, as words in the index of stems: who wrote it, what it carries, where it stands. So a search for a word
 * and a filter is one look into one index, newest first, and no tweet is read that is not shown.
 *
 * Each begins with a letter of private use, which no search can hold (search-match.ts), and ends with a digit, which the
 * stemmer leaves alone. Which tweets must be fed again when these change is told by search-context.ts.
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
const LINK = 'hl0';
const MEDIA = 'hm0';
// Arrows, signs and emoji, and all that comes after them.
const FIRST_SIGN = '\u2190';

/** The traits of a search, as they stand in the index. */
export const trait = {
  link: SIGN + LINK,
  media: SIGN + MEDIA,
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

/** Whether a name is spelled in the letters that the index keeps apart. */
export function isPlainName(name: string): boolean {
  return /^[\w.@-]+$/.test(name);
}

/** Whether a text holds what `trait.signs` marks. */
export function hasSigns(text: string): boolean {
  return Array.from(text).some((letter) => letter >= FIRST_SIGN);
}

/** The host that an address is spelled with, in small letters; null where what is there is no whole host. */
export function spelledHost(address: string): string | null {
  return /:\/\/([\w.-]+)[/?#:]/.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** The traits of the addresses in a text, each after a space. Those of t.co, which most tweets have, are traits by themselves. */
export function addressTraits(text: string): string {
  const hosts = new Set(Array.from(text.matchAll(/:\/\/([\w.-]*)/g), ([, host = '']) => host.toLowerCase()));
  hosts.delete('t.co');
  return hosts.size === 0 ? '' : [trait.address, ...Array.from(hosts, trait.spelled)].map((one) => ` ${one}`).join('');
}

function countTrait(of: Counted, step: number): string {
  return `${SIGN}n${COUNTS[of]}${step}`;
}

// The index cuts words at everything but letters and digits.
const SPELLINGS = { z: 'zz', _: 'zu', '.': 'zd', '-': 'zh', '@': 'za' } as const;

function lettered(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[z_.@-]/g, (sign) => SPELLINGS[sign as keyof typeof SPELLINGS]);
}

function letteredSql(column: string): string {
  return Object.entries(SPELLINGS).reduce((text, [sign, spelling]) => `replace(${text}, '${sign}', '${spelling}')`, `lower(${column})`);
}

function when(condition: string, word: string): string {
  return `CASE WHEN ${condition} THEN ' ${SIGN}${word}' ELSE '' END`;
}

// Most counts are small: the steps are asked from below.
function countSql(of: Counted): string {
  const steps = STEPS.slice(1).map((step, at) => `WHEN t.${of} < ${step} THEN ' ${countTrait(of, STEPS[at] ?? 0)}'`);
  return `CASE WHEN COALESCE(t.${of}, 0) < 1 THEN '' ${steps.join(' ')} ELSE ' ${countTrait(of, STEPS.at(-1) ?? 0)}' END`;
}

// A handle at the very beginning.
const WORD_SIGNS = '_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LED = `substr(t.text, 2, length(t.text) - 1 - length(ltrim(substr(t.text, 2), '${WORD_SIGNS}')))`;
const HOSTS = `WITH RECURSIVE hosts (host) AS (
    SELECT l.host FROM shares s JOIN links l ON l.link = s.link WHERE s.n = t.n
    UNION SELECT substr(host, instr(host, '.') + 1) FROM hosts WHERE instr(host, '.') > 0
  ) SELECT group_concat(' ${SIGN}i' || ${letteredSql('host')} || '0', '') FROM hosts WHERE instr(host, '.') > 0`;
const SHORTS = `SELECT group_concat(' ${SIGN}u' || ${letteredSql("substr(e.value ->> '$.short', 14)")} || '0', '')
  FROM (SELECT value FROM json_each(t.entities, '$.links') UNION ALL SELECT value FROM json_each(t.entities, '$.media')) e
  WHERE e.value ->> '$.short' LIKE 'https://t.co/%'`;
const ANSWERS = '(t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)';
const PLACE = [
  `' ${SIGN}s' || replace(p.session, '-', '') || '0'`,
  `CASE p.role WHEN 'question' THEN COALESCE(' ${SIGN}q' || p.question, ' ${trait.unnumbered('question')}')
               WHEN 'answer' THEN COALESCE(' ${SIGN}a' || p.question, ' ${trait.unnumbered('answer')}') ELSE '' END`,
  `CASE WHEN EXISTS (SELECT 1 FROM sessions s JOIN json_each(s.moderators) m
                     WHERE s.chat = p.chat AND s.session = p.session AND m.value = t.author COLLATE NOCASE) THEN ' ${trait.moderator}' ELSE '' END`,
  `CASE WHEN p.session > (SELECT min(session) FROM sessions s WHERE s.chat = p.chat) AND p.session =
     (SELECT f.session FROM first_sessions f WHERE f.chat = p.chat AND f.author = t.author) THEN ' ${trait.newcomer}' ELSE '' END`,
].join(' || ');

/** The traits of a row `t` of tweets, as SQL; `address_traits` is the function of this name. */
export const TRAITS_SQL = [
  `COALESCE(' ${SIGN}f' || ${letteredSql('t.author')} || '0', '')`,
  `CASE WHEN t.is_retweet = 1 THEN ' ${trait.kind('retweet')}' ELSE ${[
    when(ANSWERS, KINDS.reply),
    when('t.quote_of IS NOT NULL', KINDS.quote),
    when(`NOT ${ANSWERS} AND t.quote_of IS NULL`, KINDS.original),
    `COALESCE(' ${SIGN}d' || ${letteredSql('t.reply_to_author')} || '0', '')`,
    `CASE WHEN t.text LIKE '@_%' THEN ' ${SIGN}d' || ${letteredSql(LED)} || '0' ELSE '' END`,
  ].join(' || ')} END`,
  when("json_type(t.entities, '$.links') IS NOT NULL", LINK),
  when("json_type(t.entities, '$.media') IS NOT NULL", MEDIA),
  `CASE WHEN json_type(t.entities, '$.links') IS NOT NULL THEN COALESCE((${HOSTS}), '') ELSE '' END`,
  `CASE WHEN t.entities LIKE '%//t.co/%' THEN COALESCE((${SHORTS}), '') ELSE '' END`,
  `CASE WHEN t.entities LIKE '%"mentions"%'
   THEN COALESCE((SELECT group_concat(' ${SIGN}m' || ${letteredSql('e.value')} || '0', '') FROM json_each(t.entities, '$.mentions') e), '') ELSE '' END`,
  "CASE WHEN t.text LIKE '%://%' THEN address_traits(t.text) ELSE '' END",
  when(`t.text GLOB '*[${FIRST_SIGN}-\u{10ffff}]*'`, 'hs0'),
  `COALESCE(' ${SIGN}t' || replace(${letteredSql('t.search_tags')}, ' ', '0 ${SIGN}t') || '0', '')`,
  ...(['likes', 'retweets', 'replies', 'quotes'] as const).map(countSql),
  `COALESCE((SELECT group_concat(${PLACE}, '') FROM placements p WHERE p.n = t.n), '')`,
].join(' || ');
