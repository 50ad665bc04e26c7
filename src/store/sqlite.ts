/** SQLite, found at its own place: the package's loader looks for it in a dozen, and reads files to tell which. */
import { createRequire } from 'node:module';
import SqliteDatabase, { type Database, type Options } from 'better-sqlite3';

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

function native(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(NATIVE);
  } catch {
    return undefined;
  }
}
