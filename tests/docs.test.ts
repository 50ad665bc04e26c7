import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verbs } from '../src/commands/index.ts';
import { importers } from '../src/importers/index.ts';
import { newArchive } from './cli/edchat.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rows of the table between two marks. */
function table(name: string): string[][] {
  const [, body = ''] = new RegExp(`<!-- ${name} -->([^]*)<!-- /${name} -->`).exec(readme) ?? [];
  const rows = body.trim().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('every importer is in the table of formats, under its name and title', () => {
  expect(table('formats')).toEqual(importers.map(({ name, title }) => [title, `\`${name}\``]));
});

test('every command is in the table of commands', () => {
  const documented = table('commands').map(([command = '']) => /`(\w+)/.exec(command)?.[1]);
  expect([...new Set(documented)]).toEqual(verbs.map(({ name }) => name));
});

describe.each(verbs.map(({ name, summary }) => [name, summary] as const))('edchat %s --help', (name, summary) => {
  test('says what it does and gives an example or a reason', () => {
    const { code, stdout } = newArchive()([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: edchat ${name}`);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(summary);
    expect(stdout.split('\n').length).toBeGreaterThan(8);
  });
});
