// Reads the session scripts and turns every line into a tweet with an id, a time, a text and its entities.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PAGES } from './pages.mjs';
import { people } from './people.mjs';

const TWITTER_EPOCH = 1288834974657n;

/** A number from 0 to 1 that depends on its seed alone: a changed line leaves every other tweet as it was. */
function chance(seed) {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
}

/** A tweet id for that millisecond: the time above bit 22, below it a machine number and a running number. */
function snowflake(ms, seed) {
  const machine = BigInt(Math.floor(chance(`${seed} machine`) * 1024));
  const running = BigInt(Math.floor(chance(`${seed} running`) ** 3 * 5));
  return ((BigInt(ms) - TWITTER_EPOCH) << 22n) | (machine << 12n) | running;
}

/** Stable made-up codes for t.co links, photos and element ids. */
export function code(seed, length, alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
  const bytes = createHash('sha512').update(seed).digest();
  return Array.from({ length }, (_, i) => alphabet[bytes[i] % alphabet.length]).join('');
}

const WEEKDAYS = { fri: -2, sat: -1, sun: 0, mon: 1 };

/** UTC milliseconds of a time as the scripts write it. In April, Central time is five hours behind UTC. */
function instant(when, date) {
  const day = /^(fri|sat|sun|mon) (\d\d):(\d\d):(\d\d)$/.exec(when);
  if (day) {
    const [, name, h, m, s] = day;
    return Date.parse(`${date}T05:00:00Z`) + ((WEEKDAYS[name] * 24 + Number(h)) * 3600 + m * 60 + Number(s)) * 1000;
  }
  const [, sign, m, s] = /^(-?)(\d+):(\d\d)$/.exec(when);
  const offset = (Number(m) * 60 + Number(s)) * 1000;
  return Date.parse(`${date}T05:00:00Z`) + 19 * 3600_000 + (sign ? -offset : offset);
}

const LINE = /^((?:(?:fri|sat|sun|mon) [\d:]+)|-?\d+:\d\d) (\w+)([^|]*?)(?:\| (.*))?$/;

function readLine(line, date, who) {
  const found = LINE.exec(line);
  if (!found) throw new Error(`cannot read: ${line}`);
  const [, when, short, marks, template = ''] = found;
  if (!who.has(short)) throw new Error(`nobody is called ${short}: ${line}`);
  const tweet = { line, date, author: who.get(short), flags: new Set(), template: template.replaceAll('\\n', '\n') };
  tweet.second = instant(when, date);
  const words = marks.trim().split(/\s+/).filter(Boolean);
  while (words.length > 0) {
    const word = words.shift();
    if (word.startsWith('!')) tweet.flags.add(word.slice(1));
    else if (word.startsWith('<')) tweet.parentKey = word.slice(1);
    else if (word === 'rt') tweet.originalKey = words.shift();
    else if (word === 'qt') tweet.quotedKey = words.shift();
    else tweet.key = word;
  }
  return tweet;
}

/** Twitter's short form of an address: no scheme, no www., at most 15 characters after the host. */
function displayUrl(url) {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '');
  const slash = bare.indexOf('/');
  if (slash < 0 || bare.length - slash <= 15) return bare;
  return `${bare.slice(0, slash + 15)}…`;
}

function linkToken(seed, expanded) {
  return { type: 'url', text: `https://t.co/${code(seed, 10)}`, expanded, display: displayUrl(expanded) };
}

function mediaToken(tweet) {
  const text = `https://t.co/${code(`${tweet.id} photo`, 10)}`;
  return {
    type: 'media',
    text,
    id: tweet.id - (900n << 22n),
    file: code(`${tweet.id} file`, 15),
    expanded: `https://twitter.com/${tweet.author.handle}/status/${tweet.id}/photo/1`,
    display: text.replace('https://t.co/', 'pic.twitter.com/'),
  };
}

export const statusUrl = (tweet) => `https://twitter.com/${tweet.author.handle}/status/${tweet.id}`;

const HASHTAGS = { i: 'iaedchat', I: 'IAedchat', C: 'IAedChat' };
const MARK = /@(\w+)|#(\w+)|\{(\w+)(?:\.(\w+))?\}/g;

function markToken(tweet, who, [raw, person, hashtag, name, spelling = 'plain'], n) {
  if (person) {
    if (!who.has(person)) throw new Error(`@${person} is nobody: ${tweet.line}`);
    return { type: 'mention', text: `@${who.get(person).handle}`, person: who.get(person) };
  }
  if (hashtag) {
    // A number sign before digits is no hashtag.
    if (/^\d+$/.test(hashtag)) return { type: 'text', text: raw };
    return { type: 'hashtag', text: `#${HASHTAGS[hashtag] ?? hashtag}` };
  }
  if (name === 'pic') return mediaToken(tweet);
  if (name === 'quote') return { ...linkToken(`${tweet.id} quote`, statusUrl(tweet.quoted)), quote: true };
  const address = PAGES[name]?.[spelling];
  if (!address) throw new Error(`no page {${name}.${spelling}}: ${tweet.line}`);
  return linkToken(`${tweet.id} ${n}`, address);
}

/** The text of a tweet as a row of tokens: plain text, mentions, hashtags, links and pictures. */
function tokens(tweet, who) {
  const template = tweet.quoted && !tweet.template.includes('{quote}') ? `${tweet.template} {quote}` : tweet.template;
  const row = [];
  let at = 0;
  for (const match of template.matchAll(MARK)) {
    if (match.index > at) row.push({ type: 'text', text: template.slice(at, match.index) });
    row.push(markToken(tweet, who, match, row.length));
    at = match.index + match[0].length;
  }
  if (at < template.length) row.push({ type: 'text', text: template.slice(at) });
  return row;
}

export const plainText = (row) => row.map((token) => token.text).join('');
export const lengthOf = (text) => [...text.normalize('NFC')].length;

/** A retweet's own text: the original behind `RT @x: `, cut at 140 characters with an ellipsis, as in 2016. */
function retweetTokens(original) {
  const whole = [
    { type: 'text', text: 'RT ' },
    { type: 'mention', text: `@${original.author.handle}`, person: original.author },
    { type: 'text', text: ': ' },
    ...original.tokens,
  ];
  if (lengthOf(plainText(whole)) <= 140) return whole;
  const kept = [];
  let room = 139;
  for (const token of whole) {
    const size = lengthOf(token.text);
    if (size <= room) kept.push(token);
    else {
      // What is left of a hashtag or a link is only text; the link itself is remembered as lost.
      if (room > 0) kept.push({ type: 'text', text: [...token.text].slice(0, room).join('') });
      if (token.type === 'url') kept.lost = [...(kept.lost ?? []), token];
    }
    room = Math.max(0, room - size);
  }
  kept.push({ type: 'text', text: '…' });
  return kept;
}

function linkUp(tweets) {
  const byKey = new Map();
  for (const tweet of tweets) {
    if (!tweet.key) continue;
    if (byKey.has(tweet.key)) throw new Error(`key twice: ${tweet.line}`);
    byKey.set(tweet.key, tweet);
  }
  const find = (key, line) => {
    if (!byKey.has(key)) throw new Error(`no tweet has the key ${key}: ${line}`);
    return byKey.get(key);
  };
  for (const tweet of tweets) {
    if (tweet.parentKey) tweet.parent = find(tweet.parentKey, tweet.line);
    if (tweet.originalKey) tweet.original = find(tweet.originalKey, tweet.line);
    if (tweet.quotedKey) tweet.quoted = find(tweet.quotedKey, tweet.line);
    for (const before of [tweet.parent, tweet.original, tweet.quoted]) {
      if (before && before.second >= tweet.second) throw new Error(`comes before its own source: ${tweet.line}`);
    }
  }
}

const hasHashtag = (tweet) => /#iaedchat(?!\w)/i.test(plainText(tweet.tokens));

/** The tweets of one session, oldest first. */
function readSession(date, who) {
  const lines = readFileSync(new URL(`${date}.txt`, import.meta.url), 'utf8').split('\n');
  const tweets = lines.filter((line) => line.trim() && !line.startsWith('# ')).map((line) => readLine(line, date, who));
  tweets.sort((a, b) => a.second - b.second);
  for (const tweet of tweets) {
    const seed = `${tweet.second} ${tweet.author.handle}`;
    tweet.id = snowflake(tweet.second + Math.floor(chance(seed) * 1000), seed);
  }
  linkUp(tweets);
  for (const tweet of tweets) tweet.tokens = tweet.original ? retweetTokens(tweet.original) : tokens(tweet, who);
  for (const tweet of tweets) {
    tweet.text = plainText(tweet.tokens);
    // The search that filled the sheet matched a retweet by the whole of its original.
    tweet.tagged = hasHashtag(tweet.original ?? tweet);
    tweet.retweets = tweets.filter((other) => other.original === tweet).length;
    tweet.favorites = favorites(tweet, tweets);
  }
  return tweets;
}

/** Likes: more for what was answered and retweeted, hardly any for teasers. */
function favorites(tweet, tweets) {
  if (tweet.original) return 0;
  const replies = tweets.filter((other) => other.parent === tweet).length;
  return Math.floor(chance(`${tweet.id} likes`) ** 2 * 6) + tweet.retweets * 3 + replies * 2;
}

export function readDemo() {
  const who = people(chance, snowflake);
  const sessions = ['2016-04-03', '2016-04-10', '2016-04-17'].map((date) => readSession(date, who));
  return { who, sessions };
}
