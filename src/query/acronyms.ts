/** Acronyms that a text explains itself: "Standards-Based Grading (SBG)", "SBG (Standards-Based Grading)". */

/** An acronym and what it stands for, as the text spells it. */
export interface Acronym {
  readonly acronym: string;
  readonly expansion: string;
}

interface Part {
  readonly initial: string;
  /** `of`, `and`, `for`: may go without a letter. */
  readonly small: boolean;
  readonly start: number;
  readonly end: number;
}

const IN_BRACKETS = /\(([^()]{2,100})\)/g;
const ACRONYM = /^([A-Z]{2,6})s?$/;
const BEFORE = /(?<![^\s"'“‘#])([A-Z]{2,6})s?\s{0,2}$/;
const SMALL = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|through|to|via|with)$/i;
// What a name does not run across.
const STOP = /[.!?;:,()\n"“”|]/;
const FURTHEST = 120;

/** The acronyms a text explains, in its order. Every letter must be the first of a word; parts of a word with hyphens count as words. */
export function acronymsIn(text: string): Acronym[] {
  if (!text.includes('(')) return [];
  return Array.from(text.matchAll(IN_BRACKETS)).flatMap((match) => {
    const [, inside = ''] = match;
    const before = text.slice(Math.max(0, match.index - FURTHEST), match.index);
    const acronym = ACRONYM.exec(inside.trim())?.[1];
    const found = acronym === undefined ? explainedInside(before, inside) : explainedBefore(before, acronym);
    return found === null ? [] : [found];
  });
}

function explainedBefore(before: string, acronym: string): Acronym | null {
  const after = before.length - (before.split(STOP).at(-1)?.length ?? 0);
  const text = before.slice(after).trimEnd();
  const parts = partsOf(text);
  const start = startOf(parts, acronym);
  // The words must lead up to the bracket and begin where a word begins.
  if (start === null || parts.at(-1)?.end !== text.length || /\S/.test(text.charAt(start - 1).replace('#', ''))) return null;
  return { acronym, expansion: closedUp(text.slice(start)) };
}

function explainedInside(before: string, inside: string): Acronym | null {
  const acronym = BEFORE.exec(before)?.[1];
  const text = inside.trim().replace(/^["“'‘]|["”'’]$/g, '');
  if (acronym === undefined || STOP.test(text)) return null;
  const parts = partsOf(text);
  return startOf(parts, acronym) === 0 && parts.at(-1)?.end === text.length ? { acronym, expansion: closedUp(text) } : null;
}

// Where the words begin whose initials, read from the last one back, are the letters; null when they are not.
function startOf(parts: readonly Part[], acronym: string): number | null {
  let at = parts.length - 1;
  for (const letter of Array.from(acronym).toReversed()) {
    at = at === parts.length - 1 ? at : beforeSmall(parts, at, letter);
    if (parts[at]?.initial !== letter) return null;
    at -= 1;
  }
  const first = parts[at + 1];
  return first === undefined || first.small ? null : first.start;
}

// Small words without a letter of their own are passed over.
function beforeSmall(parts: readonly Part[], end: number, letter: string): number {
  let at = end;
  while (parts[at]?.small === true && parts[at]?.initial !== letter) at -= 1;
  return at;
}

function partsOf(text: string): Part[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}'’&]+/gu), (match) => ({
    initial: match[0].normalize('NFD').charAt(0).toUpperCase(),
    small: SMALL.test(match[0]) || match[0] === '&',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function closedUp(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
