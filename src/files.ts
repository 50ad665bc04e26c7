/** The files that come with the program. */
import { fileURLToPath } from 'node:url';

/** The path of a file or folder of the package: `data/chats.json`. */
export function shippedFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
