/** JSON as text that a terminal survives: the same values, spelled without anything invisible. */

// JSON leaves these as they are; a terminal takes some for commands, and an editor turns whole lines around for others.
const INVISIBLE = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g; // oxlint-disable-line no-control-regex

/** The value as JSON on one line; invisible characters are written as `\uXXXX`, which means the same. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(INVISIBLE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** UTC, ISO 8601, to the second: `2016-04-18T00:00:00Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
