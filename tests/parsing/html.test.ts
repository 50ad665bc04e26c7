import { describe, expect, test } from 'vitest';
import { flowTextOf, readPage, textOf } from '../../src/parsing/html.ts';
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

describe('a page in an older encoding', () => {
  test.each([
    ['is read as it says', '<meta charset="windows-1252"><p>caf\xe9 \x93x\x94</p>', 'café “x”'],
    ['is read as Windows-1252 where it says nothing and that is certain', '<p>caf\xe9</p>', 'café'],
    ['is read leniently where nothing is certain', '<p>caf\xff</p>', 'caf\ufffd'],
    ['may name one that does not exist', '<meta charset=owl-8><p>caf\xe9</p>', 'caf\ufffd'],
    ['is believed to be UTF-8 where it is', '<meta charset="windows-1252"><p>caf\xc3\xa9</p>', 'café'],
  ])('%s', async (_, page, text) => {
    const { $ } = await readPage(memorySource(Buffer.from(page, 'latin1')));
    expect($('p').text()).toBe(text);
  });
});

test('where only breaks end a line, other white space is a blank', async () => {
  const { $ } = await readPage(memorySource('<p>one\n   two <br>\n three<img alt="a duck"><img alt="🦆"></p>'));
  expect(flowTextOf($, $('p'), () => null)).toBe('one two\nthree🦆');
});
