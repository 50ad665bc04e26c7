// The same tweets in a search index in memory.
import { readFileSync } from 'node:fs';
import { peer } from './peer.mjs';

const { default: MiniSearch } = await peer('minisearch');
const index = new MiniSearch({ fields: ['text', 'author'], storeFields: [] });
const seen = new Set();
for (const line of readFileSync(process.argv[2]).toString('utf8').split('\n')) {
  if (line === '') continue;
  const { id_str: id, full_text: text, user } = JSON.parse(line);
  if (seen.has(id)) continue;
  seen.add(id);
  index.add({ id, text, author: user.screen_name });
}
console.log(index.search('mindset').length);
