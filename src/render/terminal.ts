/** How a terminal is written to: what it can show, its colours and its hyperlinks. */
import { Chalk, type ChalkInstance } from 'chalk';
import { webAddress } from './address.ts';

/** What may be used when writing for people. */
export interface Look {
  /** Colours, bold and dim, and a spinner. */
  readonly colour: boolean;
  /** Columns to fill. */
  readonly width: number;
  /** Hyperlinks behind words (OSC 8). */
  readonly links: boolean;
}

const NARROWEST = 40;
// Longer lines are hard to read, and numbers far to the right hard to tie to their row.
const WIDEST = 120;
const USUAL = 80;

/** The look of a stream: plain for a pipe or a file, under NO_COLOR and on a dumb terminal. */
export function lookOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Look {
  const colour = stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  // The console of Linux without a desktop writes the address of a hyperlink out as text.
  return { colour, width: widthFor(stream.columns ?? Number(env['COLUMNS'])), links: colour && env['TERM'] !== 'linux' };
}

function widthFor(columns: number): number {
  return columns > 0 ? Math.min(Math.max(Math.floor(columns), NARROWEST), WIDEST) : USUAL;
}

const COLOURS = new Chalk({ level: 1 });
const NONE = new Chalk({ level: 0 });

/** The styles of a look; without colour each returns its text as it is. */
export function inkOf(look: Look): ChalkInstance {
  return look.colour ? COLOURS : NONE;
}

/** The text as a hyperlink to an address of the web where the terminal can, else the text alone. */
export function hyperlink(text: string, url: string | null, look: Look): string {
  const address = look.links && url !== null ? webAddress(url) : null;
  return address === null ? text : `\u001b]8;;${address}\u0007${text}\u001b]8;;\u0007`;
}
