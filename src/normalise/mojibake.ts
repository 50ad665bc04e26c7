/**
 * Repairs text that was written as UTF-8 and read as Windows-1252 (`donâ€™t`), ISO 8859-1 or Thai (`donโt`), where that is
 * certain: only sequences that no language writes. What could be a capital letter before a mark (`MANHÃ»`) stays.
 */

const ABOVE_7F = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const BYTES_ABOVE_7F = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a,
  0x9b, 0x9c, 0x9e, 0x9f,
];
const BYTES = new Map(Array.from(ABOVE_7F, (char, place) => [char, BYTES_ABOVE_7F[place] ?? 0]));

/** A byte 80 to BF, as either encoding shows it. */
const NEXT = `[\\u0080-\\u00bf${ABOVE_7F}]`;
/** The same less the marks that people write behind a word: quotes, dashes, dots. */
const ODD_NEXT = '[\\u0080-\\u009f‚ƒ„†‡ˆ‰Š‹ŒŽ˜šœžŸ]';
const SEQUENCES = [
  // Quotes, dashes, dots, signs, arrows, hearts. No language ends a word in â before these.
  `â[\\u0080-\\u009f€‚„†ˆ‰Š‹Œœ˜™šžŸ]${NEXT}`,
  // Emoji, and the sign behind some of them.
  `ð[\\u009fŸ]${NEXT}{2}`,
  `ï¸[\\u008e\\u008fŽ]`,
  'ï»¿',
  // Accented small letters, unless the Ã or Â is the end of a word in capitals.
  `(?<!\\p{Lu})[ÃÂ][\\u00a0-\\u00bf]`,
  // Accented capitals.
  `Ã${ODD_NEXT}`,
  `(?<![\\p{L}])Ã[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?=\\p{Ll})`,
  // Words of other scripts: two characters of three bytes, or three of two bytes, on end.
  `(?:[à-ï]${NEXT}{2}){2,}`,
  `(?:[ÎÏÐÑÙØ]${NEXT}){3,}`,
];
const MOJIBAKE = new RegExp(`(?:${SEQUENCES.join('|')})+`, 'gu');
const HINT = /[ÂÃÎÏÐÑÙØà-ï\u00f0โ]/;
// Text that went wrong twice needs two rounds; more were never seen.
const ROUNDS = 3;

/** The text with such sequences repaired; a text without any is returned as it is. */
export function repairMojibake(text: string): string {
  if (!HINT.test(text)) return text;
  let repaired = repairThai(text);
  for (let round = 0; round < ROUNDS; round++) {
    const next = repairQuotes(repaired).replace(MOJIBAKE, decoded);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired;
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(sequence: string): string {
  try {
    return STRICT.decode(Uint8Array.from(sequence, (char) => BYTES.get(char) ?? char.charCodeAt(0)));
  } catch {
    return sequence;
  }
}

// Windows-1252 has no character for the last byte of a closing quote, and some programs drop it.
function repairQuotes(text: string): string {
  return text.replace(new RegExp(`(â€œ(?:(?!â€).)*)â€(?!${NEXT})`, 'gsu'), '$1â€\u009d');
}

// Read as Thai the bytes of quotes, dashes and dots begin with a vowel that always stands before a Thai letter.
const THAI_SECOND: Readonly<Record<string, string>> = {
  '\u0098': '‘',
  '\u0099': '’',
  '™': '’',
  '\u009c': '“',
  œ: '“',
  '\u009d': '”',
  '“': '–',
  '”': '—',
  ฆ: '…',
};

function repairThai(text: string): string {
  if (!text.includes('โ')) return text;
  return text
    .replace(/โ€(.)/gu, (found, second: string) => THAI_SECOND[second] ?? found)
    .replace(/(?<=\p{Script=Latin})โ[€\u0080]?[\u0099™]?(?=\p{Script=Latin})/gu, '’');
}
