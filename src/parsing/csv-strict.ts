import { parse } from 'csv-parse';

/** A record by the strict rules of CSV; `end` is the number of bytes fed up to its end. */
interface StrictRecord {
  readonly cells: readonly string[];
  readonly end: number;
}

/** What a piece of input gave: the records it completed and, when the rules were broken after them, how. */
interface StrictBatch {
  readonly records: readonly StrictRecord[];
  readonly failure: Error | null;
}

/** A strict reader of delimited text that is fed piece by piece; after a failure it is of no more use. */
export interface StrictReader {
  feed(bytes: Buffer): Promise<StrictBatch>;
  finish(): Promise<StrictBatch>;
}

/** Bytes that one record may have: a quote that is never closed must not swallow the file. */
export const MAX_RECORD = 256 * 1024;

/** Starts a strict reader. */
export function strictReader(delimiter: string, rowEnds: readonly string[]): StrictReader {
  let records: StrictRecord[] = [];
  // Reading the parser as a stream would lose the records that came before an error in the same piece, so they are
  // taken as they are made and nothing is passed on.
  const parser = parse({
    delimiter,
    record_delimiter: [...rowEnds],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    on_record: (cells: string[], { bytes }) => {
      records.push({ cells, end: bytes });
      return null;
    },
  });
  parser.on('error', ignore);
  const step = (push: (done: (error?: Error | null) => void) => void) =>
    new Promise<StrictBatch>((resolve) => {
      push((error) => {
        const batch = { records, failure: error ?? null };
        records = [];
        resolve(batch);
      });
    });
  return {
    feed: (bytes) => step((done) => parser.write(bytes, done)),
    finish: () => step((done) => parser.end(done)),
  };
}

// The callback of each step is told of it.
function ignore(): void {}
