/** JSON that is written as a script: `window.YTD.tweets.part0 = […]`, `const search = {…}; module.exports = search;`. */

// Twitter's archives assign to a property, people's own scripts to a constant; JSONP calls a function.
const BEFORE_DATA = new RegExp(
  String.raw`^(?:\s|//[^\n]*\n|/\*[^]{0,2000}?\*/|['"]use strict['"];?)*` +
    String.raw`((?:export\s+default\s*|(?:(?:export\s+)?(?:const|var|let)\s+)?[\w$]+(?:\.[\w$]+|\[['"]?[\w$]+['"]?\])*\s*(?:=|\())?)\s*(?=[[{])`,
);

/** Where the JSON begins in the start of a document, and what stands before it; null when there is none. */
export function findData(start: string): { readonly prefix: string; readonly from: number } | null {
  const match = BEFORE_DATA.exec(start);
  return match ? { prefix: match[1] ?? '', from: match[0].length } : null;
}
