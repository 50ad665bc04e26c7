/** Addresses of tweets in plain text. */

const ADDRESS =
  /https?:\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?((?:\w|\\_){1,30}|i\/web)\/status(?:es)?\/(\d{5,19})(?!\d)[^\s<>"'()[\]]*/gi;
// A few words of note beside each address; a tweet has more.
const LETTERS_EACH = 40;

/** The addresses of tweets in a line, in order; notes in Markdown put a backslash before each `_`. */
export function statusesIn(line: string): string[] {
  return Array.from(
    line.matchAll(ADDRESS),
    ([, author = '', id = '']) => `https://twitter.com/${author.replaceAll('\\', '')}/status/${id}`,
  );
}

/** Whether a text is a list of addresses of tweets, at least two of them and little else; `columns` when it may be a table. */
export function isStatusList(text: string, columns: number | null): boolean {
  if (!/\/status(?:es)?\/\d/.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const listed = lines.filter((line) => statusesIn(line).length > 0);
  const amount = listed.reduce((sum, line) => sum + statusesIn(line).length, 0);
  if (amount < 2 || listed.length * 2 < lines.length) return false;
  const letters = (line: string) => line.replace(ADDRESS, '').match(/\p{L}/gu)?.length ?? 0;
  // In a table the other cells would be lost.
  if (columns !== null && listed.filter((line) => cellsOf(line).includes(columns)).length * 2 >= listed.length)
    return listed.every((line) => letters(line) === 0);
  return lines.reduce((sum, line) => sum + letters(line), 0) <= amount * LETTERS_EACH;
}

function cellsOf(line: string): number[] {
  return [',', '\t', ';'].map((delimiter) => line.split(delimiter).length);
}
