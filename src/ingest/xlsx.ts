/** The sheets of a spreadsheet (.xlsx), presented as CSV, so that whatever reads tables reads them. */
import { TextWriter, type FileEntry } from '@zip.js/zip.js';
import { decodeXML } from 'entities';
import { UserError } from '../errors.ts';
import { readHead } from '../importers/head.ts';
import { identify } from '../importers/identify.ts';
import type { Source } from '../importers/importer.ts';
import { cellText, csvLine, type Zone } from './sheet-cells.ts';
import { firstOf, type Found, HEAD_BYTES, skipped } from './streams.ts';
import { unpacked } from './unpack.ts';

/** A spreadsheet file: its parts as the zip directory lists them, and its bytes. */
export interface Workbook {
  readonly path: string;
  readonly parts: readonly FileEntry[];
  /** All bytes of the file, anew with every call. */
  content(): ReadableStream<Uint8Array>;
}

const WORKBOOK = 'xl/workbook.xml';
const MB = 1024 * 1024;
// The strings of a workbook are held in memory, its sheets are not.
const MAX_STRINGS = 256 * MB;
const MAX_SHEET = 1024 * MB;
const MAX_OUTLINE = 4 * MB;
// Sheets pack to a tenth of their size, some to a fiftieth; what packs far better was made to fill the memory.
const MAX_RATIO = 200;
const SMALL = 16 * MB;

/** Whether the files in a zip are the parts of a spreadsheet. */
export function isWorkbook(parts: readonly FileEntry[]): boolean {
  return parts.some(({ filename }) => filename === WORKBOOK);
}

/**
 * The sheets that hold a table edchat knows; when none does, all that hold anything, so that it can be said why. Throws
 * a UserError for a spreadsheet that is damaged or would fill the memory.
 */
export async function* sheetSources(workbook: Workbook): AsyncGenerator<Found> {
  refuseBombs(workbook);
  await refuseLies(workbook);
  const sheets: { readonly source: Source; readonly rank: number }[] = [];
  for (const { name, index } of await sheetsOf(workbook)) {
    const sheet = await readSheet(workbook, name, index);
    if (sheet !== null) sheets.push(sheet);
  }
  const known = sheets.filter(({ rank }) => rank === 0);
  const shown = known.length > 0 ? known : sheets.toSorted((a, b) => a.rank - b.rank);
  for (const { source } of shown) yield { source, named: false };
}

function refuseBombs({ path, parts }: Workbook): void {
  for (const part of parts) {
    const { filename, uncompressedSize, compressedSize } = part;
    const limit = filename.startsWith('xl/worksheets/') ? MAX_SHEET : MAX_STRINGS;
    const isDense = uncompressedSize > SMALL && uncompressedSize > compressedSize * MAX_RATIO;
    if (isReadPart(part) && (uncompressedSize > limit || isDense)) {
      throw new UserError(
        `${path}: the spreadsheet would unpack to ${Math.round(uncompressedSize / MB)} MB and was not opened. Save the sheet with the tweets as CSV, and import that`,
      );
    }
  }
}

// The library that reads sheets believes no sizes and has no limit, so what it is given must be as large as it says.
async function refuseLies({ path, parts }: Workbook): Promise<void> {
  try {
    for (const part of parts.filter(isReadPart)) for await (const _ of unpacked(part, path));
  } catch (error) {
    throw damaged(path, error);
  }
}

function isReadPart({ filename }: FileEntry): boolean {
  return /\.(?:xml|rels)$/i.test(filename);
}

async function sheetsOf(workbook: Workbook): Promise<{ readonly name: string; readonly index: number }[]> {
  const outline = (await readPart(workbook, WORKBOOK)) ?? '';
  const relations = (await readPart(workbook, 'xl/_rels/workbook.xml.rels')) ?? '';
  // Charts can be sheets of their own.
  const charts = new Set(
    Array.from(relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g), ([tag]) =>
      attribute(tag, 'Type').endsWith('/worksheet') ? '' : attribute(tag, 'Id'),
    ),
  );
  return Array.from(outline.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g), ([tag], index) => ({ tag, index }))
    .filter(({ tag }) => !charts.has(attribute(tag, '\\w+:id')))
    .map(({ tag, index }) => ({ name: attribute(tag, 'name'), index }));
}

async function readPart({ path, parts }: Workbook, name: string): Promise<string | null> {
  const part = parts.find(({ filename }) => filename === name);
  if (part === undefined || part.uncompressedSize > MAX_OUTLINE) return null;
  return part.getData(new TextWriter()).catch((error: unknown) => {
    throw damaged(path, error);
  });
}

function attribute(tag: string, name: string): string {
  return decodeXML(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? '',
  );
}

// Rank 0: an importer claims it; 1: it is known and refused by name; 2: neither. Null: there is nothing in it.
async function readSheet(workbook: Workbook, name: string, index: number): Promise<{ source: Source; rank: number } | null> {
  const path = `${workbook.path} > ${name}`;
  const headAs = async (zone: Zone) => {
    const { bytes, whole } = await firstOf(csvOf(workbook, index, zone), HEAD_BYTES);
    return readHead(bytes, whole);
  };
  const head = await headAs('Z');
  if (head.text === '') return null;
  const claim = identify(head);
  // What programs export is in UTC; in a sheet made by hand a date is what the clock of its maker showed.
  const zone: Zone = claim !== null && 'importer' in claim && claim.importer.name !== 'table' ? 'Z' : '';
  return {
    rank: claim === null ? 2 : 'importer' in claim ? 0 : 1,
    source: {
      path,
      size: null,
      head: zone === 'Z' ? head : await headAs(zone),
      open: (start = 0) => skipped(csvOf(workbook, index, zone), start),
      sibling: () => Promise.resolve(null),
    },
  };
}

const CHUNK = 1 << 16;

async function* csvOf(workbook: Workbook, index: number, zone: Zone): AsyncGenerator<Uint8Array> {
  let text = '';
  try {
    for await (const line of csvLines(workbook, index, zone)) {
      text += line;
      if (text.length < CHUNK) continue;
      yield Buffer.from(text);
      text = '';
    }
  } catch (error) {
    throw damaged(workbook.path, error);
  }
  if (text !== '') yield Buffer.from(text);
}

// Titles above a table are no part of it: they have fewer cells than the names of its columns. Every row is as wide as those.
async function* csvLines(workbook: Workbook, index: number, zone: Zone): AsyncGenerator<string> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  let header: readonly string[] | null = null;
  let begun = false;
  for await (const { values } of streamXlsxRows(workbook.content(), { sheet: index })) {
    const cells = values.map((value) => cellText(value, zone));
    if (filled(cells) === 0) continue;
    if (!begun && (header === null || isTitle(header, cells))) {
      header = cells;
      continue;
    }
    if (!begun && header !== null) yield csvLine(header, 0);
    begun = true;
    yield csvLine(cells, header?.length ?? 0);
  }
  if (!begun && header !== null) yield csvLine(header, 0);
}

function isTitle(row: readonly string[], next: readonly string[]): boolean {
  return filled(row) === 1 || filled(next) > filled(row) * 2;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function damaged(path: string, error: unknown): UserError {
  return new UserError(`${path}: the spreadsheet is damaged or cut off. Download or save it again`, { cause: error });
}
