import { importers } from '../importers/index.ts';

/** The formats that can be imported, for help and `--format`. */
export function importerList(): readonly { readonly name: string; readonly title: string }[] {
  return importers;
}
