/** What a packed file may unpack to: exports pack to a tenth of their size, what packs far better was made to fill a disk. */

const MB = 1024 * 1024;
const GB = 1024 * MB;
/** Bytes that one file in an archive may unpack to. */
const MAX_UNPACKED = 8 * GB;
const MAX_RATIO = 200;
// Below this no ratio does harm.
const SMALL = 100 * MB;
/** Bytes of an archive inside an archive, which is copied to be read. */
export const MAX_NESTED = 2 * GB;

/** Whether `packed` bytes that unpack to `unpacked` bytes are a bomb. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > MAX_UNPACKED || (unpacked > SMALL && unpacked > packed * MAX_RATIO);
}

/** An amount of bytes for people. */
export function sizeText(bytes: number): string {
  return bytes < GB ? `${Math.round(bytes / MB)} MB` : `${Math.round(bytes / GB)} GB`;
}
