import type { Source } from '../importers/importer.ts';
import { findData } from './js-data.ts';
import { type JsonItem, jsonLines } from './json-lines.ts';
import { type RecordPath, jsonStream } from './json-stream.ts';
import { utf8 } from './text.ts';

export type { JsonItem } from './json-lines.ts';

const MAX_WRAPPER_LINE = 16 * 1024 * 1024;

/**
 * The records of a JSON file, in bounded memory: the elements of an array, those of `list` in a wrapper object such as
 * `{"statuses":[…]}` (`*`: of every list; without `list` the object itself; or what lies at some paths), or the documents of JSON Lines. A line may itself be a wrapper;
 * it comes as it is.
 */
export async function* jsonRecords(source: Pick<Source, 'open' | 'head'>, list?: string | readonly RecordPath[]): AsyncGenerator<JsonItem> {
  const { text, whole, json } = source.head;
  const bytes = utf8(source.open());
  const data = findData(text);
  if (json === null || json.container === 'lines' || data === null) return yield* jsonLines(bytes);
  const start = skipBytes(bytes, Buffer.byteLength(text.slice(0, data.from)));
  const script = data.prefix !== '';
  if (json.container === 'array') return yield* jsonStream(start, '$.*', script);
  const path = typeof list === 'string' ? (`$.${list}.*` as const) : (list ?? '$');
  if (script || whole || text.includes('\n', data.from)) return yield* jsonStream(start, path, script);
  const { oneLine, replayed } = await measureLine(start);
  yield* oneLine ? jsonLines(replayed) : jsonStream(replayed, path, false);
}

// An object longer than the head without a line end in sight: the first of JSON Lines, or a file of one line?
async function measureLine(bytes: AsyncGenerator<Buffer>): Promise<{ oneLine: boolean; replayed: AsyncGenerator<Buffer> }> {
  const seen: Buffer[] = [];
  let size = 0;
  let oneLine = false;
  while (!oneLine && size < MAX_WRAPPER_LINE) {
    const { value, done } = await bytes.next();
    if (done) break;
    seen.push(value);
    size += value.length;
    oneLine = value.includes('\n');
  }
  return { oneLine, replayed: chain(seen, bytes) };
}

async function* chain(seen: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* seen;
  yield* rest;
}

async function* skipBytes(bytes: AsyncIterable<Buffer>, amount: number): AsyncGenerator<Buffer> {
  let left = amount;
  for await (const chunk of bytes) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    if (skipped < chunk.length) yield skipped === 0 ? chunk : chunk.subarray(skipped);
  }
}
