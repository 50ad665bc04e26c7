/** The thread that reads large files, started while the rest of the program is loaded: each takes as long. */
import { statSync } from 'node:fs';
import { startEarly } from './thread.ts';

/** The program of the thread. */
export const READING = 'reading-thread.js';

/** Whether a file of so many bytes is worth a thread: of a smaller one it costs more than it saves. */
export function isLarge(bytes: number): boolean {
  return bytes >= 4 * 1024 * 1024;
}

/** Starts the thread where one of the words behind `import` names a large file. */
export function startReadingEarly(words: readonly string[]): void {
  if (words.some(isLargeFile)) startEarly(READING);
}

// What cannot be looked at is told when it is read.
function isLargeFile(word: string): boolean {
  try {
    const found = statSync(word);
    return found.isFile() && isLarge(found.size);
  } catch {
    return false;
  }
}
