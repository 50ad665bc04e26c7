/** Links as literature: BibTeX, one `@misc` a page, which every style prints. */
import type { LinkView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { citationKeys } from './citation-keys.ts';
import type { PageChat } from './markdown.ts';
import { citedWords, linkTitle, sharedOn } from './page-words.ts';
import { harmless } from './safe.ts';

// What TeX would take for its own. Braces are rarely even in what people write, and BibTeX counts them.
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '{': '\\textbraceleft ',
  '}': '\\textbraceright ',
  '~': '\\textasciitilde ',
  '^': '\\textasciicircum ',
};

/** Links as BibTeX, in the order given; the day a page was shared stands for the day it was seen. */
export function linksBibtex(links: readonly LinkView[], chat: PageChat): string {
  const keys = citationKeys(links, chat.zone);
  return links.map((link, at) => entry(keys[at] ?? '', link, chat)).join('\n');
}

function entry(key: string, link: LinkView, chat: PageChat): string {
  const day = sharedOn(link, chat.zone);
  const fields = [
    // A second pair of braces keeps the capitals of a title.
    ['title', `{${escaped(linkTitle(link) ?? readableAddress(link.url, 80))}}`],
    ['howpublished', `\\url{${address(link.url)}}`],
    ['url', address(link.url)],
    ['urldate', day],
    [
      'note',
      escaped(
        [capital(citedWords(link, chat)), link.note ?? '', link.copy === null ? '' : `Copy: ${link.copy.url}`]
          .filter((part) => part !== '')
          .join('. '),
      ),
    ],
    ...(link.tags.length === 0 ? [] : [['keywords', escaped(link.tags.join(', '))]]),
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

function escaped(text: string): string {
  return harmless(text)
    .replace(/[\\{}~^]/g, (letter) => SPECIAL[letter] ?? '')
    .replace(/[&%$#_]/g, '\\$&')
    .trim();
}

// An address stands as it is, but for what would end the field or begin a comment.
function address(url: string): string {
  const encoded: Readonly<Record<string, string>> = { '{': '%7B', '}': '%7D', '\\': '%5C' };
  return (webAddress(url) ?? '').replace(/[{}\\]/g, (letter) => encoded[letter] ?? '');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
