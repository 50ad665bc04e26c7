/** What the paths name, each source with the importer that reads it. A file on disk is already read while the one before it is written. */
import type { Source } from '../importers/importer.ts';
import { type Choice, chooseImporter } from './choose.ts';
import type { FileReader } from './file-reader.ts';
import type { Begun } from './import-file.ts';
import type { ReadOptions } from './reader.ts';
import { openSources } from './sources.ts';
import type { Found } from './streams.ts';

/** A source that is being read, or why it is not. */
type Chosen = Begun | { readonly source: Source; readonly named: boolean; readonly refused: Extract<Choice, { reason: string }> };

/** What stands at a path, and the path given under which it was found. */
export type Upcoming = (Exclude<Found, { readonly source: Source }> | Chosen) & { readonly root: string };

/** How sources are chosen and read. */
export interface Choosing {
  readonly reader: FileReader;
  readonly options: ReadOptions;
  /** An importer's name, when the format is not to be recognised. */
  readonly format: string | null;
}

/** The sources that the paths name, in a stable order, each begun. */
export async function* upcoming(paths: readonly string[], stdin: AsyncIterable<Uint8Array>, choosing: Choosing): AsyncGenerator<Upcoming> {
  const sources = openSources(paths, stdin);
  try {
    let next: Promise<Upcoming | null> | null = null;
    for (;;) {
      const one: Upcoming | null = await (next ?? beginNext(sources, choosing));
      if (one === null) return;
      next = outlivesItsTurn(one) ? beginNext(sources, choosing) : null;
      // Whatever it fails with is met at its turn.
      next?.catch(() => {});
      yield one;
    }
  } finally {
    await sources.return(undefined);
  }
}

async function beginNext(sources: ReturnType<typeof openSources>, { reader, options, format }: Choosing): Promise<Upcoming | null> {
  const { value: found, done } = await sources.next();
  if (done === true) return null;
  if (!('source' in found)) return found;
  const { source, named, root } = found;
  const choice = chooseImporter(source, format, options.hints);
  if ('reason' in choice) return { source, named, root, refused: choice };
  return { source, root, importer: choice.importer, reading: reader.begin(source, choice.importer, options) };
}

// What was unpacked, or came through a pipe, is gone when the next source is asked for.
function outlivesItsTurn(one: Upcoming): boolean {
  return 'source' in one && one.source.file !== undefined && one.root !== '-';
}
