/** What an import came to, for the person who ran it. */
import type { FileReport, ImportReport, Rejected } from '../ingest/report.ts';
import { fit, hang, pad, widest } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, number } from './words.ts';

const REJECTIONS = 10;
const WARNINGS = 5;
const FILES = 12;
const SESSIONS = 6;
const SKIPPED = 5;

/** How a report ends. */
export interface ReportOptions {
  /** Names the chat in what to type next: it is not the one that edchat would choose. */
  readonly nameChat?: boolean;
}

/** The report of an import for a terminal. */
export function renderImportReport(report: ImportReport, look: Look, options: ReportOptions = {}): string {
  const files = shownFiles(report.files);
  const hidden = report.files.length - files.length;
  const blocks = [
    ...files.map((file) => fileBlock(file, report.dryRun, look)),
    ...(hidden > 0 ? [[inkOf(look).dim(`… and ${count(hidden, 'more file', 'more files')} without a problem`)]] : []),
    skippedBlock(report, look),
    summary(report, look, options),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

// Of many files only those are worth a line that something is wrong with.
function shownFiles(files: readonly FileReport[]): readonly FileReport[] {
  if (files.length <= FILES) return files;
  return files.filter(({ error, rejected, warnings }) => error !== null || rejected.length > 0 || warnings.length > 0);
}

function fileBlock(file: FileReport, dryRun: boolean, look: Look): string[] {
  const ink = inkOf(look);
  const title = hang(
    '',
    `${ink.bold(harmless(file.path))}${file.format === null ? '' : `  ${ink.dim(harmless(file.format))}`}`,
    look.width,
    '  ',
  );
  if (file.error !== null) return [title, hang('  ', ink.red(harmless(withoutPath(file.error, file.path))), look.width)];
  return [title, hang('  ', counts(file, dryRun), look.width), ...rejections(file, look), ...notes(file, look)];
}

function withoutPath(error: string, path: string): string {
  return error.startsWith(`${path}: `) ? error.slice(path.length + 2) : error;
}

/** The numbers of a file in words; they add up. */
function counts(file: FileReport, dryRun: boolean): string {
  if (file.read === 0) return 'no tweets in it';
  const parts = [
    { value: file.added, words: dryRun ? 'would be new' : 'new' },
    { value: file.updated, words: dryRun ? 'would be updated' : 'updated' },
    { value: file.unchanged, words: 'already there' },
    { value: file.context, words: 'inside other tweets' },
    { value: file.rejected.length, words: 'not usable' },
  ].filter(({ value }) => value > 0);
  return `${count(file.read, 'tweet')} read: ${parts.map(({ value, words }) => `${number(value)} ${words}`).join(', ')}`;
}

function rejections({ rejected }: FileReport, look: Look): string[] {
  const keptOut = rejected.filter(({ onPurpose }) => onPurpose === true);
  const unusable = rejected.filter(({ onPurpose }) => onPurpose !== true);
  return [...reasons('Not usable', unusable, look), ...reasons('Kept out', keptOut, look)];
}

function reasons(title: string, rejected: readonly Rejected[], look: Look): string[] {
  if (rejected.length === 0) return [];
  const shown = rejected.slice(0, REJECTIONS).map(({ at, reason }) => ({ at: fit(harmless(at), 24), reason: harmless(reason) }));
  const width = widest(shown.map(({ at }) => at));
  const more = rejected.length - shown.length;
  return [
    inkOf(look).yellow(`  ${title}:`),
    ...shown.map(({ at, reason }) => hang(`    ${pad(at, width)}  `, reason, look.width)),
    ...(more > 0 ? [`    … and ${number(more)} more: --json lists them all`] : []),
  ];
}

function notes({ warnings }: FileReport, look: Look): string[] {
  const more = warnings.length - WARNINGS;
  return [
    ...warnings.slice(0, WARNINGS).map((warning) => hang(inkOf(look).yellow('  Note: '), harmless(warning), look.width)),
    ...(more > 0 ? [`  … and ${count(more, 'more note', 'more notes')}: --json lists them all`] : []),
  ];
}

function skippedBlock({ skipped }: ImportReport, look: Look): string[] {
  if (skipped.length === 0) return [];
  const more = skipped.length - SKIPPED;
  return [
    inkOf(look).dim(`${count(skipped.length, 'other file')} left alone:`),
    ...skipped
      .slice(0, SKIPPED)
      .map(({ path, reason }) => hang('  ', `${harmless(path)}  ${inkOf(look).dim(harmless(reason))}`, look.width, '    ')),
    ...(more > 0 ? [`  … and ${number(more)} more`] : []),
  ];
}

function summary(report: ImportReport, look: Look, options: ReportOptions): string[] {
  const ink = inkOf(look);
  const failed = report.files.filter(({ error }) => error !== null).length;
  if (report.interrupted && report.files.length === 0) return ['Interrupted before anything was read; the archive is as it was'];
  return [
    ink.bold(outcome(report)),
    ...(failed > 0 ? [ink.red(`${count(failed, 'file')} could not be read`)] : []),
    ...(report.totals.added + report.totals.updated > 0 ? sessionLine(report) : []),
    ...hashtagLines(report, look),
    ...(report.interrupted ? [interruption(report)] : []),
    ...nextLine(report, look, options),
  ].map((line) => hang('', line, look.width));
}

function interruption({ dryRun, allRead }: ImportReport): string {
  if (dryRun) return 'Interrupted: the trial was not finished';
  if (allRead) return 'Interrupted: what is listed above is in the archive; the next command finds its sessions';
  return 'Interrupted: what is listed above is in the archive, the rest was not read';
}

function outcome({ totals, dryRun, files }: ImportReport): string {
  const { added, updated } = totals;
  if (added + updated === 0) return nothingNew(totals, files.length);
  const verb = dryRun ? 'would be' : (added || updated) === 1 ? 'was' : 'were';
  const words =
    added === 0
      ? `${count(updated, 'tweet')} ${verb} updated`
      : `${count(added, 'tweet')} ${verb} added${updated > 0 ? `, ${number(updated)} updated` : ''}`;
  return dryRun ? `${words}; this was a trial, nothing is written` : words;
}

function nothingNew({ read, unchanged, rejected }: ImportReport['totals'], files: number): string {
  if (files === 0) return 'nothing to import: no file here is an export that edchat knows';
  if (read === 0) return 'nothing new: no tweets were found';
  if (unchanged === 0) return rejected > 0 ? 'nothing new: no tweet was usable' : 'nothing new';
  // Files overlap: this counts what was read, not what the archive holds.
  const all = `all ${count(unchanged, 'tweet')}${files > 1 ? ` in these ${number(files)} files` : ''} were`;
  return `nothing new: ${unchanged === 1 ? 'the one tweet was' : all} already in the archive`;
}

function sessionLine({ sessions, dryRun }: ImportReport): string[] {
  const [first] = sessions;
  if (first === undefined) return [];
  const verb = dryRun ? 'would change' : 'changed';
  if (sessions.length <= SESSIONS) return [`${sessions.length === 1 ? 'Session' : 'Sessions'} that ${verb}: ${sessions.join(', ')}`];
  return [`${count(sessions.length, 'session')} ${verb}, from ${first} to ${sessions.at(-1)}`];
}

function hashtagLines({ unknownHashtag }: ImportReport, look: Look): string[] {
  if (unknownHashtag === null) return [];
  const name = harmless(unknownHashtag);
  return [
    `Most of these tweets carry #${name}, a chat that edchat does not know yet. Tell it when the chat meets:`,
    `  ${inkOf(look).cyan(`edchat chats add ${name} --weekday DAY --time HH:MM --zone ZONE`)}`,
  ];
}

function nextLine({ sessions, dryRun, chat }: ImportReport, look: Look, { nameChat = false }: ReportOptions): string[] {
  const last = sessions.at(-1);
  if (last === undefined || dryRun) return [];
  const option = chat === null || !nameChat ? '' : ` --chat ${harmless(chat)}`;
  return [`Next: ${inkOf(look).cyan(`edchat${option} week ${last}`)}`];
}
