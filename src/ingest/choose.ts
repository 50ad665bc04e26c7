/** Which importer reads a source. */
import { identify, importerNamed } from '../importers/identify.ts';
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';

/** The importer, or one sentence why there is none. */
export type Choice = { readonly importer: Importer } | { readonly reason: string };

const UNKNOWN = 'not a format edchat knows. See the list with: edchat import --help';
/** The importer of tables whose columns the user names. */
const TABLE = 'table';

/** The importer that was named, else the one that claims the source; a table nobody claims is read by the columns named. */
export function chooseImporter({ head }: Source, format: string | null, hints: ExtractOptions): Choice {
  if (format !== null) return { importer: importerNamed(format) };
  if (head.whole && head.text.trim() === '') return { reason: 'the file is empty. Export it again, or name another file' };
  const claim = identify(head);
  if (claim === null)
    return hints.columns === undefined || head.columns === null ? { reason: UNKNOWN } : { importer: importerNamed(TABLE) };
  return 'lookAlike' in claim ? { reason: claim.lookAlike.reason } : claim;
}
