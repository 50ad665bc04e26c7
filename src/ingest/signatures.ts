/** The first bytes by which packed files are known, whatever they are called. */

/** Whether a file that begins with these bytes is a zip archive: `PK` and a record mark; an empty one has only the last of them. */
export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

/** Whether a file that begins with these bytes is packed by gzip. */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}
