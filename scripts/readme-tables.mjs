#!/usr/bin/env node
// Writes the tables of formats and commands in the README from the registries.
import { readFileSync, writeFileSync } from 'node:fs';
import { modules } from './modules.mjs';

const [{ importers }] = await modules('importers/index.ts');
const file = new URL('../README.md', import.meta.url);
const rows = importers.map(({ name, title }) => `| ${title} | \`${name}\` |`);
const text = readFileSync(file, 'utf8').replace(/<!-- formats -->[^]*<!-- \/formats -->/, () =>
  ['<!-- formats -->', '| format | name |', '| --- | --- |', ...rows, '<!-- /formats -->'].join('\n'),
);
writeFileSync(file, text);
