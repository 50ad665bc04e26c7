import { UserError } from '../errors.ts';
import type { Head, Importer, LookAlike } from './importer.ts';
import { importers } from './index.ts';
import { lookAlikes } from './look-alikes.ts';

/** Whose format a file is in: an importer's, a look-alike's that holds nothing to keep, or null for neither. */
export type Claim = { readonly importer: Importer } | { readonly lookAlike: LookAlike };

/** Finds the one importer that claims a file by its head. Two claims are a fault of one of them: a UserError that names both. */
export function identify(head: Head): Claim | null {
  const [importer, rival] = importers.filter((candidate) => candidate.identify(head));
  if (importer !== undefined && rival !== undefined)
    throw new UserError(`it could be ${importer.name} or ${rival.name}. Say which with --format, and please report the file`);
  if (importer !== undefined) return { importer };
  const lookAlike = lookAlikes.find((candidate) => candidate.identify(head));
  return lookAlike === undefined ? null : { lookAlike };
}

/** The importer of a format named by the user. Throws a UserError that lists the names there are. */
export function importerNamed(name: string): Importer {
  const importer = importers.find((candidate) => candidate.name === name);
  if (importer !== undefined) return importer;
  throw new UserError(`no format is named ${name}. The formats: ${importers.map((candidate) => candidate.name).join(', ')}`);
}
