/** What forgetting comes to, and came to. */
import type { ForgetReport, TombstoneGroup } from '../keep/forget.ts';
import { harmless } from './safe.ts';
import { count, list } from './words.ts';

/** What would go. */
export function renderForgetPlan(report: ForgetReport): string {
  const what = parts(report);
  return [
    `${report.alias === null ? 'To be forgotten' : `To be hidden as @${harmless(report.alias)}`}: ${what.length === 0 ? 'nothing in the archive; from now on it is kept out' : list(what)}.`,
    ...names(report),
    ...files(report),
    '',
  ].join('\n');
}

/** What went. */
export function renderForgotten(report: ForgetReport): string {
  const what = parts(report);
  const done = report.alias === null ? 'Forgotten' : `Hidden as @${harmless(report.alias)}`;
  return [
    `${done}: ${what.length === 0 ? 'nothing was in the archive' : list(what)}. It does not come back with another import.`,
    ...(report.wiped
      ? []
      : ['  Another edchat has the archive open: close it and run edchat doctor --fix, so that nothing is left in old pages of the file.']),
    ...files(report),
    '',
  ].join('\n');
}

function parts({ removed, copies, changed, corrections, marks, searches, alias }: ForgetReport): string[] {
  return [
    ...(removed > 0 ? [`${count(removed, 'tweet')} of their own`] : []),
    ...(copies > 0 ? [`${count(copies, 'tweet')} of others that pass their words on`] : []),
    ...(changed > 0
      ? [alias === null ? `the name in ${count(changed, 'tweet')} of others` : `the name in ${count(changed, 'tweet')}`]
      : []),
    ...(corrections > 0 ? [count(corrections, 'correction')] : []),
    ...(marks > 0 ? [count(marks, 'star, note or tag', 'stars, notes and tags')] : []),
    ...searches.map((name) => `the saved search ${harmless(name)}`),
  ];
}

function names({ handles }: ForgetReport): string[] {
  return handles.length > 1 ? [`  The same account wrote as ${list(handles.map((handle) => `@${harmless(handle)}`))}: all of them.`] : [];
}

function files({ files: found }: ForgetReport): string[] {
  if (found.length === 0) return [];
  return [
    'These files, written earlier, hold it still. Delete them, or make them again:',
    ...found.map(
      ({ path, what, writtenAt, seen }) =>
        `  ${harmless(path)}  (${harmless(what)}, ${new Date(writtenAt).toISOString().slice(0, 10)}${seen ? '' : '; could not be read'})`,
    ),
  ];
}

/** What was forgotten when; whom, nobody can tell any more. */
export function renderTombstones(groups: readonly TombstoneGroup[]): string {
  if (groups.length === 0) return 'Nothing was forgotten yet.\n';
  const lines = groups.map(({ forgottenAt, people, tweets, aliases }) => {
    const what = [...(people > 0 ? [count(people, 'handle')] : []), ...(tweets > 0 ? [count(tweets, 'tweet')] : [])];
    const hidden = aliases.length === 0 ? '' : `, hidden as ${list(aliases.map((alias) => `@${harmless(alias)}`))}`;
    return `  ${new Date(forgottenAt).toISOString().slice(0, 16).replace('T', ' ')} UTC  ${list(what)}${hidden}`;
  });
  return ['Forgotten on request, and kept out since. The archive keeps no names of them:', ...lines, ''].join('\n');
}
