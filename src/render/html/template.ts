/** HTML whose every hole is escaped: only what this tag made itself goes in as it is. */
import { harmless } from '../safe.ts';

/** A piece of finished HTML. */
export interface Html {
  readonly html: string;
}

/** What a hole may hold; text is escaped, finished pieces are not. */
export type Hole = string | number | Html | readonly Hole[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for a page or an attribute in quotes: what HTML would take for its own is escaped, what is invisible is gone. */
export function escapeHtml(text: string): string {
  return harmless(text, 'keep').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');
}

/** Fills the holes of a template; attributes must stand in double quotes. (Formatters rewrite templates tagged `html`.) */
export function markup(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return { html: strings.map((text, at) => text + filled(holes[at] ?? '')).join('') };
}

function filled(hole: Hole): string {
  if (typeof hole === 'string') return escapeHtml(hole);
  if (typeof hole === 'number') return String(hole);
  return 'html' in hole ? hole.html : hole.map(filled).join('');
}
