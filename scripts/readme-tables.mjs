#!/usr/bin/env node
// Writes the tables of formats and commands in the README from the compiled registries.
import { readFileSync, writeFileSync } from 'node:fs';
import { importers } from '../dist/importers/index.js';

const file = new URL('../README.md', import.meta.url);
const rows = importers.map(({ name, title }) => `| ${title} | \`${name}\` |`);
const text = readFileSync(file, 'utf8').replace(/<!-- formats -->[^]*<!-- \/formats -->/, () =>
  ['<!-- formats -->', '| format | name |', '| --- | --- |', ...rows, '<!-- /formats -->'].join('\n'),
);
writeFileSync(file, text);
