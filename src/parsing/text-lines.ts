import { StringDecoder } from 'node:string_decoder';
import { utf8 } from './text.ts';

/** A line of a text file, without its end, and its number from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

// A file without line ends must not fill the memory: a longer line is handed out in parts.
const MAX_LINE = 1024 * 1024;

/** The lines of a text in UTF-8 or UTF-16, whatever ends them. */
export async function* textLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let number = 1;
  for await (const chunk of utf8(bytes)) {
    held += decoder.write(chunk);
    // A carriage return at the end may be the first half of a line end.
    const end = held.endsWith('\r') ? held.length - 1 : held.length;
    const lines = held.slice(0, end).split(/\r\n|\n|\r/);
    held = (lines.pop() ?? '') + held.slice(end);
    for (const text of lines) yield { number: number++, text };
    if (held.length > MAX_LINE) {
      yield { number, text: held };
      held = '';
    }
  }
  const rest = (held + decoder.end()).split(/\r\n|\n|\r/);
  for (const text of rest) yield { number: number++, text };
}
