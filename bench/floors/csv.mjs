// What reading a TAGS sheet costs at least: csv-parse, and nothing done with its rows.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
for await (const row of createReadStream(process.argv[2], { highWaterMark: 1 << 18 }).pipe(parse({ columns: true })))
  rows += row.id_str ? 1 : 0;
console.log(rows);
