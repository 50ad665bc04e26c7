import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startTags } from '../../src/parsing/markup.ts';
import { runs } from '../runs.ts';

test.each([
  ['words are left out', '<p class="a">one <b>two</b></p>', '<p class="a">\n<b>'],
  ['scripts, styles and comments are left out', '<style>p{}<i></style><script>"<u>"</script><!-- <s> --><p>', '<style>\n<script>\n<p>'],
  ['marks inside attributes do not end a tag', '<a title="1 > 0 <b>" href=\'x>y\'>z', '<a title="1   0  b " href=\'x y\'>'],
  ['a quote outside of a value is no quote', '<a title="x" ">b<i>', '<a title="x" ">\n<i>'],
  ['marks that open nothing are passed over', '1 < 2 <3 </p> <br/>', '<br/>'],
  ['what is never closed ends the page', '<p><a href="x> <b><i>', '<p>'],
  ['a tag stays on its line', '<a\n href="x\ny">', '<a  href="x y">'],
])('%s', (_, page, tags) => {
  expect(startTags(page)).toBe(tags);
});

test('any page is read in the time its length takes', () => {
  const parts = fc.constantFrom(
    '<',
    '<a',
    '<a ',
    '="',
    '"',
    "'",
    '>',
    '<!--',
    '-->',
    '<script>',
    '</script',
    '<style',
    ' class=',
    'x',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (all) => {
      for (const tag of startTags(all.join('')).split('\n')) expect(tag).toMatch(/^(?:<[a-z][^<>]*>)?$/i);
    }),
    { numRuns: runs(2000) },
  );
  const started = performance.now();
  for (const part of ['<', '<a ', '<!--', '<a b="', '<script>', '<a b=']) startTags(part.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(3000);
});
