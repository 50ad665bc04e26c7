import { foldText } from './fold.ts';

const INTERROGATIVE =
  /^(?:so\W+|and\W+|ok(?:ay)?\W+|now\W+|but\W+|let'?s\W+)?(?:in (?:what|which)|what(?:'s)?|which|why|how|when|where|who|whose|do|does|did|is|are|can|could|should|would|will|have|has|if|as (?:you|we)|for (?:those|true|you)|given|thinking about|looking)\b/;
const IMPERATIVE =
  /\b(?:please|pls|share|describe|discuss|explain|tell (?:us|me)|give (?:an|us|one|your)|name (?:a|an|one|two|three|some)|list|compare|finish|complete|fill in|post|tweet|brag|shout ?out|introduce|thoughts|any ideas|your (?:thoughts|take))\b/;
const OWN_ANSWER =
  /^\W*(?:(?:\w+\s){0,2}i (?:have|think|use|am|like|feel|believe|would|see|know)\b|i|i'm|i've|i'd|i'll|we|we're|we've|my|our|yes|no|nope|yep|agree|agreed|absolutely|definitely|for me|me|personally|because|bc|b\/c|also|love|loved|thanks|great|still|it'?s|they|they're|helps?|by|to|using|having|start with)\b/;

/** How a text asks: by a question word at its start, by a request, or not at all (null). */
export function askingWords(text: string): 'question' | 'request' | null {
  const plain = foldText(text).trim();
  if (INTERROGATIVE.test(plain)) return 'question';
  return IMPERATIVE.test(plain) ? 'request' : null;
}

/** True when a text begins as somebody's answer ("I think…", "because…"); null when it does not. */
export function answeringWords(text: string): true | null {
  return OWN_ANSWER.test(foldText(text)) ? true : null;
}

const FINAL = /^(?:ok(?:ay)?\W+|and\W+|our |the )?(?:final|last) (?:q|question)\b(?! (?:is|was) )(?<text>.*)$/s;

/** What a "Final Q: …" asks, null for any other text and for one that only says that it is the last. */
export function finalWords(text: string): string | null {
  const asked = FINAL.exec(foldText(text))?.groups?.['text']?.replace(/^[\W_]+/, '') ?? '';
  return asked.length > 25 && (asked.includes('?') || askingWords(asked) !== null) ? asked : null;
}

const PART = /(?:^|[\s(])(\d)\s?(?:\/|of)\s?(\d)(?=[\s).:,]|$)/;

/** The part mark of a text in several tweets (`1/2`, `(2 of 3)`), or null. */
export function partMark(text: string): { readonly part: number; readonly of: number } | null {
  const match = PART.exec(text);
  const [part, of] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return part >= 1 && of >= 2 && part <= of ? { part, of } : null;
}

const FOLLOW_UP = /\bfollow(?:ing)?[- ]?up\b|^follow\b/;

/** True for a question that follows up an earlier one ("Q4 follow up: …"), null otherwise. */
export function followUp(text: string): true | null {
  return FOLLOW_UP.test(foldText(text)) ? true : null;
}

const CHOICE = /^(?<first>.{10,}?)\s+or\s+(?:q|question\s)\s?#?(?<number>\d{1,2})\s?[:.)-]\s*(?<second>.{10,})$/is;

/** The two questions of "…? OR Q7: …?": what is asked first, and the other with its number; null for a single one. */
export function questionChoice(text: string): { readonly first: string; readonly number: number; readonly second: string } | null {
  const groups = CHOICE.exec(text)?.groups;
  if (groups === undefined) return null;
  return { first: groups['first'] ?? '', number: Number(groups['number']), second: groups['second'] ?? '' };
}
