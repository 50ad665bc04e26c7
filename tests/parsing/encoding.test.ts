import { describe, expect, test } from 'vitest';
import { decodeStart, utf8, wholePage } from '../../src/parsing/text.ts';
import { collect, pieces } from '../importers/source.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const filler = 'id,text\n'.repeat(30_000);

/** What a file is read as, however its bytes are handed out. */
async function read(bytes: Buffer): Promise<string> {
  const texts = await Promise.all(
    [7, 1000, 1 << 16].map(async (size) => Buffer.concat(await collect(utf8(pieces(bytes, size)))).toString('utf8')),
  );
  for (const text of texts) expect(text).toBe(texts[0]);
  return texts[0] ?? '';
}

describe('UTF-16', () => {
  const text = 'id,text\n721852617572552704,"Ключ — 😀 “café”"\n'.repeat(40);
  const little = Buffer.from(text, 'utf16le');
  test.each([
    ['little end first with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['big end first with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()])],
    ['little end first without a mark', little],
    ['big end first without a mark', Buffer.from(little).swap16()],
  ])('%s', async (_name, bytes) => {
    expect(await read(bytes)).toBe(text);
    expect(decodeStart(bytes, true)).toBe(text);
  });

  test('a file cut in the middle of a character loses that one only', async () => {
    expect(await read(little.subarray(0, little.length - 1))).toBe(`${text.slice(0, -1)}\ufffd`);
  });
});

describe('invalid UTF-8', () => {
  test.each<[string, Buffer, string]>([
    ['a lone byte among good characters', latin('{"text":"caf\u00c3\u00a9 \u00ff\u00e9"}\n'), '{"text":"café \ufffd\ufffd"}\n'],
    ['a quotation mark cut short', latin('"so it\u00e2\u0080"\n'), '"so it\ufffd"\n'],
    ['an emoji cut short', latin('"well \u00f0\u009f\u0098"\n'), '"well \ufffd"\n'],
    ['half a surrogate pair', latin('"\u00ed\u00a0\u00bd!"'), '"\ufffd\ufffd\ufffd!"'],
    ['a character cut by the end of the file', latin('"it\u00e2\u0080'), '"it\ufffd'],
    ['bad bytes far behind good ones', Buffer.concat([Buffer.from(`é${filler}`), latin('\u00e9!')]), `é${filler}\ufffd!`],
  ])('%s is replaced, and nothing else', async (_name, bytes, expected) => {
    expect(await read(bytes)).toBe(expected);
  });
});

describe('Windows-1252', () => {
  test.each<[string, Buffer, string]>([
    ['French', latin('text\nD\u00e9j\u00e0 vu \u0097 l\u0092\u00e9cole, \u00e7a va\u0085\n'), 'text\nDéjà vu — l’école, ça va…\n'],
    ['German', latin('Gr\u00fc\u00dfe aus \u0084K\u00f6ln\u0093, \u00c4rger!'), 'Grüße aus „Köln“, Ärger!'],
    ['Portuguese capitals', latin('N\u00c3O \u00c9 A EDUCA\u00c7\u00c3O, \u00e9 a educa\u00e7\u00e3o'), 'NÃO É A EDUCAÇÃO, é a educação'],
    ['English with an apostrophe', latin('don\u0092t \u0093quote\u0094 me'), 'don’t “quote” me'],
    ['what comes late in a long file', Buffer.concat([Buffer.from(filler), latin('caf\u00e9\n')]), `${filler}café\n`],
  ])('%s', async (_name, bytes, expected) => {
    expect(await read(bytes)).toBe(expected);
    expect(decodeStart(bytes, true)).toBe(expected);
  });

  test.each([
    ['Cyrillic in another encoding', latin('\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2, \u00ea\u00eb\u00e0\u00f1\u00f1')],
    ['a Macintosh text', latin('don\u00d5t caf\u008e')],
    ['a file with zero bytes', latin('caf\u00e9\u0000')],
  ])('%s is not taken for it', async (_name, bytes) => {
    expect(await read(bytes)).toContain('\ufffd');
  });
});

test.each([
  ['one that says what it is in', latin('<meta charset="windows-1251"><p>\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2'), 'Привет'],
  ['one that does not say it', latin('<p>D\u00e9j\u00e0 vu \u0097 l\u0092\u00e9cole'), 'Déjà vu — l’école'],
  ['one that says it wrongly', Buffer.from('<meta charset="iso-8859-1"><p>Déjà'), 'Déjà'],
])('a page is read in its encoding: %s', async (_name, bytes, expected) => {
  expect(await wholePage(pieces(bytes, 10), 1000)).toContain(expected);
});
