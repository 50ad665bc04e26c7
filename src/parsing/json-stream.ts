import { TokenParser, Tokenizer } from '@streamparser/json';
import { exactNumber } from './exact-json.ts';
import type { JsonItem } from './json-lines.ts';
import { isObject } from './json-value.ts';

/** Where records of one JSON document are, in the spelling of JSONPath: `$` itself, `$.*`, `$.statuses.*`, `$.*.*`, `$.thread.post`. */
export type RecordPath = '$' | '$.*' | `$.${string}`;

/**
 * The records of one JSON document of any size (UTF-8, from its first bracket on), held one at a time. A cut or broken
 * document gives its good records and then one rejection that says where it ends; what follows the document is not JSON
 * when a script holds it (`script`), and is reported when not.
 */
export async function* jsonStream(
  bytes: AsyncIterable<Buffer>,
  path: RecordPath | readonly RecordPath[],
  script: boolean,
): AsyncGenerator<JsonItem> {
  const reader = openReader([path].flat());
  let count = 0;
  let size = 0;
  let more = false;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (reader.ended()) more ||= chunk.toString('latin1').trim() !== '';
    else {
      for (const value of reader.read(chunk)) {
        count++;
        yield itemOf(value, `record ${count}`);
      }
      more ||= reader.ended() && reader.failure() !== null;
    }
    if (reader.ended() ? more : reader.failure() !== null) break;
  }
  const at = `record ${count + 1}`;
  if (reader.ended()) {
    if (more && !script) yield { kind: 'rejected', at, reason: 'the list is closed before this, and what follows it was not read' };
  } else if (reader.failure() !== null) {
    yield { kind: 'rejected', at, reason: 'the JSON is broken here, and nothing after it could be read' };
  } else {
    yield { kind: 'rejected', at, reason: `the file is cut: it ends here, after ${size} bytes of JSON, and what came next is missing` };
  }
}

function itemOf(value: unknown, at: string): JsonItem {
  return isObject(value) ? { kind: 'record', at, value } : { kind: 'rejected', at, reason: 'not a record, only a single value' };
}

interface Reader {
  /** The records that a chunk completes. */
  read(chunk: Buffer): readonly unknown[];
  ended(): boolean;
  failure(): Error | null;
}

function openReader(paths: readonly RecordPath[]): Reader {
  const tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  // The library's way to keep long ids is to override this method; an instance will do.
  Object.defineProperty(tokenizer, 'parseNumber', { value: exactNumber });
  let found: unknown[] = [];
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure ??= error;
  };
  tokenizer.onToken = (token) => {
    if (failure === null) parser.write(token);
  };
  tokenizer.onError = fail;
  parser.onError = fail;
  // A wrapper also holds objects that are no lists of records, such as the terms of the search.
  const inLists = paths.every((path) => path.endsWith('.*'));
  parser.onValue = ({ key, value }) => {
    if (!inLists || typeof key === 'number') found.push(value);
  };
  parser.onEnd = () => {
    if (!tokenizer.isEnded) tokenizer.end();
  };
  return {
    read(chunk) {
      found = [];
      tokenizer.write(chunk);
      return found;
    },
    ended: () => parser.isEnded,
    failure: () => failure,
  };
}
