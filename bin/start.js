'use strict';
// Loads the program from dist/, compiled where an earlier run left that: to compile takes longer than most commands. The
// compiled code lies beside the program, is V8's own (which refuses what another version of it made), and is never needed.
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const DIST = path.join(__dirname, '..', 'dist');
const KEPT = path.join(DIST, 'compiled', `${process.version}-${process.arch}`);

/** Loads a file of dist/, and returns what it offers; `when` is when to keep what was compiled. */
function start(name, when = (work) => process.once('exit', work)) {
  // Newer versions of Node do all this themselves.
  const enable = Number.parseInt(process.versions.node) < 22 ? undefined : require('node:module').enableCompileCache;
  if (enable === undefined) return loader(when)(name);
  enable(path.join(DIST, 'compiled'));
  return require(path.join(DIST, name));
}

function loader(when) {
  const loaded = new Map();
  const scripts = [];
  let isFresh = false;
  // The first run of each command loads a piece that none did before, and keeps what it compiled of the others, too.
  when(() => isFresh && keep(scripts));
  return function load(name) {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const filename = path.join(DIST, name);
    const cachedData = compiled(name);
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, ...(cachedData && { cachedData }) });
    scripts.push([name, script]);
    isFresh ||= cachedData === undefined || script.cachedDataRejected;
    const own = { exports: {} };
    loaded.set(name, own);
    const need = (id) => (/^\.\/[\w.-]+\.js$/.test(id) ? load(id.slice(2)) : require(id));
    script.runInThisContext().call(own.exports, own.exports, need, own, filename, DIST);
    return own.exports;
  };
}

function compiled(name) {
  try {
    const kept = readFileSync(path.join(KEPT, `${name}.bin`));
    const code = kept.subarray(0, kept.length / 2);
    return kept.length > 0 && code.equals(kept.subarray(code.length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

// At the end, when V8 has also compiled the functions that were called. Where the program may not be written to, it starts slower.
function keep(scripts) {
  try {
    mkdirSync(KEPT, { recursive: true });
    for (const [name, script] of scripts) {
      // Other processes, and the threads of this one, may write it at the same time.
      const whole = path.join(KEPT, `${name}.${process.pid}-${Math.random()}`);
      const code = script.createCachedData();
      // Twice: V8 trusts what is in it and would crash on what a disk spoilt, and to compare is quicker than any sum.
      writeFileSync(whole, Buffer.concat([code, code]));
      renameSync(whole, path.join(KEPT, `${name}.bin`));
    }
  } catch {
    // Next time, perhaps.
  }
}

module.exports = { start };
