/** What was taken back, and what can be. */
import type { UndoReport } from '../ingest/undo-run.ts';
import type { ImportRow } from '../store/imports.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, number } from './words.ts';

/** What undo did. */
export function renderUndo({ batch, imports, removed, restored }: UndoReport): string {
  const files = imports.map(({ path }) => `  ${harmless(path)}`);
  const gone =
    removed === 0 ? 'no tweet was its alone' : `${count(removed, 'tweet')} that only it had ${removed === 1 ? 'is' : 'are'} gone`;
  const back = restored === 0 ? '' : `, ${number(restored)} ${restored === 1 ? 'says' : 'say'} again what the other exports say`;
  return [`Run ${batch} is taken back: ${gone}${back}.`, ...files, 'To have it again, import the same files.', ''].join('\n');
}

/** The runs of imports, each with its files. */
export function renderRuns(runs: readonly { readonly batch: number; readonly imports: readonly ImportRow[] }[], look: Look): string {
  const ink = inkOf(look);
  if (runs.length === 0) return 'Nothing was imported yet.\n';
  const blocks = runs.map(({ batch, imports }) => {
    const at = new Date(imports[0]?.importedAt ?? 0).toISOString().slice(0, 16).replace('T', ' ');
    const files = imports.map(({ path, format, counts }) =>
      hang(
        '  ',
        `${harmless(path)}  ${ink.dim(`${harmless(format)}, ${number(counts.added)} new, ${number(counts.updated)} updated`)}`,
        look.width,
        '    ',
      ),
    );
    return [`${ink.bold(`Run ${batch}`)}  ${at} UTC`, ...files].join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${ink.dim('Take one back with: edchat undo NUMBER')}\n`;
}
