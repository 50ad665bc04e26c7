/** The few kinds of node our pages are made of, each harmless by construction, and their Markdown. */
import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { webAddress } from '../address.ts';
import { harmless } from '../safe.ts';

/** Something inside a line. */
export type Inline = PhrasingContent;

/** Words as they are; blanks at their ends count, line breaks become blanks. */
export function phrase(text: string): Inline {
  return { type: 'text', value: harmless(text, 'keep').replace(/\s+/g, ' ') };
}

/** Words that stand out. */
export function strong(text: string): Inline {
  return { type: 'strong', children: [phrase(text)] };
}

/** Words in another voice. */
export function emphasis(text: string): Inline {
  return { type: 'emphasis', children: [phrase(text)] };
}

/** Lines that are shown as they are. */
export function code(text: string): Code {
  return { type: 'code', value: harmless(text, 'keep') };
}

/** Words that lead to a page; words alone when the address is none of the web. */
export function linkTo(url: string | null, text: string): Inline {
  const address = url === null ? null : webAddress(url);
  return address === null ? phrase(text) : { type: 'link', url: address, children: [phrase(text)] };
}

/** A heading; beyond level 6 there is none, so it stays there. */
export function heading(level: number, children: Inline[]): Heading {
  return { type: 'heading', depth: Math.min(Math.max(level, 1), 6) as Heading['depth'], children };
}

/** A paragraph. */
export function paragraph(children: Inline[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A list with one paragraph an item. */
export function bulletList(items: readonly Inline[][]): List {
  return nestedList(items.map(listItem));
}

/** An item of one paragraph. */
export function listItem(item: Inline[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(item)] };
}

/** A list of items that may hold lists themselves. */
export function nestedList(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

/** The Markdown of a page. */
export function page(children: RootContent[]): string {
  const filled = children.filter((node) => node.type !== 'list' || node.children.length > 0);
  return toMarkdown(
    { type: 'root', children: filled },
    { extensions: [gfmToMarkdown()], bullet: '-', listItemIndent: 'one', emphasis: '_', resourceLink: true },
  );
}
