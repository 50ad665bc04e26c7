/** Text of strangers, made harmless: nothing in it moves a cursor, hides, turns lines around or grows into its neighbours. */

/** What becomes of line breaks. */
export type LineBreaks = 'keep' | 'space';

// The colour, title and hyperlink commands of a terminal, with what belongs to them, so that no `[31m` stays behind.
const SEQUENCES =
  // oxlint-disable-next-line no-control-regex
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0080-\u009f\n]*(?:\u0007|\u001b\\|\u009c)/g;
// oxlint-disable-next-line no-control-regex
const BREAKS = /\r\n?|[\n\u000b\u000c\u0085\u2028\u2029]/g;

// Joiners and tags stay inside an emoji (families, flags of regions) and presentation selectors behind one; Arabic number signs
// are visible although Unicode calls them format characters. Everything else here has no width: it can only hide something.
const KEPT = String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=\p{Emoji})[\ufe0e\ufe0f]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]`;
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u034f\u180b-\u180f\ufff9-\ufffb]`;
// Letters, signs and emoji of which all that is replaced here is none, as in nearly every text.
const PLAIN = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u23ff\u2500-\u27bf\u{1f300}-\u{1f64f}]*$/u;

/**
 * The text without escape sequences, control, bidi and zero-width characters. Line breaks are kept as `\n` and the text is
 * otherwise as it was, or all white space becomes single blanks.
 */
export function harmless(text: string, lineBreaks: LineBreaks = 'space'): string {
  const clean = PLAIN.test(text) ? text : withoutHidden(text);
  return lineBreaks === 'keep' ? clean : clean.replace(/\s+/g, ' ').trim();
}

// Made when it is needed: it asks for half the tables of Unicode.
let hidden: RegExp | undefined;

function withoutHidden(text: string): string {
  hidden ??= new RegExp(`(${KEPT})|(?!\\n)${INVISIBLE}`, 'gu');
  return (
    text
      .replace(SEQUENCES, '')
      .replace(BREAKS, '\n')
      .replace(/\t/g, ' ')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(hidden, (_, kept: string | undefined) => kept ?? '')
      // Four marks serve every script that people write; more only climb into the lines above and below.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
  );
}
