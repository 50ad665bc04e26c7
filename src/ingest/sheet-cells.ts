/** The cells of a spreadsheet as CSV. */

/** What stands behind a time of day: `Z` where it is known to be UTC, else nothing. */
export type Zone = 'Z' | '';

/** A row of a table as CSV, with empty cells up to `width` of them. */
export function csvLine(cells: readonly string[], width: number): string {
  const missing = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
  return `${[...cells, ...missing].map(quoted).join(',')}\n`;
}

/** What a cell holds, as an export would write it. */
export function cellText(value: unknown, zone: Zone): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(value, zone) : '';
}

// Spreadsheets keep fifteen digits: a longer number is an id that was spoilt, and must not look whole.
function numberText(value: number): string {
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential();
}

function dateText(date: Date, zone: Zone): string {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T');
  if (zone === 'Z') return `${day}T${time}Z`;
  // A bare time of day is a part of the day before all days.
  if (day < '1900-01-02') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
