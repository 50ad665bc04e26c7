/** What was asked of the network, and what came of it. */
import type { CheckPlan, CheckReport } from '../expand/check.ts';
import type { ExpandPlan, ExpandReport } from '../expand/expand.ts';
import type { RescuePlan, RescueReport } from '../expand/rescue.ts';
import type { KnownPage, LinkState } from '../views.ts';
import { webAddress } from './address.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';
import { count, list } from './words.ts';

interface Place {
  readonly label: string;
}

const STATES: readonly LinkState[] = ['alive', 'moved', 'dead', 'blocked', 'unsure'];

/** `edchat expand --dry-run` */
export function renderExpandPlan({ short, untitled, closed, links }: ExpandPlan, { label }: Place): string {
  return lines([
    `Of ${count(links, 'link')} in ${label}, edchat would follow ${count(short.length, 'short one')} and ask ${count(untitled.length, 'page')} for a title.`,
    closedNote(closed),
  ]);
}

/** `edchat expand` */
export function renderExpand({ followed, led, nowhere, pages, titles, left }: ExpandReport, { closed }: ExpandPlan): string {
  if (followed + pages + left === 0) return lines(['Nothing to ask: every link is known.', closedNote(closed)]);
  const ends = [`${led} led to a page`, ...(nowhere > 0 ? [`${nowhere} lead nowhere any more`] : [])];
  return lines([
    followed > 0 ? `Followed ${count(followed, 'short link')}: ${list(ends)}.` : '',
    pages + titles > 0 ? `Asked ${count(pages, 'page')} for a title: ${count(titles, 'title')} found.` : '',
    left > 0 ? `${count(left, 'address', 'addresses')} did not say, or were too busy: run edchat expand again later.` : '',
    closedNote(closed),
  ]);
}

function closedNote(closed: number): string {
  return closed === 0 ? '' : `${count(closed, 'short link')} of services that have closed: nobody can say any more where they led.`;
}

/** `edchat check --dry-run` */
export function renderCheckPlan({ due, fresh, short }: CheckPlan, { label }: Place): string {
  return lines([`In ${label}, edchat would look at ${count(due.length, 'page')}; ${count(fresh, 'page')} seen lately.`, shortNote(short)]);
}

/** `edchat check`; no report with `--offline`. */
export function renderCheck(report: CheckReport | null, known: readonly KnownPage[], { label }: Place, look: Look): string {
  const seen = report === null ? [] : checkLines(report);
  const total = `Known of the links of ${label}: ${stateWords(statesOf(known))}.`;
  const shown = known.filter(({ verdict }) => verdict.state === 'dead' || verdict.state === 'moved');
  return lines(
    [...seen, known.length === 0 ? `No page of ${label} was looked at yet.` : total],
    shown.map((page) => pageLines(page, look)),
  );
}

function checkLines({ looked, verdicts, suspects, fresh, short, left }: CheckReport): string[] {
  return [
    looked === 0
      ? `Nothing to look at${fresh > 0 ? `: ${count(fresh, 'page')} seen lately` : ''}.`
      : `Looked at ${count(looked, 'page')}: ${stateWords(verdicts)}.`,
    suspects > 0 ? `Not found for the first time: ${count(suspects, 'page')}. Dead is what is not found on another day as well.` : '',
    left > 0 ? `${count(left, 'page')} left in peace: their servers are too busy. Run edchat check again later.` : '',
    shortNote(short),
  ];
}

function shortNote(short: number): string {
  return short === 0 ? '' : `${count(short, 'short link')} not followed yet: edchat expand`;
}

function statesOf(known: readonly KnownPage[]): ReadonlyMap<LinkState, number> {
  return new Map(STATES.map((state) => [state, known.filter(({ verdict }) => verdict.state === state).length]));
}

function stateWords(states: ReadonlyMap<LinkState, number>): string {
  const parts = STATES.flatMap((state) => ((states.get(state) ?? 0) > 0 ? [`${states.get(state)} ${state}`] : []));
  return list(parts) || 'none';
}

/** `edchat rescue --dry-run` */
export function renderRescuePlan({ lost, dead, rescued }: RescuePlan, { label }: Place): string {
  return lines([
    `${label} has ${count(dead, 'dead page')}, ${count(rescued, 'one', 'ones')} with a copy; edchat would ask for ${count(lost.length, 'more', 'more')}.`,
  ]);
}

/** `edchat rescue`; no report with `--offline`. */
export function renderRescue(report: RescueReport | null, known: readonly KnownPage[], { label }: Place, look: Look): string {
  const dead = known.filter(({ verdict }) => verdict.state === 'dead');
  const told = report === null ? [] : rescueLines(report);
  const none = dead.length === 0 ? `No page of ${label} is known to be dead. Look first: edchat check` : '';
  return lines(
    [...told, none],
    dead.map((page) => pageLines(page, look)),
  );
}

function rescueLines({ asked, found, left }: RescueReport): string[] {
  return [
    asked === 0 ? '' : `Asked the Wayback Machine for ${count(asked, 'page')}: ${count(found, 'copy', 'copies')} found.`,
    left > 0 ? `It did not answer for ${count(left, 'page')}: run edchat rescue again later.` : '',
  ];
}

function pageLines({ url, verdict, copy }: KnownPage, look: Look): string[] {
  const ink = inkOf(look);
  const address = (text: string) => hyperlink(webAddress(text) ?? harmless(text), webAddress(text), look);
  const day = new Date(verdict.at).toISOString().slice(0, 10);
  return [
    hang(verdict.state.padEnd(7), `${ink.cyan(address(url))} ${ink.dim(`(${day})`)}`, look.width),
    ...(verdict.movedTo === null ? [] : [hang('  now  ', ink.cyan(address(verdict.movedTo)), look.width)]),
    ...(copy === null ? [] : [hang('  copy ', ink.cyan(address(copy.url)), look.width)]),
  ];
}

// Empty sentences are left out; entries stand apart.
function lines(sentences: readonly string[], entries: readonly (readonly string[])[] = []): string {
  const told = sentences.filter((sentence) => sentence !== '').join('\n');
  return `${[told, ...entries.map((entry) => entry.join('\n'))].filter((part) => part !== '').join('\n\n')}\n`;
}
