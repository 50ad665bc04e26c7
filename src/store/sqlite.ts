/** SQLite, found at its own place: the package's loader looks for it in a dozen, and reads files to tell which. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import SqliteDatabase, { type Database, type Options } from 'better-sqlite3';
import { shippedFile } from '../files.ts';

const NATIVE = 'better-sqlite3/build/Release/better_sqlite3.node';

/** Opens a database: a file, `:memory:`, or the bytes of one. */
export function sqlite(source: string | Buffer, options: Options = {}): Database {
  const nativeBinding = native();
  return new SqliteDatabase(source, nativeBinding === undefined ? options : { ...options, nativeBinding });
}

/** Whether an error is one of SQLite's. */
export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof SqliteDatabase.SqliteError;
}

/** An error as SQLite would throw it. */
export function sqliteError(message: string, code: string): Error {
  return new SqliteDatabase.SqliteError(message, code);
}

// Beside the program most of the time; to ask for it as a package is asked for takes as long as to open the archive.
function native(): string | undefined {
  const beside = shippedFile(`node_modules/${NATIVE}`);
  if (existsSync(beside)) return beside;
  try {
    return createRequire(import.meta.url).resolve(NATIVE);
  } catch {
    return undefined;
  }
}
