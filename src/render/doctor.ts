/** What the doctor found, mended and saved. */
import type { Finding, Verdict } from '../keep/findings.ts';
import type { Mended, SalvageReport } from '../keep/mend.ts';
import { holdings } from './keep.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count } from './words.ts';

const SIGNS: Readonly<Record<Verdict, string>> = { good: 'good  ', advice: 'advice', bad: 'WRONG ' };

/** The findings, a line each with what to do below, and the verdict of all. */
export function renderFindings(path: string, findings: readonly Finding[], look: Look): string {
  const ink = inkOf(look);
  const colours = { good: ink.green, advice: ink.yellow, bad: ink.red };
  const lines = findings.flatMap(({ verdict, says, remedy }) => [
    hang(`  ${colours[verdict](SIGNS[verdict])}  `, `${harmless(says)}.`, look.width),
    ...(remedy === null ? [] : [hang('          ', `What to do: ${harmless(remedy)}.`, look.width)]),
  ]);
  return [hang('', ink.bold(harmless(path)), look.width, '  '), '', ...lines, '', verdictOf(findings), ''].join('\n');
}

function verdictOf(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ verdict }) => verdict === 'bad').length;
  if (wrong > 0) return `Something is wrong: ${count(wrong, 'matter')} above must be seen to.`;
  const advised = findings.filter(({ verdict }) => verdict === 'advice').length;
  return advised === 0 ? 'The archive is well.' : `The archive is well; ${count(advised, 'thing')} above would make it better.`;
}

/** What was mended. */
export function renderMended({ aside }: Mended): string {
  return `Mended.${aside === null ? '' : ` The archive of before is kept: ${harmless(aside)}`}\n\n`;
}

/** What was saved of a damaged archive. */
export function renderSalvage({ path, rows, lost, pages }: SalvageReport): string {
  return [
    `Saved to ${harmless(path)}: ${holdings(rows)}, out of ${count(pages, 'page')} of the damaged file.`,
    lost === 0
      ? '  No row that could be found was unreadable; whole pages may be gone.'
      : `  ${count(lost, 'row')} could not be read any more.`,
    '  The damaged file was only read. Import your exports again to fill the gaps: what is there already is not stored twice.',
    `  To use what was saved: edchat restore "${harmless(path)}"`,
    '',
  ].join('\n');
}
