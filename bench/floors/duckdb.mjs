// The same tweets in a table of DuckDB, without any index.
import { peer } from './peer.mjs';

const { DuckDBInstance } = await peer('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await db.run(
  `CREATE TABLE tweets AS SELECT id_str, created_at, full_text, user.screen_name AS author FROM read_json('${process.argv[2]}',
   format = 'newline_delimited', columns = {id_str: 'VARCHAR', created_at: 'VARCHAR', full_text: 'VARCHAR', user: 'STRUCT(screen_name VARCHAR)'})`,
);
console.log(String(await (await db.runAndReadAll('SELECT count(*) FROM tweets')).getRows()));
