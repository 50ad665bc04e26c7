// A vocabulary of 50,000 words that follow Zipf's law: the commonest of English and of classrooms, then invented ones.
import { random, zipf } from './random.mjs';

const COMMON = `the to and a of in i for is we you that it on with students are this my be have what how as at our can do not
learning so they but all school from about your an teachers more or if need when think great me there will by their class has just
them make time use who new way one time love work one get like help kids good math reading writing ideas share today best thanks
growth mindset feedback assessment homework grading parents technology project science voice choice student teacher questions
learn people know see try start group building culture community leaders book blog post resource lesson district year week`;

const SYLLABLES = `ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo ga ge gi go ha he hi ho ja jo ka ke ki ko la le li lo lu ma me
mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi wo ya yo za ze zo`.split(/\s+/);
const ENDINGS = ['', 'n', 'r', 's', 't', 'l', 'ng', 'st', 'ing', 'ed', 'er', 'tion', 'ment', 'ly'];

const COUNT = 50_000;

function vocabulary() {
  const words = new Set(COMMON.split(/\s+/));
  const rand = random(50_000);
  const pick = (list) => list[Math.floor(rand() * list.length)];
  while (words.size < COUNT) {
    // The commoner a word, the shorter.
    const syllables = 1 + Math.floor(rand() * 2) + (words.size > 2000 ? 1 : 0);
    words.add(Array.from({ length: syllables }, () => pick(SYLLABLES)).join('') + pick(ENDINGS));
  }
  return [...words];
}

export const WORDS = vocabulary();
const place = zipf(COUNT);

/** One word by its chance. */
export const word = (rand) => WORDS[place(rand)];

/** So many words, a sentence of them beginning with a capital. */
export function sentence(rand, count) {
  let text = word(rand);
  for (let n = 1; n < count; n += 1) text += ` ${word(rand)}`;
  return text[0].toUpperCase() + text.slice(1);
}
