// Who reads the same JSON Lines: the floors, edchat, and other programs where they are installed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has, run } from './measure.mjs';

const floors = fileURLToPath(new URL('../floors', import.meta.url));

/** The contestants of an import. Slow ones run once. */
export function importContestants({ file, folder, edchat, tweets }) {
  const floor = (how, ...more) => run([process.execPath, join(floors, 'lines.mjs'), how, file, ...more], { folder });
  const fresh = (name) => () => rmSync(join(folder, name), { recursive: true, force: true });
  return [
    { name: 'reading the file', tweets, run: () => floor('read') },
    { name: 'JSON.parse of each line', tweets, run: () => floor('parse') },
    { name: 'JSON.parse and a bare insert', tweets, run: () => floor('insert', join(folder, 'floor.db')) },
    edchat,
    ...(has('sqlite3')
      ? [{ name: 'sqlite3 shell, JSON and FTS5', tweets, before: fresh('shell.db'), run: () => shell(file, folder) }]
      : []),
    ...(has('jq')
      ? [{ name: 'jq, two fields', tweets, rounds: 1, run: () => run(['jq', '-c', '[.id_str, .full_text]', file], { folder }) }]
      : []),
    ...(has('sqlite-utils')
      ? [{ name: 'sqlite-utils insert, enable-fts', tweets, rounds: 1, before: fresh('utils.db'), run: () => utils(file, folder) }]
      : []),
    ...(has('notmuch')
      ? [{ name: 'notmuch new, the same texts', tweets, rounds: 1, before: mails(file, folder), run: () => notmuch(folder) }]
      : []),
    ...nodePeer('minisearch', file, folder, tweets),
    ...nodePeer('duckdb', file, folder, tweets),
  ];
}

function shell(file, folder) {
  const sql = `CREATE TABLE raw (line TEXT);
.mode ascii
.separator "\\037" "\\n"
.import ${file} raw
CREATE TABLE tweets (n INTEGER PRIMARY KEY, author TEXT, at TEXT, text TEXT);
INSERT OR IGNORE INTO tweets SELECT CAST(json_extract(line, '$.id_str') AS INTEGER), json_extract(line, '$.user.screen_name'),
  json_extract(line, '$.created_at'), json_extract(line, '$.full_text') FROM raw;
DROP TABLE raw;
CREATE VIRTUAL TABLE words USING fts5(text, content=tweets, content_rowid=n, tokenize='porter unicode61');
INSERT INTO words (words) VALUES ('rebuild');
`;
  return run(['sqlite3', join(folder, 'shell.db')], { folder, input: sql });
}

function utils(file, folder) {
  const db = join(folder, 'utils.db');
  const script =
    'sqlite-utils insert "$1" tweets "$2" --nl --pk id_str --ignore --silent && sqlite-utils enable-fts "$1" tweets full_text --fts5 --tokenize porter';
  return run(['sh', '-c', script, 'sh', db, file], { folder });
}

// A tweet a message, in folders of a thousand; writing them is not counted.
function mails(file, folder) {
  return () => {
    const home = join(folder, 'mail');
    rmSync(home, { recursive: true, force: true });
    let count = 0;
    for (const line of eachLine(file)) {
      const { id_str: id, user, created_at: at, full_text: text } = JSON.parse(line);
      const box = join(home, String(Math.floor(count / 1000)), 'cur');
      if (count % 1000 === 0) mkdirSync(box, { recursive: true });
      const head = `From: ${user.name} <${user.screen_name}@example.org>\nMessage-ID: <${id}@example.org>\nDate: ${new Date(at).toUTCString()}\nSubject: tweet\n`;
      writeFileSync(join(box, `${id}:2,S`), `${head}\n${text}\n`);
      count += 1;
    }
    writeFileSync(
      join(folder, 'notmuch'),
      `[database]\npath=${home}\n[user]\nname=Nobody\nprimary_email=nobody@example.org\n[new]\ntags=\n[search]\nexclude_tags=\n`,
    );
  };
}

function notmuch(folder) {
  return run(['notmuch', 'new', '--quiet'], { folder, env: { NOTMUCH_CONFIG: join(folder, 'notmuch') } });
}

function* eachLine(file) {
  for (const line of readFileSync(file).toString('latin1').split('\n')) if (line !== '') yield Buffer.from(line, 'latin1').toString('utf8');
}

function nodePeer(name, file, folder, tweets) {
  const script = join(floors, `${name}.mjs`);
  return [
    {
      name: name === 'duckdb' ? 'DuckDB, load alone' : 'minisearch, in memory',
      tweets,
      rounds: 1,
      run: () => run([process.execPath, script, file], { folder }),
    },
  ];
}
