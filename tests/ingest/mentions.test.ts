/** Who speaks to whom by a mention is kept with the sessions that an import derives. */
import { expect, test } from 'vitest';
import { mentionsIn } from '../../src/store/mentions.ts';
import { DEMO } from '../cli/edchat.ts';
import { archiveOf } from './archives.ts';

test('an import ties what begins with a handle to what it answers, in both directions', async () => {
  const db = await archiveOf([DEMO]);
  const { parentOf, childrenOf } = mentionsIn(db, 'iaedchat');
  const [hugs, shoebox] = ['719322856537227268', parentOf('719322856537227268') ?? ''];
  expect(db.prepare('SELECT author FROM tweets WHERE n = CAST(? AS INTEGER)').pluck().get(shoebox)).toBe('JoReads_gr2_zip');
  expect(childrenOf(shoebox)).toEqual([hugs]);
  expect([parentOf(shoebox), childrenOf(hugs)]).toEqual([undefined, []]);
});
