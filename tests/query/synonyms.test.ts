import { expect, test } from 'vitest';
import { parse } from '../../src/query/parse.ts';
import { withSynonyms } from '../../src/query/synonyms.ts';

const TABLE = {
  capitalsOnly: [],
  spellings: [
    ['Éducation', 'school'],
    ['İstanbul', 'IST'],
    ['#edtech', 'education technology'],
    ['pbl', 'project'],
  ],
};

test.each([
  ['éducation', ['school']],
  ['EDUCATION', ['school']],
  ['istanbul', ['IST']],
  ['school', ['Éducation']],
  ['edtech', ['education technology']],
  ['education technology', ['#edtech']],
  ['(PBL OR x)', ['project']],
  ['mindset', undefined],
])('%s finds what it also means, whatever its first letter is', (text, others) => {
  expect(withSynonyms(parse(text), TABLE).added[0]?.others).toEqual(others);
});
