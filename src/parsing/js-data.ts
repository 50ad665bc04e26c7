/** JSON that is written as a script: `window.YTD.tweets.part0 = […]`, `const search = {…}; module.exports = search;`. */

// One step at a time, each taken for good: an expression for the whole would try every way to share out a run of blanks.
const BLANK = /\s+|\/\/[^\n]*\n|\/\*[^]{0,2000}?\*\/|['"]use strict['"];?/y;
// Twitter's archives assign to a property, people's own scripts to a constant; JSONP calls a function.
const ASSIGNMENT = /export\s+default(?![\w$])|(?:(?:export\s+)?(?:const|var|let)\s+)?[\w$]+(?:\.[\w$]+|\[['"]?[\w$]+['"]?\])*\s*[=(]/y;
const GAP = /\s*/y;

/** Where the JSON begins in the start of a document, and what stands before it; null when there is none. */
export function findData(start: string): { readonly prefix: string; readonly from: number } | null {
  let begin = 0;
  for (let end = endOf(BLANK, start, begin); end !== begin; end = endOf(BLANK, start, begin)) begin = end;
  const assigned = endOf(ASSIGNMENT, start, begin);
  const from = endOf(GAP, start, assigned);
  return start[from] === '[' || start[from] === '{' ? { prefix: start.slice(begin, assigned), from } : null;
}

// Where a match that begins at a place ends; the place itself when nothing matches there.
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
