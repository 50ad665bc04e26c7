import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OPERATOR_NAMES } from '../../src/query/operators.ts';
import { parse } from '../../src/query/parse.ts';

const page = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

describe('docs/search.md', () => {
  test.each(rows.map((cells) => /`([^`]+)`/.exec(cells[2] ?? '')?.[1] ?? ''))('its example %s is read', (example) => {
    expect(example).not.toBe('');
    expect(parse(example, { today: '2016-05-01', saved: () => 'grading rubric' }).root).not.toMatchObject({
      kind: 'literal',
      text: expect.stringMatching(/\w/),
    });
  });

  test.each(OPERATOR_NAMES)('it names %s:', (name) => expect(page).toContain(`\`${name}:`));
});
