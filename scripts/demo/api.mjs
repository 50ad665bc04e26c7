// Twitter API v1.1, the extended form that statuses/lookup gives: one tweet a line.

import { lengthOf, statusUrl } from './script.mjs';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n) => String(n).padStart(2, '0');

/** `Mon Apr 18 00:03:12 +0000 2016` */
export function apiDate(ms) {
  const d = new Date(ms);
  const clock = [d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()].map(two).join(':');
  return `${DAYS[d.getUTCDay()]} ${MONTHS[d.getUTCMonth()]} ${two(d.getUTCDate())} ${clock} +0000 ${d.getUTCFullYear()}`;
}

/** The API escapes only these three characters; its indices count the escaped text. */
export const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `number` says how ids are written as numbers: exactly (BigInt) by the API, rounded (Number) by a spreadsheet script. */
function mediaEntity(token, indices, number) {
  const file = `pbs.twimg.com/media/${token.file}.jpg`;
  return {
    id: number(token.id),
    id_str: String(token.id),
    indices,
    media_url: `http://${file}`,
    media_url_https: `https://${file}`,
    url: token.text,
    display_url: token.display,
    expanded_url: token.expanded,
    type: 'photo',
    sizes: { large: { w: 1024, h: 768, resize: 'fit' }, thumb: { w: 150, h: 150, resize: 'crop' } },
  };
}

export function entities(row, number) {
  const found = { hashtags: [], symbols: [], user_mentions: [], urls: [] };
  let at = 0;
  const urlEntity = (token, indices) => ({ url: token.text, expanded_url: token.expanded, display_url: token.display, indices });
  for (const token of row) {
    const indices = [at, at + lengthOf(escapeText(token.text))];
    at = indices[1];
    if (token.type === 'hashtag') found.hashtags.push({ text: token.text.slice(1), indices });
    if (token.type === 'url') found.urls.push(urlEntity(token, indices));
    if (token.type === 'media') (found.media ??= []).push(mediaEntity(token, indices, number));
    if (token.type === 'mention') {
      const { handle, name, id } = token.person;
      found.user_mentions.push({ screen_name: handle, name, id: number(id), id_str: String(id), indices });
    }
  }
  // A link that the 140 characters cut off is still listed, at the place of the ellipsis.
  for (const token of row.lost ?? []) found.urls.push(urlEntity(token, [at - 1, at]));
  return found;
}

/** The text shown ends before a picture's or a quoted tweet's link at the end. */
function displayRange(row) {
  const sizes = row.map((token) => lengthOf(escapeText(token.text)));
  let end = sizes.reduce((sum, size) => sum + size, 0);
  const last = row.at(-1);
  if (last.type === 'media' || last.quote) {
    end -= sizes.at(-1);
    if (row.at(-2)?.text.endsWith(' ')) end -= 1;
  }
  return [0, end];
}

function userObject(person) {
  return {
    id: person.id,
    id_str: String(person.id),
    name: person.name,
    screen_name: person.handle,
    location: person.place,
    followers_count: person.followers,
    friends_count: person.friends,
    created_at: apiDate(person.joined.getTime()),
  };
}

/** Whom a tweet answers: its parent's author, or, without a parent, the person its text opens with. */
export function repliedTo(tweet) {
  if (tweet.parent) return tweet.parent.author;
  const first = tweet.tokens[0];
  return first.type === 'mention' ? first.person : null;
}

/** The API guessed the language from the text, and fell for a few foreign words. */
function language(text) {
  if (/\bmerci\b|Bonsoir|chez nous/.test(text)) return 'fr';
  if (/¡|Las abuelas|Aprendí|que hable/.test(text)) return 'es';
  return 'en';
}

export function apiTweet(tweet, depth = 0) {
  const to = repliedTo(tweet);
  const object = {
    created_at: apiDate(tweet.second),
    id: tweet.id,
    id_str: String(tweet.id),
    full_text: escapeText(tweet.text),
    truncated: false,
    display_text_range: displayRange(tweet.tokens),
    entities: entities(tweet.tokens, (id) => id),
    source: tweet.author.client,
    in_reply_to_status_id: tweet.parent?.id ?? null,
    in_reply_to_status_id_str: tweet.parent ? String(tweet.parent.id) : null,
    in_reply_to_user_id: to?.id ?? null,
    in_reply_to_user_id_str: to ? String(to.id) : null,
    in_reply_to_screen_name: to?.handle ?? null,
    user: userObject(tweet.author),
    is_quote_status: Boolean(tweet.quoted ?? tweet.original?.quoted),
  };
  const media = object.entities.media;
  if (media) object.extended_entities = { media };
  if (tweet.quoted) {
    object.quoted_status_id = tweet.quoted.id;
    object.quoted_status_id_str = String(tweet.quoted.id);
    if (depth === 0) object.quoted_status = apiTweet(tweet.quoted, 1);
    const link = tweet.tokens.find((token) => token.quote);
    object.quoted_status_permalink = { url: link.text, expanded: statusUrl(tweet.quoted), display: link.display };
  }
  if (tweet.original) object.retweeted_status = apiTweet(tweet.original);
  const counted = tweet.original ?? tweet;
  object.retweet_count = counted.retweets;
  object.favorite_count = tweet.favorites;
  object.favorited = false;
  object.retweeted = false;
  object.lang = language(counted.text);
  return object;
}

/** JSON with 64-bit ids digit by digit: JavaScript's own numbers would round them. */
export function exactJson(value) {
  const marked = JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `\uE000${v}\uE000` : v));
  return marked.replace(/"\uE000(\d+)\uE000"/g, '$1');
}

export const apiFile = (tweets) => tweets.map((tweet) => `${exactJson(apiTweet(tweet))}\n`).join('');
