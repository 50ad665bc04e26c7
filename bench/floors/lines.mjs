// What reading JSON Lines costs at least: `read` only reads the bytes, `parse` parses each line, `insert` also writes seven columns of
// each into a plain table.
import { createReadStream, rmSync } from 'node:fs';

const [how, file, db] = process.argv.slice(2);
const take = how === 'parse' ? JSON.parse : how === 'insert' ? await inserter(db) : null;

async function inserter(path) {
  const { default: Database } = await import('better-sqlite3');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const archive = new Database(path);
  archive.pragma('journal_mode = WAL');
  archive.pragma('synchronous = FULL');
  archive.exec(
    'CREATE TABLE tweets (n INTEGER PRIMARY KEY, author TEXT, name TEXT, at TEXT, text TEXT, likes INTEGER, retweets INTEGER) STRICT',
  );
  const insert = archive.prepare('INSERT INTO tweets VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  archive.exec('BEGIN');
  process.once('exit', () => archive.exec('COMMIT'));
  return (line) => {
    const { id_str, user, created_at, full_text, favorite_count, retweet_count } = JSON.parse(line);
    insert.run(BigInt(id_str), user.screen_name, user.name, created_at, full_text, favorite_count, retweet_count);
  };
}

let held = [];
for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
  if (take === null) continue;
  let from = 0;
  for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
    const line = held.length > 0 ? Buffer.concat([...held, chunk.subarray(from, end)]).toString() : chunk.toString('utf8', from, end);
    held = [];
    take(line);
    from = end + 1;
  }
  if (from < chunk.length) held.push(chunk.subarray(from));
}
