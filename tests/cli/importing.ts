/** One import by the real command line, of files made on the spot. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newArchive, scratch } from './edchat.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What is imported. */
export interface Import {
  readonly files: () => Files | Promise<Files>;
  /** What is typed behind `import`; paths are from the folder of the files. */
  readonly args: readonly string[];
}

/** Writes the files and imports what is named, with `--json`; errors are told without the folder. */
export async function importing({ files, args }: Import) {
  const folder = scratch();
  for (const [name, content] of Object.entries(await files())) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const option = args[0] === '--format' ? args.slice(0, 2) : [];
  const paths = args.slice(option.length).map((path) => join(folder, path));
  const { code, stdout, stderr } = newArchive()(['import', '--json', ...option, ...paths]);
  const bare = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '');
  const report = JSON.parse(stdout) as {
    files: { error: string | null; warnings: string[]; rejected: { at: string; reason: string }[] }[];
    totals: Record<'read' | 'added' | 'updated' | 'unchanged' | 'context' | 'rejected', number>;
  };
  return { code, stderr, report, errors: report.files.flatMap(({ error }) => (error === null ? [] : [bare(error)])) };
}
