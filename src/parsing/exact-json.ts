/** JSON whose ids survive: numbers too long for a JavaScript number are kept as their digits. */

const LONG = /\d{16}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** A JSON number as it is to be kept: a whole one of 16 digits or more as a string, any other as a number. */
export function exactNumber(digits: string): number | string {
  return /^-?\d{16,}$/.test(digits) ? digits : Number(digits);
}

/** Parses a JSON document, ids exact. Throws a SyntaxError on broken JSON. */
export function parseExact(json: string): unknown {
  // A tweet with `id_str` says all its ids twice, so its numbers need no care, and care costs half the speed.
  if (json.includes('"id_str"') || !LONG.test(json)) return JSON.parse(json);
  return JSON.parse(json.replace(STRING_OR_NUMBER, quoteLongNumber));
}

function quoteLongNumber(token: string): string {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}

/** Parses a JSON document, or null when it is none. */
export function parseOrNull(json: string): unknown {
  try {
    return parseExact(json);
  } catch {
    return null;
  }
}
