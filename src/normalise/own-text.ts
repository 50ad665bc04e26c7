/**
 * The same text in memory of its own. A text that was cut out of a page is only a view of it: whoever remembers one long after
 * must not keep the whole page with it.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
