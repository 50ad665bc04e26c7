// People: a few write in every chat, most of them once or twice.
import { random, zipf } from './random.mjs';
import { sentence, WORDS } from './words.mjs';

const CLIENTS = [
  '<a href="https://about.twitter.com/products/tweetdeck" rel="nofollow">TweetDeck</a>',
  '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
  '<a href="http://twitter.com" rel="nofollow">Twitter Web Client</a>',
  '<a href="http://twitter.com/download/android" rel="nofollow">Twitter for Android</a>',
];
const PLACES = ['Ames, Iowa', 'Des Moines, IA', 'Iowa City', '', 'Cedar Falls, Iowa', 'Omaha', 'Midwest', 'Decorah'];
const capital = (word) => word[0].toUpperCase() + word.slice(1);

const known = new Map();

/** The person with this number. */
export function person(number) {
  const already = known.get(number);
  if (already !== undefined) return already;
  const rand = random(1, number);
  const pick = (list) => list[Math.floor(rand() * list.length)];
  const [first, last] = [pick(WORDS), pick(WORDS)].map(capital);
  const made = {
    number,
    handle: `${first}${last}`.slice(0, 11) + number.toString(36),
    name: `${first} ${last}`,
    id: String(20_000_000 + number * 7919),
    place: pick(PLACES),
    about: `${sentence(rand, 8)}. ${sentence(rand, 6)}.`,
    client: pick(CLIENTS),
    followers: Math.floor(30 / (rand() + 0.004)),
    friends: Math.floor(20 / (rand() + 0.01)),
    written: Math.floor(500 / (rand() + 0.01)),
  };
  known.set(number, made);
  return made;
}

const COUNT = 10_000;
const place = zipf(COUNT);
/** The first three lead the chats. */
export const LEADERS = 3;

/** Somebody by the chance to write: busy people often, quiet ones hardly ever. */
export const anybody = (rand) => person(LEADERS + place(rand));
