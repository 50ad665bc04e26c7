import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addHintOptions, type HintOptions, hintsFrom } from '../../src/commands/import-hints.ts';
import { UserError } from '../../src/errors.ts';

describe('the hints of an import', () => {
  test('are none by default', () => {
    expect(hintsFrom({})).toEqual({});
  });

  test.each<[HintOptions, object]>([
    [{ columns: 'text=Tweet Text, author=2' }, { columns: { text: 'Tweet Text', author: '2' } }],
    [{ columns: 'Text=What, when and why,url=Link' }, { columns: { text: 'What, when and why', url: 'Link' } }],
    [{ date: '2016-04-17' }, { date: '2016-04-17' }],
    [{ date: '2016-04-17 8:05' }, { date: '2016-04-17T08:05' }],
    [{ tz: 'america/chicago' }, { zone: 'America/Chicago' }],
    [{ tz: 'utc' }, { zone: 'UTC' }],
    [{ author: '@plum_and_pear' }, { author: 'plum_and_pear' }],
  ])('%j are read', (options, hints) => {
    expect(hintsFrom(options)).toEqual(hints);
  });

  test.each<[HintOptions, string]>([
    [{ columns: 'Tweet Text' }, 'write pairs such as'],
    [{ columns: 'text=' }, 'write pairs such as'],
    [{ columns: 'words=1' }, 'there is nothing called words to read. Choose from text, author'],
    [{ columns: 'text=1,text=2' }, 'text is named twice'],
    [{ date: '2016-02-30' }, 'write a date such as 2016-04-17'],
    [{ date: '17.4.2016' }, 'write a date such as 2016-04-17'],
    [{ date: '2016-04-17 25:00' }, 'write a date such as 2016-04-17'],
    [{ tz: 'EST' }, 'name the zone by a city'],
    [{ tz: 'Mars/Olympus' }, 'name the zone by a city'],
    [{ author: 'plum and pear' }, 'write one handle'],
    [{ author: '' }, 'write one handle'],
  ])('%j are refused with what to write instead', (options, words) => {
    expect(() => hintsFrom(options)).toThrow(UserError);
    expect(() => hintsFrom(options)).toThrow(words);
  });

  test('are options of a command', () => {
    const command = addHintOptions(new Command()).parse(['--columns', 'text=1', '--date', '2016-04-17', '--tz', 'UTC', '--author', 'x'], {
      from: 'user',
    });
    expect(hintsFrom(command.opts())).toEqual({ columns: { text: '1' }, date: '2016-04-17', zone: 'UTC', author: 'x' });
  });
});
