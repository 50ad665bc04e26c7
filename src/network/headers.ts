import { isUtf8 } from 'node:buffer';
import type { Dispatcher } from 'undici';

/** The first header of a name in small letters, or null. What a server did not escape is read as UTF-8 where it is that. */
export function header({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  if (first === undefined) return null;
  // It comes as Latin-1.
  const bytes = Buffer.from(first, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : first;
}
