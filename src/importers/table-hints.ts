import type { CsvSample } from '../parsing/csv-sample.ts';
import type { Columns } from './table-columns.ts';

const ROLES = ['text', 'author', 'name', 'id', 'url', 'date', 'time'] as const;

/** The columns that the user named, by header or by number from 1; or one sentence why there is no such column. */
export function givenColumns(hints: Readonly<Record<string, string>>, { names, rows }: CsvSample): Columns | string {
  const width = Math.max(names.length, rows[0]?.length ?? 0);
  const columns: { [role in (typeof ROLES)[number]]?: string } = {};
  for (const role of ROLES) {
    const hint = hints[role]?.trim();
    if (hint === undefined) continue;
    const place = names.indexOf(hint.toLowerCase());
    if (place >= 0) columns[role] = String(place + 1);
    else if (/^\d+$/.test(hint) && Number(hint) >= 1 && Number(hint) <= width) columns[role] = String(Number(hint));
    else return `the table has no column ${hint}: ${listed(names, width)}`;
  }
  return columns;
}

function listed(names: readonly string[], width: number): string {
  return names.length === 0 ? `its columns have no names, only numbers from 1 to ${width}` : `its columns are ${names.join(', ')}`;
}
