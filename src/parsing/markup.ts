/** The tags of a page without its words, scripts and styles: enough to tell what wrote it, and cheap to search. */

/**
 * The start tags of a page, one a line, without those inside comments, scripts and styles; inside attributes `<`, `>` and
 * line ends are blanked and pictures written out in full are left out. Linear in the length of the page.
 */
export function startTags(page: string): string {
  const tags: string[] = [];
  for (let at = page.indexOf('<'); at !== -1; at = page.indexOf('<', at)) {
    const name = /^<([a-z][\w:-]*)/i.exec(page.slice(at, at + 40))?.[1]?.toLowerCase();
    const end = name === undefined ? endOfOther(page, at) : endOfTag(page, at);
    // What is never closed lasts to the end of the page.
    if (end === -1) break;
    if (name !== undefined) tags.push(bare(page.slice(at, end)));
    at = name === 'script' || name === 'style' ? endOfRaw(page, name, end) : end;
    if (at === -1) break;
  }
  return tags.join('\n');
}

// Scripts and styles hold no tags, whatever they look like.
function endOfRaw(page: string, name: string, from: number): number {
  const close = name === 'script' ? /<\/script/gi : /<\/style/gi;
  close.lastIndex = from;
  return close.exec(page)?.index ?? -1;
}

// A comment, an end tag, or a mark that opens nothing.
function endOfOther(page: string, at: number): number {
  if (!page.startsWith('<!--', at)) return at + 1;
  const end = page.indexOf('-->', at + 4);
  return end === -1 ? -1 : end + 3;
}

// A quote opens a value only behind an equals sign.
function endOfTag(page: string, at: number): number {
  const mark = /[>=]/g;
  mark.lastIndex = at;
  for (let found = mark.exec(page); found !== null; found = mark.exec(page)) {
    if (found[0] === '>') return mark.lastIndex;
    const quote = /^\s*(["'])/.exec(page.slice(mark.lastIndex, mark.lastIndex + 20));
    if (quote === null) continue;
    const end = page.indexOf(quote[1] ?? '"', mark.lastIndex + quote[0].length);
    if (end === -1) return -1;
    mark.lastIndex = end + 1;
  }
  return -1;
}

function bare(tag: string): string {
  const short = tag.length > 2000 ? tag.replace(/(["'])data:[^"']*\1/g, '""') : tag;
  return `<${short.slice(1, -1).replace(/[<>\r\n]/g, ' ')}>`;
}
