// Whether packages are the newest of their line: holes are mended in newer versions. Less than advisories say, but every registry answers it.
import { spawnSync } from 'node:child_process';

const AT_ONCE = 4;
/** Milliseconds for each answer. */
const PATIENCE = 20_000;

/**
 * Of packages ({name, version}) those with a newer version in their line (`4.1.0` is of the line 4, `0.2.1` of 0.2), and those that were withdrawn,
 * as {name, version, newest, withdrawn}; null where the registry does not say.
 */
export async function behindOrWithdrawn(packages) {
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const found = [];
  for (let at = 0; at < packages.length; at += AT_ONCE) {
    const some = packages.slice(at, at + AT_ONCE).map((one) => look(stdout.trim(), one).catch(() => null));
    found.push(...(await Promise.all(some)));
    if (found.includes(null)) return null;
  }
  return found.filter(({ newest, withdrawn }) => newest !== null || withdrawn !== null);
}

async function look(registry, { name, version }) {
  const answer = await fetch(new URL(name.replace('/', '%2f'), registry), {
    headers: { accept: 'application/vnd.npm.install-v1+json' },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) return null;
  const { versions } = await answer.json();
  const line = Object.keys(versions).filter((one) => /^\d+\.\d+\.\d+$/.test(one) && lineOf(one) === lineOf(version));
  const newest = line.toSorted(byVersion).at(-1);
  return { name, version, newest: newest === version ? null : newest, withdrawn: versions[version]?.deprecated ?? null };
}

function lineOf(version) {
  const [major, minor] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}

function byVersion(a, b) {
  const [one, other] = [a, b].map((version) => version.split('.').map(Number));
  const at = one.findIndex((part, place) => part !== other[place]);
  return at === -1 ? 0 : one[at] - other[at];
}
