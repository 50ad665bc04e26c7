/**
 * Tweets without those who asked to be forgotten. One function says what is left of a tweet, for what is in the archive and
 * for what comes in later: nothing, where it is theirs or carries their words; else the tweet without their name, or with
 * the alias that stands for them.
 */
import { retweetHeader } from '../rules/retweet-header.ts';
import type { Link, Tweet } from '../tweet.ts';

/** What became of somebody: gone, or hidden behind an alias. */
export interface Fate {
  readonly alias: string | null;
}

/** Asks who is forgotten. Times are UTC, milliseconds; null asks for good, whatever the time. */
export interface Forgotten {
  /** A handle, without `@`. */
  readonly person: (handle: string, at: number | null) => Fate | null;
  /** An account by its number or address. */
  readonly account: (id: string, at: number | null) => Fate | null;
  readonly tweet: (key: string) => Fate | null;
  /** A name of several words, as `Mary Ann Alder`. */
  readonly name: (words: string) => Fate | null;
  /** How many words the names that are forgotten have; empty for none. */
  readonly nameLengths: readonly number[];
}

/** What stands for somebody who is gone: no handle looks like it. */
const NOBODY = '[forgotten]';

/** What is left of a tweet; null for nothing. A tweet that has nothing to do with them is returned as it is. */
export function withoutForgotten(tweet: Tweet, forgotten: Forgotten): Tweet | null {
  const own = fateOf(tweet, forgotten);
  if (own !== null && own.alias === null) return null;
  const copied = fateOfCopied(tweet, forgotten);
  if (tweet.isRetweet && copied !== null && copied.alias === null) return null;
  const words = withoutCopies(tweet.text, forgotten);
  if (words === null) return null;
  const near = { ...forgotten, person: withShortNames(tweet, forgotten) };
  const text = hiddenIn(words, near);
  const handle = (name: string | null) => (name === null ? null : hiddenHandle(name, forgotten));
  const key = (reference: string | null) => (reference === null ? null : hiddenKey(reference, forgotten));
  const left: Tweet = {
    ...tweet,
    key: key(tweet.key) ?? tweet.key,
    author: own?.alias ?? tweet.author,
    authorName: own === null ? tweet.authorName : own.alias,
    authorId: own === null ? tweet.authorId : null,
    text,
    replyTo: key(tweet.replyTo),
    replyToAuthor: handle(tweet.replyToAuthor),
    retweetOf: key(tweet.retweetOf),
    retweetOfAuthor: handle(tweet.retweetOfAuthor),
    quoteOf: key(tweet.quoteOf),
    conversation: key(tweet.conversation),
    links: linksLeft(tweet, words, near),
    mentions: mentionsLeft(tweet.mentions, words === tweet.text ? null : words, forgotten),
    section: tweet.section === null ? null : hiddenIn(tweet.section, near),
  };
  return sameTweet(left, tweet) ? tweet : left;
}

/** A text of anybody's with handles, names and addresses of those who are forgotten hidden. */
export function hiddenIn(text: string, forgotten: Forgotten): string {
  const withAddresses = text.replace(ADDRESS, (address) => hiddenAddress(address, forgotten));
  const withHandles = withAddresses.replace(
    HANDLE,
    (whole, mark: string, name: string) => mark + hiddenMention(name, forgotten, whole.slice(mark.length)),
  );
  return withoutNames(
    withHandles.replace(TELLING, (word) => replacementFor(word, forgotten) ?? word),
    forgotten,
  );
}

const ADDRESS = /https?:\/\/[^\s<>"…]+/gi;
const HANDLE = /([@＠])([\w][\w.-]*(?:@[\w.-]*\w)?)/g;
// A word with a digit or an underscore inside is somebody's handle even without the mark; any other may be just a word.
const TELLING = /(?<![\w@＠/.[])(?=\w*[\d_])\w{3,30}(?![\w\]])/g;

function fateOf({ author, authorId, network, key, createdAt }: Tweet, forgotten: Forgotten): Fate | null {
  return (
    (author === null ? null : forgotten.person(author, createdAt)) ??
    (authorId === null ? null : forgotten.account(`${network}:${authorId}`, createdAt)) ??
    forgotten.tweet(key)
  );
}

function fateOfCopied({ retweetOf, retweetOfAuthor }: Tweet, forgotten: Forgotten): Fate | null {
  return (
    (retweetOfAuthor === null ? null : forgotten.person(retweetOfAuthor, null)) ?? (retweetOf === null ? null : forgotten.tweet(retweetOf))
  );
}

// What somebody passed on by hand is cut off behind what they said themselves; null when nothing of their own is left.
function withoutCopies(text: string, forgotten: Forgotten): string | null {
  const header = retweetHeader(text);
  if (header === null) return text;
  const fate = forgotten.person(header.author, null);
  if (fate !== null && fate.alias === null) return header.comment === '' ? null : header.comment;
  const inner = withoutCopies(header.body, forgotten);
  if (inner === header.body) return text;
  return inner === null
    ? `${header.comment} @${header.author}: ${NOBODY}`.trim()
    : text.slice(0, text.lastIndexOf(header.body.slice(0, 20))) + inner;
}

// In a post of the Fediverse the text says @name where the mention is name@host.
function withShortNames({ mentions, replyToAuthor, author }: Tweet, { person }: Forgotten): Forgotten['person'] {
  const short = new Map<string, Fate>();
  for (const handle of [...mentions, replyToAuthor, author]) {
    const fate = handle?.includes('@') || handle?.includes('.') ? person(handle, null) : null;
    const local = handle?.split(/[@.]/)[0];
    if (fate !== null && local !== undefined) short.set(local.toLowerCase(), fate);
  }
  return short.size === 0 ? person : (handle, at) => person(handle, at) ?? short.get(handle.toLowerCase()) ?? null;
}

// The longest part that is somebody's handle: a full stop or what follows an @ may belong to the sentence.
function hiddenMention(name: string, forgotten: Forgotten, rest: string): string {
  const parts = [name, name.replace(/[.-]+$/, ''), name.split('@')[0] ?? '', /^\w+/.exec(name)?.[0] ?? ''];
  for (const part of parts) {
    const hidden = part === '' ? null : replacementFor(part, forgotten);
    if (hidden !== null) return hidden + rest.slice(part.length);
  }
  return rest;
}

function replacementFor(handle: string, forgotten: Forgotten): string | null {
  const fate = forgotten.person(handle, null);
  return fate === null ? null : (fate.alias ?? NOBODY);
}

function hiddenHandle(handle: string, forgotten: Forgotten): string | null {
  const fate = forgotten.person(handle, null);
  return fate === null ? handle : fate.alias;
}

function mentionsLeft(mentions: readonly string[], words: string | null, forgotten: Forgotten): readonly string[] {
  const still = words === null ? mentions : mentions.filter((handle) => words.toLowerCase().includes(handle.split('@')[0] ?? handle));
  const left = still.flatMap((handle) => hiddenHandle(handle, forgotten) ?? []);
  return left.length === mentions.length && left.every((handle, at) => handle === mentions[at]) ? mentions : [...new Set(left)].toSorted();
}

// What was cut off takes its links with it.
function linksLeft({ links, text }: Tweet, words: string, forgotten: Forgotten): readonly Link[] {
  const still = words === text ? links : links.filter(({ short, url }) => words.includes(short ?? url));
  const left = still
    .filter(({ url }) => hiddenAddress(url, forgotten) === url)
    .map((link) => {
      const title = link.title === null ? null : hiddenIn(link.title, forgotten);
      return title === link.title ? link : { ...link, title };
    });
  return left.length === links.length && left.every((link, at) => link === links[at]) ? links : left;
}

const PROFILES = /^https?:\/\/(?:(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?@?|bsky\.app\/profile\/)([\w.:-]+)/i;
const FEDIVERSE = /^https?:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)/i;

/** An address of a person or of one of their posts gives way to what stands for them; any other stays. */
function hiddenAddress(address: string, forgotten: Forgotten): string {
  const name = PROFILES.exec(address)?.[1];
  const [, host, local] = FEDIVERSE.exec(address) ?? [];
  const fate =
    (name === undefined ? null : (forgotten.person(name, null) ?? forgotten.account(`bluesky:${name}`, null))) ??
    (host === undefined || local === undefined ? null : forgotten.person(`${local}@${host}`, null));
  return fate === null ? address : fate.alias === null ? NOBODY : `@${fate.alias}`;
}

/** A reference without the person in it: null where they are gone. The number of a tweet names nobody, and holds threads together. */
export function hiddenKey(key: string, forgotten: Forgotten): string | null {
  if (/^\d+$/.test(key)) return key;
  const [, host, local] = /https?:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)/i.exec(key) ?? [];
  const did = /did:[\w.:%-]+/i.exec(key)?.[0];
  const note = /^note:([^/]+)\//.exec(key)?.[1];
  const found: readonly (readonly [string, Fate | null])[] = [
    [local ?? '', host === undefined || local === undefined ? null : forgotten.person(`${local}@${host}`, null)],
    [did ?? '', did === undefined ? null : forgotten.account(`bluesky:${did}`, null)],
    [note ?? '', note === undefined ? null : forgotten.person(note, null)],
  ];
  const [part, fate] = found.find(([, one]) => one !== null) ?? ['', null];
  if (fate === null) return key;
  return fate.alias === null ? null : key.replaceAll(part, fate.alias);
}

/** The path of a file without the handles in it. */
export function hiddenPath(path: string, forgotten: Forgotten): string {
  return path.replace(/\w{3,}/g, (word) => {
    const fate = forgotten.person(word, null);
    return fate === null ? word : (fate.alias ?? 'forgotten');
  });
}

const WORD = /[\p{L}\p{M}\p{N}'’.-]+/gu;

function withoutNames(text: string, forgotten: Forgotten): string {
  if (forgotten.nameLengths.length === 0) return text;
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
  let [result, done] = ['', 0];
  for (let at = 0; at < words.length; at++) {
    for (const length of forgotten.nameLengths) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (first === undefined || last === undefined || first.start < done) continue;
      const ending = /(?:['’]s)?[.'’-]*$/.exec(last.word)?.[0].length ?? 0;
      const trailing = /[.'’-]*$/.exec(last.word)?.[0].length ?? 0;
      const fate = [last.end, last.end - trailing, last.end - ending]
        .map((end) => ({ end, fate: forgotten.name(text.slice(first.start, end).replace(/\s+/g, ' ')) }))
        .find((one) => one.fate !== null);
      if (fate === undefined) continue;
      result += text.slice(done, first.start) + (fate.fate?.alias ?? NOBODY);
      done = fate.end;
    }
  }
  return result + text.slice(done);
}

function sameTweet(a: Tweet, b: Tweet): boolean {
  return (Object.keys(a) as (keyof Tweet)[]).every((field) => a[field] === b[field]);
}
