/** Words inside a MATCH. */
import { SIGN } from './search-traits.ts';

/** The words as one phrase, whatever signs they hold; what a tweet is cannot be spelled in them. */
export function quoted(text: string): string {
  return `"${text.replaceAll(SIGN, '\ue0ff').replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}

/** Any of some traits. */
export function anyTrait(traits: readonly string[]): string {
  const all = traits.map((one) => `"${one}"`);
  return all.length === 1 ? String(all[0]) : `(${all.join(' OR ')})`;
}
