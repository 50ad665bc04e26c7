// What reading saved pages costs at least: the tree of each, by the parser alone, and nothing done with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';

const folder = process.argv[2];
let nodes = 0;
for (const name of readdirSync(folder))
  nodes += load(readFileSync(join(folder, name), 'utf8'))
    .root()
    .children().length;
console.log(nodes);
