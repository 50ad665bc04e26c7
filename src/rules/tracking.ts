/** Which parameters of an address say where a click came from, and not which page it leads to. */
import table from '../../data/tracking-parameters.json' with { type: 'json' };
import { byHost } from './by-host.ts';
import { familyOf, namesOf } from './host-lists.ts';

interface Names {
  readonly whole: ReadonlySet<string>;
  /** Beginnings: those that end in `*` in the table. */
  readonly beginnings: readonly string[];
}

const EVERYWHERE = listed(table.global, 'global');
const ON_HOSTS = namesOn(table.hosts);
// They let a reader in, or show the page in another way: two addresses that differ in them are one page, but both are needed.
const OPENERS = namesOn(table.openers);

function namesOn(hosts: Readonly<Record<string, unknown>>): ReadonlyMap<string, Names> {
  return new Map(Object.entries(hosts).map(([host, names]) => [host, listed(names, host)]));
}

function listed(list: unknown, place: string): Names {
  const names = namesOf(list, `data/tracking-parameters.json, ${place},`);
  return {
    whole: new Set(names.filter((name) => !name.endsWith('*'))),
    beginnings: names.flatMap((name) => (name.endsWith('*') ? name.slice(0, -1) : [])),
  };
}

// AMP is another dress of the same page; `amp=20` may be a filter of a shop.
const AMP = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;

/** A test for the parts (`name=value`) of an address on a host: true for those that may go, and the address still works. */
export const trackingOn = byHost((host) => testFor(tracking(host)));

/** The same for those that do not tell which page it is: tracking, and keys that open the page to a reader. */
export const besidesThePage = byHost((host) => testFor([...tracking(host), ...familyOf(host).flatMap((name) => OPENERS.get(name) ?? [])]));

function tracking(host: string): readonly Names[] {
  return [EVERYWHERE, ...familyOf(host).flatMap((name) => ON_HOSTS.get(name) ?? [])];
}

function testFor(tables: readonly Names[]): (part: string) => boolean {
  return (part) => {
    if (AMP.test(part)) return true;
    const name = nameOf(part);
    return tables.some((names) => holds(names, name));
  };
}

function holds({ whole, beginnings }: Names, name: string): boolean {
  return whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}

// Addresses copied from the source of a page have `&amp;` between their parameters.
function nameOf(part: string): string {
  const [name = ''] = part.split('=', 1);
  return name
    .replace(/%5f/gi, '_')
    .replace(/^(?:amp;)+/, '')
    .toLowerCase();
}
