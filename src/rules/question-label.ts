/** The labels people put on tweets: `Q3:`, `A2b)`, `Here we go... Q1.`, `…what we do A4 #chat`. */
import { straighten } from './fold.ts';

/** A label, what it numbers, and what stands after it. */
export interface Label {
  readonly kind: 'question' | 'answer';
  readonly number: number;
  /** What follows the number: `a` in Q1a, `.1` in Q2.1; else empty. */
  readonly suffix: string;
  /** At the start (after tags and handles), inside the text, or at its end. */
  readonly place: 'start' | 'inside' | 'end';
  /** The text without the label and what led up to it. */
  readonly rest: string;
}

const NUMBER = String.raw`(?<number>\d{1,2})(?:\.(?<decimal>\d)(?!\d)|(?<letter>[a-eA-E])(?![a-zA-Z]))?(?!\d|%|:\d)`;
const LEAD = /^(?:\s*\.?[@#][\p{L}\p{N}_]+:?(?:\s+[-:,]\s+)?)*\s*/u;
const START = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,3}(?:re:?\s*)?(?<word>question|answer|ans|a\/q|[qa])(?<space>\s?)(?<mark>[.:#^/-]?)${NUMBER}(?<rest>.*)$`,
  'isu',
);
const INSIDE = new RegExp(
  String.raw`^(?<before>.{0,70}?[^\p{L}\p{N}@#/_])(?<word>question |[qa])(?<space>)(?<mark>[.#^]?)${NUMBER}(?<rest>.*)$`,
  'isu',
);
const END = /^(?<before>.*\s)A(?<number>\d{1,2})(?<letter>[a-e]?)[.)!]*(?<rest>(?:\s+(?:[#@]\S+|https?:\S+|pic\.\S+))*)\s*$/s;

/** A question or answer label, or null: numbers that only look like one (`a 2 day workshop`, `@A2Band`) are none. */
export function questionLabel(text: string): Label | null {
  const body = straighten(text).replace(LEAD, '').replace(SPELLED, spelledNumber);
  return startLabel(body) ?? insideLabel(body) ?? endLabel(body);
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const SPELLED = new RegExp(
  String.raw`^(?<word>[^\p{L}\p{N}]{0,3}(?:question|answer)\s+#?)(?<number>${NUMBERS.join('|')})(?=\s*[:.)-])`,
  'iu',
);

// "Question Three: …"
function spelledNumber(_match: string, word: string, number: string): string {
  return `${word}${NUMBERS.indexOf(number.toLowerCase()) + 1}`;
}

function startLabel(body: string): Label | null {
  const groups = START.exec(body)?.groups;
  return groups === undefined || !isLabel(groups) ? null : labelOf(groups, 'start');
}

type Groups = Readonly<Record<string, string | undefined>>;

function isLabel({ word = '', space = '', mark = '', rest = '' }: Groups): boolean {
  // A letter glued to the digit is a new sentence (Q2When) only when it is a capital: "A1st" is none.
  if (/^[a-z]/.test(rest) && !/^(?:cont|pt|part|follow)/.test(rest)) return false;
  if (/^(?:st|nd|rd|th)\b/i.test(rest)) return false;
  if (/^a/i.test(word) && space !== '' && mark !== '#') return spacedAnswer(word, rest);
  if (!/^q/i.test(word)) return true;
  return (
    !/^\s*-\s?\d/.test(rest) &&
    !/^\s+(?:was|were|made|got|really|and|&|seems?)\b/i.test(rest) &&
    (rest.includes('?') || !/^\s+(?:19|20)\d\d\b/.test(rest))
  );
}

// "a 10 mile run" and "answer 2 emails" are sentences; "A 4 Students…", "Answer 1: …", "Ans 1 …" are labels.
function spacedAnswer(word: string, rest: string): boolean {
  if (word.toLowerCase() === 'ans') return true;
  return word === 'A' ? /^\s*(?:[.:)-]|[A-Z])/.test(rest) : word.length > 1 && /^\s*[.:)-]/.test(rest);
}

// After these words a label is only talked about.
const TALKED_ABOUT =
  /\b(?:miss(?:ed)?|on|to|with|of|about|answer(?:ed|ing|s)?|lov(?:e|ed|ing)|see|saw|read|repost(?:ed)?|before|after|was|were|what(?:'?s| is)|knew|until|till|from|at|and|my|your|his|her|their|the|that|this|in|form|by|re|like|than|or|rt|both)\s*$/i;

function insideLabel(body: string): Label | null {
  const groups = INSIDE.exec(body)?.groups;
  if (groups === undefined) return null;
  const { before = '', word = '', rest = '' } = groups;
  if (/^[a-z]/.test(rest) || /^-\d/.test(rest)) return later(body, groups);
  const punctuated = /^\s?(?:[:)]|[.-](?!\.))/.test(rest);
  const sentence = /(?:[.!?;:,)]|\s-+)\s*$/.test(before);
  const cued =
    /\b(?:here'?s|here is|this is|final q(?:uestion)?|last q(?:uestion)?|but for|as for|follow[- ]?up(?: to| on| for)?)\W*$/i.test(before);
  const fits = /^a/i.test(word)
    ? answerInside(word, { punctuated, sentence, before, rest })
    : cued || (punctuated && !TALKED_ABOUT.test(before)) || (sentence && /^\s+[A-Z]/.test(rest));
  return fits ? labelOf(groups, 'inside') : later(body, groups);
}

interface Surroundings {
  readonly punctuated: boolean;
  readonly sentence: boolean;
  readonly before: string;
  readonly rest: string;
}

const GREETING = /^(?:hello|hi|hey|howdy|good evening|good morning|evening|morning)\b[^.?!]{0,25}$/i;

function answerInside(word: string, { punctuated, sentence, before, rest }: Surroundings): boolean {
  if (TALKED_ABOUT.test(before) && !sentence) return false;
  return punctuated || (word === 'A' && (sentence || GREETING.test(before)) && /^\s+\p{L}/u.test(rest));
}

// The first number was no label ("I missed Q1-3, but for Q4, …"): look behind it, once.
function later(body: string, { before = '' }: Groups): Label | null {
  const behind = body.slice(before.length + 2);
  const groups = /^(?<before>.{0,30}?\b(?:but for|as for|here is)\s+)(?<word>[qa])(?<number>\d{1,2})(?=[,:.\s])(?<rest>.*)$/is.exec(
    behind,
  )?.groups;
  return groups === undefined ? null : labelOf(groups, 'inside');
}

function endLabel(body: string): Label | null {
  const groups = END.exec(body)?.groups;
  if (groups === undefined || TALKED_ABOUT.test(groups['before'] ?? '')) return null;
  return labelOf({ ...groups, word: 'a', rest: groups['before'] }, 'end');
}

function labelOf({ word = '', number = '', decimal, letter = '', rest = '' }: Groups, place: Label['place']): Label | null {
  const value = Number(number);
  if (value < 1 || value > 30) return null;
  return {
    kind: /^q/i.test(word) ? 'question' : 'answer',
    number: value,
    suffix: decimal === undefined ? letter.toLowerCase() : `.${decimal}`,
    place,
    rest: place === 'end' ? rest.trim() : rest.replace(/^[\s.:)\]?,-]+/, '').trim(),
  };
}
