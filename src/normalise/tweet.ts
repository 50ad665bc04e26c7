/** RawTweet -> Tweet: what the archive believes of one record of one export. */
import type { Network, RawReference, RawTweet, Tweet } from '../tweet.ts';
import { exactId, handleOf, momentOf, statusOf } from './identity.ts';
import { sortAddresses } from './links.ts';
import { settled } from './merge.ts';
import { keyWithoutId } from './note-key.ts';
import { cleanName, cleanText, clientName } from './clean.ts';
import { fold, hashtagsIn, mentionsIn } from './text.ts';

/** The outcome for one record: the tweet with the ones that came inside it, or one sentence why it is unusable. */
export type Normalised =
  | { readonly tweet: Tweet; readonly context: readonly Tweet[]; readonly disagreement: number }
  | { readonly reason: string };

/** Letters; the longest posts of any network have some ten thousand. */
const LONGEST = 1_000_000;
const RETWEET = /^RT @(\w{1,20}):? ?/;

/** Cleans one record. Pure: the same record always gives the same tweet. What is of more than a day after `now` (UTC, ms) is unusable. */
export function normalise(raw: RawTweet, now = Number.POSITIVE_INFINITY): Normalised {
  const network = raw.network ?? 'twitter';
  const id = network === 'twitter' ? exactId(raw.id, raw.url) : null;
  const author = handleOf(raw.author) ?? (raw.url ? (statusOf(raw.url)?.author ?? null) : null);
  const moment = momentOf(id, raw.createdAt, raw.id, now);
  if (moment === null) return { reason: id === null ? 'no id and no date' : 'no date, and an id too old to tell it' };
  if ('reason' in moment) return moment;
  if ((raw.text?.length ?? 0) > LONGEST)
    return { reason: `its text has more than ${LONGEST / 1_000_000} million letters, which no post has` };
  const text = withRetweetHeader(cleanText(raw.text ?? '', raw.encoded), raw);
  if (text === '' && !raw.stub && !hasMore(raw)) return { reason: raw.text === null ? 'no text column' : 'no text' };
  const tweet = assemble(raw, { id, author, text, createdAt: moment.createdAt });
  return {
    tweet: settled(tweet),
    context: raw.context?.length ? contextOf(raw.context, now) : NONE,
    disagreement: moment.disagreement,
  };
}

const NONE: readonly Tweet[] = [];

function contextOf(context: readonly RawTweet[], now: number): Tweet[] {
  return context.flatMap((inner) => {
    const found = normalise(inner, now);
    return 'tweet' in found ? [found.tweet, ...found.context].map((tweet) => ({ ...tweet, context: true })) : [];
  });
}

// A picture, a link card or a quoted post may stand alone.
function hasMore({ media, links, quoteOf }: RawTweet): boolean {
  return Boolean(media?.length || links?.length || quoteOf);
}

// Exports that keep a retweet's text without its header say whose it is elsewhere: one spelling for all.
function withRetweetHeader(text: string, raw: RawTweet): string {
  const author = handleOf(raw.retweetOf?.author);
  return raw.retweetOf && author !== null && !RETWEET.test(text) ? `RT @${author}: ${text}` : text;
}

interface Basics {
  readonly id: string | null;
  readonly author: string | null;
  readonly text: string;
  readonly createdAt: number;
}

function assemble(raw: RawTweet, { id, author, text, createdAt }: Basics): Tweet {
  const addresses = sortAddresses(raw, text, id);
  const header = RETWEET.exec(text);
  return {
    key: id ?? foreignKey(raw.network, raw.id) ?? keyWithoutId(author, createdAt, text),
    network: raw.network ?? 'twitter',
    author,
    authorName: cleanName(raw.authorName, raw.encoded),
    authorId: wholeNumber(raw.authorId),
    createdAt,
    text,
    truncated: (raw.truncated ?? false) || addresses.cut,
    isRetweet: Boolean(raw.retweetOf) || header !== null,
    replyTo: reference(raw.replyTo, raw.network),
    replyToAuthor: handleOf(raw.replyTo?.author),
    retweetOf: reference(raw.retweetOf, raw.network),
    retweetOfAuthor: handleOf(raw.retweetOf?.author) ?? header?.[1] ?? null,
    quoteOf: reference(raw.quoteOf, raw.network) ?? addresses.statuses.at(-1) ?? null,
    conversation: foreignKey(raw.network, raw.conversation) ?? raw.conversation ?? null,
    links: addresses.links,
    media: addresses.media,
    hashtags: sortedFolds(raw.hashtags ?? [], '#＃', hashtagsIn(text)),
    // Elsewhere a handle has a host, which the text leaves out or which would be cut from it.
    mentions: sortedFolds(raw.mentions ?? [], '@', isForeign(raw.network) ? [] : mentionsIn(text)),
    likes: raw.counts?.likes ?? null,
    retweets: raw.counts?.retweets ?? null,
    replies: raw.counts?.replies ?? null,
    quotes: raw.counts?.quotes ?? null,
    lang: raw.lang ?? null,
    client: clientName(raw.client),
    section: cleanName(raw.section, false),
    context: false,
  };
}

function reference(raw: RawReference | null | undefined, network: Network | undefined): string | null {
  return raw ? (foreignKey(network, raw.id) ?? exactId(raw.id, null)) : null;
}

// Posts of other networks are known by their address; Twitter's by the number alone.
function foreignKey(network: Network | undefined, id: string | null | undefined): string | null {
  return isForeign(network) && id ? `${network}:${id}` : null;
}

function isForeign(network: Network | undefined): boolean {
  return network !== undefined && network !== 'twitter';
}

// Spreadsheets turn account numbers into 1297570116.0.
function wholeNumber(id: string | null | undefined): string | null {
  const digits = id?.trim().replace(/\.0$/, '') ?? '';
  return digits === '' || /e\+/i.test(digits) ? null : digits;
}

// Words that the export lists, perhaps behind one of the marks, and those found in the text.
function sortedFolds(listed: readonly string[], marks: string, found: readonly string[]): string[] {
  if (listed.length === 0 && found.length === 0) return [];
  const folds = new Set<string>();
  for (const word of listed) folds.add(fold(word !== '' && marks.includes(word.charAt(0)) ? word.slice(1) : word));
  for (const word of found) folds.add(fold(word));
  folds.delete('');
  const words = Array.from(folds);
  return words.length > 1 ? words.toSorted() : words;
}
