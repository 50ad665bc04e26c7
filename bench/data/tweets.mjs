// The tweets of a chat week: a burst in the chat's hour with questions and their answers, and some talk around it. Any week
// can be made without those before it, so that files can be of any size and a later one can overlap with an earlier one.
import { readFileSync } from 'node:fs';
import { anybody, LEADERS, person } from './people.mjs';
import { random } from './random.mjs';
import { sentence, word } from './words.mjs';

const PER_WEEK = 2000;
/** A decade: beyond it there are not more weeks but more chats. */
const WEEKS = 500;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_MONDAY = Date.UTC(2013, 0, 7);
const ID_EPOCH = 1_288_834_974_657;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const QUESTIONS = 8;

const CHATS = JSON.parse(readFileSync(new URL('../../data/chats.json', import.meta.url), 'utf8')).filter(
  ({ schedule }) => schedule.length > 0,
);

/** How many chats a number of tweets is of. */
export const chatsOf = (tweets) => Math.max(1, Math.ceil(tweets / (PER_WEEK * WEEKS)));
/** How many weeks a number of tweets fills. */
export const weeksOf = (tweets) => Math.max(1, Math.ceil(tweets / (PER_WEEK * chatsOf(tweets))));

/** The tweets of one week (counted from 0) of so many chats, in time order. */
export function weekOf(week, chats) {
  const all = CHATS.slice(0, chats).flatMap((chat, number) => chatWeek(chat, number, week));
  return chats === 1 ? all : all.sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1));
}

function chatWeek(chat, number, week) {
  const rand = random(2, number, week);
  const monday = FIRST_MONDAY + week * 7 * DAY;
  const hour = hourOf(chat, monday);
  const scene = { rand, tag: chat.name, originals: [], leader: person((week + number) % LEADERS) };
  const events = [
    { at: hour, kind: 'welcome' },
    ...Array.from({ length: QUESTIONS }, (_, n) => ({ at: hour + (6 + n * 6.5) * MINUTE, kind: 'question', question: n + 1 })),
  ];
  while (events.length < PER_WEEK) events.push({ at: someTime(rand, monday, hour), kind: 'talk' });
  events.sort((a, b) => a.at - b.at);
  let question = 0;
  return events.map((event, index) => {
    question = event.question ?? (event.at > hour + 70 * MINUTE ? 0 : question);
    const id = ((BigInt(Math.floor(event.at)) - BigInt(ID_EPOCH)) << 22n) | BigInt((number << 14) | (index & 0x3fff));
    const tweet = { id: String(id), ms: Math.floor(event.at), ...written(scene, event, question) };
    if (!tweet.retweets) scene.originals.push(tweet);
    return tweet;
  });
}

// Four of five in the hour, the others in the evening before it or anywhere in the week.
function someTime(rand, monday, hour) {
  const chance = rand();
  if (chance < 0.8) return hour + rand() * 64 * MINUTE;
  return chance < 0.88 ? hour - rand() * 120 * MINUTE : monday + 12 * 60 * MINUTE + rand() * 6 * DAY;
}

function hourOf({ zone, schedule }, monday) {
  const of = (entry) => monday + WEEKDAYS.indexOf(entry.weekday) * DAY;
  const date = new Date(monday + 6 * DAY).toISOString().slice(0, 10);
  const entry = schedule.find(({ from = '', until = '9' }) => from <= date && date <= until) ?? schedule[0];
  const [hours, minutes] = entry.time.split(':').map(Number);
  const wall = of(entry) + (hours * 60 + minutes) * MINUTE;
  return wall - offset(zone, wall) * MINUTE;
}

const clocks = new Map();

// Minutes that a zone is ahead of UTC.
function offset(zone, ms) {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  clocks.set(zone, clock);
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?$/.exec(clock.format(ms)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function written(scene, { kind }, question) {
  const { rand, tag, leader } = scene;
  if (kind === 'welcome') return told(scene, leader, `Welcome to #${tag}! Please introduce yourself: who are you, and what do you teach?`);
  if (kind === 'question') return told(scene, leader, `Q${question}: ${sentence(rand, 7 + Math.floor(rand() * 8))}? #${tag}`);
  const author = anybody(rand);
  const chance = rand();
  const { originals } = scene;
  const other = originals[originals.length - 1 - Math.floor(rand() ** 2 * Math.min(originals.length, 300))];
  if (other !== undefined && chance < 0.18) return retweet(scene, author, other);
  if (other !== undefined && chance < 0.36) return reply(scene, author, other);
  if (other !== undefined && chance < 0.39) return { ...told(scene, author, `${sentence(rand, 6)} #${tag}`), quoted: other };
  const label = question > 0 && chance < 0.8 ? `A${question}${rand() < 0.5 ? ':' : ''} ` : '';
  return told(scene, author, `${label}${words(rand)} #${tag}`);
}

const words = (rand) => sentence(rand, 6 + Math.floor(rand() * 14)) + (rand() < 0.06 ? ' 🎉' : rand() < 0.12 ? ' & more' : '.');

function reply(scene, author, other) {
  const { rand, tag } = scene;
  return { ...told(scene, author, `@${other.author.handle} ${words(rand)}${rand() < 0.7 ? ` #${tag}` : ''}`), parent: other };
}

function retweet(scene, author, other) {
  return { author, text: `RT @${other.author.handle}: ${other.text}`, link: other.link, likes: 0, shares: other.shares, retweets: other };
}

// One tweet in seven carries a link, one in twenty a second hashtag.
function told({ rand }, author, text) {
  const link = rand() < 0.14 ? linkOf(rand) : null;
  const second = rand() < 0.05 ? ` #${word(rand)}` : '';
  return { author, text: `${text}${second}${link === null ? '' : ` ${link.short}`}`, link, likes: count(rand), shares: count(rand) };
}

const count = (rand) => Math.floor(0.6 / (rand() + 0.02));
const code = (rand, length) =>
  Math.floor(rand() * 36 ** length)
    .toString(36)
    .padStart(length, '0');

/** Pages are shared again and again, in several spellings; a share has a short address of its own. */
function linkOf(rand) {
  const page = Math.floor(40 / (rand() + 0.0008));
  const host = page % 5 === 0 ? 'docs.example.com' : `site${page % 700}.example.org`;
  const spelling = rand();
  const start = spelling < 0.2 ? 'http://' : spelling < 0.3 ? 'https://www.' : 'https://';
  const url = `${start}${host}/${page % 9 === 0 ? 'blog/' : ''}page-${page}${spelling > 0.8 ? '?utm_source=twitter&utm_medium=social' : ''}`;
  return { url, short: `https://t.co/${code(rand, 5)}${code(rand, 5)}`, shown: `${host}/page…` };
}
