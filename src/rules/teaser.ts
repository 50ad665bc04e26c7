import { foldText, spoken } from './fold.ts';

/** An announcement that a question is about to come; the number is null for "last question coming up". */
export interface Teaser {
  readonly number: number | null;
}

const QUESTION = String.raw`(?:q\s?[.:#]?\s?(\d{1,2})|question\s*#?\s?(\d{1,2})|(?:the\s+)?(?:next|last|final|first|1st|2nd|3rd|second|third|fourth|fifth)\s+(?:q|question)|(?:a|another)\s+(?:question|q))\b`;
const COMING = String.raw`(?:(?:is|are|'s)\s+)?(?:now\s+|just\s+|right\s+|almost\s+)?(?:coming|comin'?|on[- ]deck|in the on-deck|on (?:it'?s|the|our) way|on the horizon|primed|about to|up next|up in|around the corner|incoming|next up|just ahead|ready to (?:go|launch)|headed your way|heading your way|moments? away|in (?:just )?(?:\d+|an?|one|two|three|five|ten|a few|a couple of) ?(?:min|sec|moment)\w*|in \d\W+\d\W+\d|to come|next(?=\W*$))\b`;
const BEFORE = String.raw`(?:here (?:comes?|it comes|goes)|coming (?:right )?up(?: next)?|and now|drum ?roll(?:,? please)?|without further ado|(?:get |getting )?(?:ready|set) for|next (?:at bat|up)|up next|on deck|(?<!in )time for|on to|moving on to|(?:let'?s|we'?ll|going to|gonna) (?:move|skip|jump|go|get) (?:\w+ )?(?:on )?(?:to|with)|stand by for|look out for|watch for)`;
const AFTER_NUMBER = new RegExp(String.raw`^.{0,25}?\b${QUESTION}[\s.!?:,-]*${COMING}(?<rest>.*)$`, 's');
// "Q6 from me, wish me luck… it's coming up": with something in between.
const IT_COMES = new RegExp(
  String.raw`^.{0,25}?\b${QUESTION}[^?]{0,50}\b(?:it|that one|this one)(?:'s| is| will be)\s+(?:(?:now|just|right|almost|next)\s+)*${COMING}[^?]{0,15}$`,
  's',
);
// "Final question coming up… Q5. What …?" holds the question as well.
const ASKED_TOO = /\bq(?:uestion)?\s?\d{1,2}\b.{20}|.{30}\?/s;
const BEFORE_NUMBER = new RegExp(String.raw`\b${BEFORE}[\s.!?:,-]*${QUESTION}(?<rest>.*)$`, 's');
const SHORT = new RegExp(
  String.raw`^(?:ok(?:ay)?\W+|and\W+|now\W+)?(?:(?:our|the|time for)\s+)?(?:last|final|next)\s+(?:q|question)(?<rest>.*)$`,
  's',
);
// "Here comes Q2! Who weeds?" has asked, "Here comes Q2! Ready?" has not.
const ASKS_SHORTLY = /\w(?!.*\bready\b).{8,}\?|^\W*(?:share|describe|discuss|explain|tell|give|name|list|compare|post|tweet)\b/s;
/** More than this after the cue and the question itself stands there. */
const ROOM = 30;

/** "Q3 coming up!", "Here comes question 4", "Last question…": never the question itself. */
export function teaser(text: string): Teaser | null {
  const plain = spoken(foldText(text));
  const after = AFTER_NUMBER.exec(plain);
  if (after !== null) return ASKED_TOO.test(after.groups?.['rest'] ?? '') ? null : announced(after);
  const between = IT_COMES.exec(plain);
  if (between !== null) return announced(between);
  const before = BEFORE_NUMBER.exec(plain);
  if (before !== null && isRoom(before) && !ASKS_SHORTLY.test(before.groups?.['rest'] ?? '')) return announced(before);
  const short = SHORT.exec(plain);
  return short !== null && isRoom(short) && !plain.includes('?') ? { number: null } : null;
}

function isRoom(match: RegExpExecArray): boolean {
  return (match.groups?.['rest'] ?? '').length <= ROOM;
}

function announced(match: RegExpExecArray): Teaser {
  const digits = match[1] ?? match[2];
  return { number: digits === undefined ? null : Number(digits) };
}
