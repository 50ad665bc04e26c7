// Reads data/demo as a stranger would, checks it, and prints what is in it: node scripts/demo/check.mjs
// Exits with 1 when a rule is broken. The expected figures of tests may be taken from here.

import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../data/demo/', import.meta.url);
const read = (name) => readFileSync(new URL(name, FOLDER), 'utf8');

const faults = [];
const must = (holds, fault) => {
  if (!holds) faults.push(fault);
};

const decode = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

const timeOfId = (id) => Number((BigInt(id) >> 22n) + 1288834974657n);
const toSecond = (ms) => Math.floor(ms / 1000) * 1000;

/** The date in Iowa, five hours behind UTC in April; Monday's stragglers belong to the Sunday before. */
function sessionOf(id) {
  const local = new Date(timeOfId(id) - 5 * 3600_000);
  const sundays = ['2016-04-03', '2016-04-10', '2016-04-17'];
  const friday = (sunday) => Date.parse(sunday) - 2 * 86400_000;
  return sundays.findLast((sunday) => local.getTime() >= friday(sunday));
}

/** Rows of a CSV file, quoted cells and line breaks in them included. */
function csvRows(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const linkPairs = (entities) => [...entities.urls, ...(entities.media ?? [])].map((url) => [url.url, url.expanded_url]);

function readTags() {
  const [header, ...rows] = csvRows(read('tags-iaedchat-april-2016.csv'));
  must(header.length === 18, 'TAGS: not 18 columns');
  const tweets = rows.map((cells) => {
    must(cells.length === 18, `TAGS: a row of ${cells.length} cells`);
    const row = Object.fromEntries(header.map((name, i) => [name, cells[i]]));
    const id = /statuses\/(\d+)$/.exec(row.status_url)[1];
    return {
      id,
      author: row.from_user,
      text: decode(row.text),
      at: Date.parse(row.created_at),
      links: linkPairs(JSON.parse(row.entities_str)),
      parent: row.in_reply_to_status_id_str || null,
      retweetOf: null,
      spoiltId: row.id_str !== id,
    };
  });
  must(
    tweets.every((t, i) => i === 0 || t.at <= tweets[i - 1].at || tweets.findIndex((o) => o.id === t.id) < i),
    'TAGS: not newest first',
  );
  for (const tweet of tweets) must(/#iaedchat/i.test(tweet.text) || tweet.text.startsWith('RT @'), `TAGS: no hashtag: ${tweet.text}`);
  return tweets;
}

function readApi() {
  return read('iaedchat-weeks-2-and-3.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const t = JSON.parse(line);
      // The numeric id must stand in the line digit by digit.
      must(line.includes(`"id":${t.id_str},`), `API: id rounded: ${t.id_str}`);
      const text = decode(t.full_text);
      const shown = [...t.full_text];
      for (const url of [...t.entities.urls, ...(t.entities.media ?? [])]) {
        const there = shown.slice(...url.indices).join('');
        must(there === url.url || there === '…', `API: index off in ${t.id_str}`);
      }
      for (const tag of t.entities.hashtags)
        must(shown.slice(...tag.indices).join('') === `#${tag.text}`, `API: hashtag off in ${t.id_str}`);
      return {
        id: t.id_str,
        author: t.user.screen_name,
        text,
        at: Date.parse(t.created_at),
        links: linkPairs(t.entities),
        parent: t.in_reply_to_status_id_str,
        retweetOf: t.retweeted_status?.id_str ?? null,
        quoteOf: t.quoted_status_id_str ?? null,
      };
    });
}

function storyText(html) {
  const short = html.replace(/<a href="(https:\/\/t\.co\/\w+)"[^>]*>.*?<\/a>/g, '$1');
  return decode(short.replace(/<[^>]+>/g, ''));
}

function readStory() {
  const page = read('storify-iaedchat-2016-04-17.html');
  const elements = page.split('<li data-eid=').slice(1);
  const stats = JSON.parse(/"elements":(\{[^}]*\})/.exec(page)[1]);
  must(Object.values(stats).reduce((a, b) => a + b) === elements.length, 'Storify: stats do not add up');
  const tweets = elements
    .filter((html) => html.includes('data-source="twitter"'))
    .map((html) => ({
      id: /data-permalink="(?:https:)?\/\/twitter\.com\/\w+\/status\/(\d+)"/.exec(html)[1],
      author: (/s-quote-author-username">@(\w+)/.exec(html) ?? /s-author-twitter-handle">@(\w+)/.exec(html))[1],
      text: storyText(/(?:s-quote-text|s-image-caption) emojify">([\s\S]*?)<\/div>/.exec(html)[1]),
      at: Date.parse(/data-timestamp="([^"]+)"/.exec(html)[1]),
      links: [...html.matchAll(/<a href="(https:\/\/t\.co\/\w+)" target="_blank" title="([^"]*)"/g)].map((m) => [m[1], decode(m[2])]),
      via: /s-via twitter"> @(\w+)/.exec(html)?.[1] ?? null,
    }));
  return { tweets, stats };
}

/** One page under all its spellings. */
function pageKey(url) {
  const u = new URL(url);
  if (u.hostname === 'youtu.be') return `youtube.com/watch?v=${u.pathname.slice(1)}`;
  const tracking = Array.from(u.searchParams.keys()).filter((name) => name.startsWith('utm_'));
  for (const name of tracking) u.searchParams.delete(name);
  return u.hostname.replace(/^www\./, '') + u.pathname.replace(/\/$/, '') + u.search;
}

const isPage = (url) => !/^https?:\/\/twitter\.com\//.test(url);
const print = (...words) => console.log(...words);
const distinct = (list) => new Set(list).size;

// ---- checks

const tags = readTags();
const api = readApi();
const story = readStory();
// A story may show a retweet's id under the original's name and time: no contradiction, but not that tweet either.
const isShiftedVia = (t) => t.via !== null && toSecond(timeOfId(t.id)) !== t.at;
const storyTweets = story.tweets.filter((t) => !isShiftedVia(t));
const everything = [...api, ...tags, ...storyTweets];

const union = new Map();
const addresses = new Map();
for (const tweet of everything) {
  must(toSecond(timeOfId(tweet.id)) === tweet.at, `the id's time is not the stated one: ${tweet.id}`);
  must([...tweet.text.normalize('NFC')].length <= 140, `too long: ${tweet.text}`);
  must(tweet.author.length <= 15, `handle too long: ${tweet.author}`);
  const known = union.get(tweet.id);
  if (known) {
    must(known.author === tweet.author, `two authors: ${tweet.id}`);
    must(known.text === tweet.text, `two texts: ${tweet.id}\n  ${known.text}\n  ${tweet.text}`);
    must(tweet.parent === undefined || known.parent === tweet.parent, `two parents: ${tweet.id}`);
  } else union.set(tweet.id, tweet);
  for (const [short, expanded] of tweet.links) {
    must(/^https:\/\/t\.co\/\w{10}$/.test(short), `odd short link ${short}`);
    must((addresses.get(short) ?? expanded) === expanded, `${short} has two targets`);
    addresses.set(short, expanded);
  }
}

// ---- figures

const ids = (list) => new Set(list.map((t) => t.id));
const [T, A, S] = [ids(tags), ids(api), ids(storyTweets)];
const count = (predicate) => [...union.keys()].filter(predicate).length;

print('FILES');
print(`  TAGS     ${tags.length} rows, ${T.size} tweets, ${tags.filter((t) => t.spoiltId).length} with a spoilt id_str`);
print(`  API      ${api.length} lines, ${A.size} tweets`);
print(
  `  Storify  ${story.tweets.length} tweet elements (${JSON.stringify(story.stats)}), ${S.size} tweets by their own id, ` +
    `${story.tweets.filter((t) => t.via).length} via, ${story.tweets.filter(isShiftedVia).length} of them with the retweet's id`,
);
print(`  union    ${union.size} tweets by ${distinct([...union.values()].map((t) => t.author))} people`);
print(
  `  in all three ${count((id) => T.has(id) && A.has(id) && S.has(id))}; TAGS+API only ${count((id) => T.has(id) && A.has(id) && !S.has(id))}; ` +
    `API+Storify only ${count((id) => !T.has(id) && A.has(id) && S.has(id))}; TAGS+Storify only ${count((id) => T.has(id) && !A.has(id) && S.has(id))}; ` +
    `TAGS alone ${count((id) => T.has(id) && !A.has(id) && !S.has(id))}; API alone ${count((id) => !T.has(id) && A.has(id) && !S.has(id))}; ` +
    `Storify alone ${count((id) => !T.has(id) && !A.has(id) && S.has(id))}`,
);
for (const t of [...union.values()].filter((o) => S.has(o.id) && !T.has(o.id) && !A.has(o.id)))
  print(`    only in the story: ${t.id} ${t.author}: ${t.text}`);

const MODERATORS = new Set(['LindqvistLeads7', 'dev_okafor_k12x', 'RosaTeach_pbl9', 'PriyaPLdesign_q']);
// A moderator's text that opens with Q and a number and goes on with the question itself.
const isQuestion = (t) => MODERATORS.has(t.author) && /^Q\d/.test(t.text) && !/^Q\d (coming up|on |is |from me)/i.test(t.text);
const isUnnumbered = (t) => t.text.startsWith('What makes a portfolio worth');
const isRetweet = (t) => /^RT @\w+:/.test(t.text);
const hasLabel = (t) =>
  /(?:^|\s)[AaQq]\d[ab]?(?:\b|(?=[:.)]))/.test(t.text.replace(/Rich from A2|night from A2|What's Q\d|I knew A3/g, ''));

for (const date of ['2016-04-03', '2016-04-10', '2016-04-17']) {
  const tweets = [...union.values()].filter((t) => sessionOf(t.id) === date).sort((a, b) => a.at - b.at);
  const start = Date.parse(`${date}T00:00:00Z`) + 24 * 3600_000;
  const minute = (t) => Math.floor((t.at - start) / 60_000);
  const originals = tweets.filter((t) => !isRetweet(t));
  const asked = originals.filter((t) => isQuestion(t) || isUnnumbered(t));
  const others = originals.filter((t) => !asked.includes(t));
  const unlabelled = others.filter((t) => !hasLabel(t));
  const depth = (t) => (t.parent && union.has(t.parent) ? 1 + depth(union.get(t.parent)) : 1);
  const parents = new Set(tweets.map((t) => t.parent).filter(Boolean));
  const ends = tweets
    .filter((t) => t.parent && !parents.has(t.id))
    .map(depth)
    .sort((a, b) => b - a);

  print(`\nSESSION ${date}: ${tweets.length} tweets, ${distinct(tweets.map((t) => t.author))} people`);
  print(
    `  TAGS ${tweets.filter((t) => T.has(t.id)).length}, API ${tweets.filter((t) => A.has(t.id)).length}, Storify ${tweets.filter((t) => S.has(t.id)).length}`,
  );
  print(
    `  before the hour ${tweets.filter((t) => minute(t) < 0).length}, in it ${tweets.filter((t) => minute(t) >= 0 && minute(t) < 60).length}, ` +
      `to 8:30 ${tweets.filter((t) => minute(t) >= 60 && minute(t) < 90).length}, next day ${tweets.filter((t) => minute(t) >= 90).length}`,
  );
  print(`  first ${new Date(tweets[0].at).toISOString()}, last ${new Date(tweets.at(-1).at).toISOString()}`);
  print(
    `  retweets ${tweets.length - originals.length}, replies ${tweets.filter((t) => t.parent).length}, ` +
      `quotes ${tweets.filter((t) => !isRetweet(t) && t.links.some(([, url]) => /\/status\/\d+$/.test(url))).length}, without hashtag ${originals.filter((t) => !/#iaedchat/i.test(t.text)).length}`,
  );
  print(
    `  originals that are no question: ${others.length}, unlabelled ${unlabelled.length} (${Math.round((100 * unlabelled.length) / others.length)} %)`,
  );
  must(unlabelled.length / others.length >= 0.45, `${date}: too many labels`);
  print(`  reply chains, tweets from root to end: ${ends.join(' ')}`);
  print(`  parents not in the archive: ${[...parents].filter((id) => !union.has(id)).join(' ') || 'none'}`);
  for (const t of asked) print(`  ${t.id} +${minute(t)} ${t.author}: ${t.text}`);
}

print('\nPAGES (people, spellings, sessions)');
const pages = new Map();
for (const tweet of union.values()) {
  if (isRetweet(tweet)) continue;
  for (const [, url] of tweet.links.filter(([, expanded]) => isPage(expanded))) {
    const page = pages.get(pageKey(url)) ?? { people: new Set(), spellings: new Set(), sessions: new Set() };
    page.people.add(tweet.author);
    page.spellings.add(url);
    page.sessions.add(sessionOf(tweet.id).slice(5));
    pages.set(pageKey(url), page);
  }
}
for (const [key, page] of [...pages].sort((a, b) => b[1].people.size - a[1].people.size || a[0].localeCompare(b[0], 'en')))
  print(
    `  ${page.people.size} ${page.spellings.size}  ${[...page.sessions].toSorted((a, b) => a.localeCompare(b, 'en')).join(' ')}  ${key}`,
  );
print(`  ${pages.size} pages`);

if (faults.length > 0) {
  print(`\n${faults.length} FAULTS\n${faults.join('\n')}`);
  process.exitCode = 1;
} else print('\nall checks passed');
