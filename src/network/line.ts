// What no line shows and some terminals obey: control characters, and those that turn the direction of text around.
const UNSEEN = /[\p{Cc}\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A stranger's words on one line: white space folded, control characters dropped, cut at a word to at most `longest` characters. */
export function cleanLine(words: string, longest: number): string {
  const visible = words.replace(/\s/g, ' ').replace(UNSEEN, '');
  const chars = Array.from(visible.replace(/ {2,}/g, ' ').trim());
  if (chars.length <= longest) return chars.join('');
  const kept = chars.slice(0, longest - 1).join('');
  const blank = chars[longest - 1] === ' ' ? kept.length : kept.lastIndexOf(' ');
  // A line without blanks has to be cut somewhere.
  const whole = blank > kept.length / 2 ? kept.slice(0, blank) : kept;
  return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}
