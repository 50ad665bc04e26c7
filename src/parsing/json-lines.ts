import { parseExact } from './exact-json.ts';
import { type JsonObject, isObject } from './json-value.ts';

/** One record of a JSON file, or one that could not be read. `at` is its place: `line 12`, `record 12`. */
export type JsonItem =
  | { readonly kind: 'record'; readonly at: string; readonly value: JsonObject }
  | { readonly kind: 'rejected'; readonly at: string; readonly reason: string };

const LINE_FEED = 10;
// A page of search results on one line is under a megabyte; this keeps a file without line ends from filling the memory.
const MAX_LINE = 64 * 1024 * 1024;

/** The records of a JSON Lines stream (UTF-8), a bad line being one rejection. */
export async function* jsonLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<JsonItem> {
  let line = 1;
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      const item = size === 0 ? readLine(chunk.toString('utf8', from, end), line) : joinLine(held, size, chunk.subarray(from, end), line);
      if (item !== null) yield item;
      held = [];
      size = 0;
      from = end + 1;
      line++;
    }
    if (from === chunk.length) continue;
    const rest = chunk.subarray(from);
    size += rest.length;
    held = size > MAX_LINE ? [] : [...held, rest];
  }
  if (size === 0) return;
  const last = joinLine(held, size, Buffer.alloc(0), line);
  if (last !== null) yield last;
}

function joinLine(held: readonly Buffer[], size: number, end: Buffer, line: number): JsonItem | null {
  if (size + end.length > MAX_LINE) return { kind: 'rejected', at: `line ${line}`, reason: 'the line is longer than 64 MB' };
  return readLine(Buffer.concat([...held, end]).toString('utf8'), line);
}

function readLine(json: string, line: number): JsonItem | null {
  const at = `line ${line}`;
  try {
    const value = parseExact(json);
    return isObject(value) ? { kind: 'record', at, value } : { kind: 'rejected', at, reason: 'not a record, only a single value' };
  } catch {
    if (json.trim() === '') return null;
    const whole = json.trimEnd().endsWith('}');
    return { kind: 'rejected', at, reason: whole ? 'the line is not proper JSON' : 'the line is cut: its end is missing' };
  }
}
