/** Which importer reads a source. */
import { UserError } from '../errors.ts';
import { type Claim, identify, importerNamed } from '../importers/identify.ts';
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';

/** The importer, or one sentence why there is none; `doubt` when that is no fault of the file, so that it must be told wherever it was. */
export type Choice = { readonly importer: Importer } | { readonly reason: string; readonly doubt?: true };

const UNKNOWN = 'not a format edchat knows. See the list with: edchat import --help';
/** The importer of tables whose columns the user names. */
const TABLE = 'table';

/** The importer that was named, else the one that claims the source; a table nobody claims is read by the columns named. */
export function chooseImporter({ head }: Source, format: string | null, hints: ExtractOptions): Choice {
  if (format !== null) return { importer: importerNamed(format) };
  if (head.whole && head.text.trim() === '') return { reason: 'the file is empty. Export it again, or name another file' };
  const claim = claimOf(head);
  if (claim === null)
    return hints.columns === undefined || head.columns === null ? { reason: UNKNOWN } : { importer: importerNamed(TABLE) };
  return 'lookAlike' in claim ? { reason: claim.lookAlike.reason } : claim;
}

// A file that two importers claim must not stop the others.
function claimOf(head: Source['head']): Claim | { readonly reason: string; readonly doubt: true } | null {
  try {
    return identify(head);
  } catch (error) {
    if (error instanceof UserError) return { reason: error.message, doubt: true };
    throw error;
  }
}
