/** Sites built by the real command line from invented exports. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAt, DEMO } from '../cli/edchat.ts';
import { statuses } from '../cli/exports.ts';
import { ATTACKS } from '../render/attacks.ts';

/** An archive of the demo, imported once; tests work on copies of it. */
export function demoArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-demo-'));
  archiveAt(join(folder, 'archive.db'))(['import', DEMO]);
  return {
    path: join(folder, 'archive.db'),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A scratch folder with an archive (a copy of the one named, if any) and a site in it. */
export function workplace(copyOf?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-site-'));
  if (copyOf !== undefined) copyFileSync(copyOf, join(folder, 'archive.db'));
  const site = join(folder, 'site');
  const edchat = archiveAt(join(folder, 'archive.db'));
  return {
    folder,
    site,
    edchat,
    build: (...more: readonly string[]) => edchat(['site', site, ...more]),
    read: (path: string) => readFileSync(join(site, path), 'utf8'),
    /** A file to import, named as said. */
    file: (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files of a folder by path, with the time they were written. */
export function filesOf(folder: string, under = ''): Map<string, number> {
  if (!existsSync(join(folder, under))) return new Map();
  return new Map(
    readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? [...filesOf(folder, path)] : [[path, statSync(join(folder, path)).mtimeMs] as [string, number]];
    }),
  );
}

/** An export of one evening in which every tweet, name and address is an attack; its first tweets are questions. */
export function attackExport(from: string): string {
  const attacks = Object.values(ATTACKS);
  const tweets = statuses(attacks.length * 2, { from, every: 25 });
  return JSON.stringify(
    tweets.map((tweet, at) => {
      const attack = attacks[at % attacks.length] ?? '';
      const number = 1 + (Math.floor(at / 2) % 8);
      const label = at % 2 === 0 ? `Q${number}: ${attack}?` : `A${number}: ${attack}`;
      const url = /^https?:|^javascript:|^data:/.test(attack)
        ? attack
        : `https://evil.example/${encodeURIComponent(attack.slice(0, 40).replace(/\p{Surrogate}/gu, ''))}`;
      return {
        ...tweet,
        full_text: `${label} https://t.co/abc${at} #iaedchat`,
        user: { ...tweet.user, name: attack },
        entities: { hashtags: [], urls: [{ url: `https://t.co/abc${at}`, expanded_url: url, display_url: attack }] },
      };
    }),
  );
}
