/** The ledger of links, by year, and the pages of the sites they are of. */
import type { LinkView } from '../../views.ts';
import { type Html, markup } from '../html/template.ts';
import { harmless } from '../safe.ts';
import { count, number } from '../words.ts';
import { linkList, type SharedAt } from './link-list.ts';
import { between, sitePath } from './paths.ts';
import { type SiteLook, sitePage } from './shell.ts';

/** Where a link was first shared, as a page at `path` leads there. */
type SharedOn = (path: string) => (link: LinkView) => SharedAt | null;

const LEDGER = 'links/index.html';
const SITES = 'sites/index.html';
const ROWS = 300;
const TOP = 50;

/** A site and what was shared of it. */
export interface SiteHost {
  readonly host: string;
  readonly links: readonly LinkView[];
  readonly people: number;
}

/** The pages of the ledger: the most shared of all time first, then every year in parts. */
export function ledgerPages(
  years: readonly (readonly [string, readonly LinkView[]])[],
  best: readonly LinkView[],
  sharedOn: SharedOn,
  look: SiteLook,
) {
  const parts = years.flatMap(([year, links]) =>
    split(links).map((own, at) => ({ year, links: own, at, path: `links/${year}${at === 0 ? '' : `-${at + 1}`}.html` })),
  );
  const pages = parts.map(({ year, links, at, path }) => {
    const own = parts.filter((part) => part.year === year);
    const others =
      own.length === 1
        ? ''
        : markup`<nav class="steps" aria-label="Parts"><span>Parts: ${own.map((part) => (part.at === at ? markup` ${at + 1}` : markup` <a href="${between(path, part.path)}">${part.at + 1}</a>`))}</span></nav>\n`;
    const title = `Links of ${year}${own.length === 1 ? '' : `, part ${at + 1}`}`;
    const body = markup`<h1>${title}</h1>\n<p class="soft"><a href="${between(path, LEDGER)}">All years</a></p>\n${linkList(links, { path, look, shared: sharedOn(path) })}${others}`;
    return { path, html: sitePage({ path, title, part: 'links', body }, look) };
  });
  return [{ path: LEDGER, html: ledgerIndex(years, best, sharedOn, look) }, ...pages];
}

function ledgerIndex(
  years: readonly (readonly [string, readonly LinkView[]])[],
  best: readonly LinkView[],
  sharedOn: SharedOn,
  look: SiteLook,
): string {
  const items = years.map(
    ([year, links]) =>
      markup`<li><a href="${between(LEDGER, `links/${year}.html`)}">${year}</a> <span class="soft">${count(links.length, 'link')}</span></li>\n`,
  );
  const top =
    best.length === 0
      ? ''
      : markup`<h2>Most shared</h2>\n${linkList(best.slice(0, TOP), { path: LEDGER, look, shared: sharedOn(LEDGER) })}`;
  const body = markup`<h1>Links</h1>
<p class="lead">Every page that was ever shared in ${look.chat.title}, under the year in which it was shared first.</p>
<ul class="tags">${items}</ul>\n${top}`;
  return sitePage({ path: LEDGER, title: 'Links', part: 'links', body }, look);
}

/** Every site, most people first. */
export function sitesPage(hosts: readonly SiteHost[], look: SiteLook): string {
  const rows = hosts.map(
    ({ host, links, people }) =>
      markup`<tr><td><a href="${between(SITES, sitePath(host))}">${harmless(host)}</a></td><td class="n">${number(links.length)}</td><td class="n">${number(people)}</td></tr>\n`,
  );
  const table = markup`<table><thead><tr><th>Site</th><th class="n">Pages</th><th class="n">People</th></tr></thead><tbody>\n${rows}</tbody></table>\n`;
  const body = markup`<h1>Sites</h1>\n<p class="lead">${count(hosts.length, 'site')} of which pages were shared.</p>\n${hosts.length === 0 ? '' : table}`;
  return sitePage({ path: SITES, title: 'Sites', part: 'sites', body }, look);
}

/** One site with its pages, most shared first. */
export function sitePageOf({ host, links, people }: SiteHost, sharedOn: SharedOn, look: SiteLook): string {
  const path = sitePath(host);
  const body: Html = markup`<h1>${harmless(host)}</h1>
<p class="lead">${count(links.length, 'page')}, shared by ${count(people, 'person', 'people')}</p>
${linkList(links, { path, look, host: false, shared: sharedOn(path) })}`;
  return sitePage({ path, title: harmless(host), part: 'sites', body }, look);
}

function split<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS) }, (_, at) => items.slice(at * ROWS, (at + 1) * ROWS));
}
