import { describe, expect, test } from 'vitest';
import { readPage, textOf } from '../../src/parsing/html.ts';
import { memorySource } from '../importers/source.ts';

async function textIn(html: string): Promise<string> {
  const { $ } = await readPage(memorySource(`<p>${html}</p>`));
  return textOf($, $('p'), (link) => link.attr('href') ?? null);
}

describe('the text of an element', () => {
  test.each([
    ['spells its links', 'see <a href="https://t.co/x"><span>https://</span>long.exam<span>…</span></a>.', 'see https://t.co/x.'],
    ['keeps other marks as they are shown', 'see <b>that</b> <a>@x</a>', 'see that @x'],
    ['decodes entities once', 'a &amp;amp; b &lt;3', 'a &amp; b <3'],
    ['keeps its line ends', 'one\ntwo<br>three', 'one\ntwo\nthree'],
    ['loses the indentation of a pretty printer', '\n    one\n      two\n  ', ' one two '],
  ])('%s', async (_, html, text) => {
    expect(await textIn(html)).toBe(text);
  });
});
