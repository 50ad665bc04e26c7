import type { Source } from '../importers/importer.ts';
import { type JsonItem, jsonRecords } from './json-records.ts';

/** An item of a file; `isPart` when it is an element of a record that was never closed. */
export type SalvagedItem = JsonItem & { readonly isPart?: true };

/**
 * The records of a JSON file as they are. Where the file is one record, and cut, the elements of its `list` that are whole
 * come instead, then the rejection: what stands behind the list is missing, what is in it is not lost.
 */
export async function* recordsOrParts(source: Source, list: string): AsyncGenerator<SalvagedItem> {
  let read = 0;
  for await (const item of jsonRecords(source)) {
    const isCut = item.kind === 'rejected' && read === 0 && source.head.json?.container === 'object';
    read++;
    if (isCut) for await (const part of jsonRecords(source, list)) yield part.kind === 'record' ? { ...part, isPart: true } : part;
    else yield item;
  }
}
