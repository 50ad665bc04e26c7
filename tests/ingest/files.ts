/** Spreadsheets and archives for tests, made on the spot. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { onTestFinished } from 'vitest';
import { openSources } from '../../src/ingest/sources.ts';

/** A file in a folder that is gone after the test. */
export function fileOf(name: string, content: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** A zip archive. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { password?: string; zip64?: boolean; level?: number } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content), options);
  }
  return writer.close();
}

/** What a path holds: the text of each source by its path (the folder left out), or its error. */
export async function contentsOf(path: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for await (const found of openSources([path], Readable.from([]))) {
    const bare = (text: string) => text.replaceAll(path, path.slice(path.lastIndexOf('/') + 1));
    if ('leftAlone' in found) contents[bare(found.path)] = found.leftAlone;
    else if ('error' in found) contents[bare(found.path)] = bare(found.error);
    else contents[bare(found.source.path)] = await textOf(found.source.open());
  }
  return contents;
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
