/** Whose turn it is: hosts in a ring, each with its own line of items. */

/** What one host bears. */
export interface Rest<T> {
  /** Items at once on one host. */
  readonly perHost: number;
  /** Milliseconds between two starts on one host. */
  readonly gapMs: number;
  /** Whether the work of an item will ask nothing of its host, which then needs no rest. */
  readonly isIdle: (item: T) => boolean;
}

/** An item whose turn it is. */
export interface Turn<T> {
  readonly item: T;
  /** Tells that the host is done with it. */
  readonly release: () => void;
}

/** The lines of all hosts. */
export interface Turns<T> {
  /** The next item that may start now, or null when every host that has any is busy or resting. */
  readonly take: () => Turn<T> | null;
  /** How many were not taken yet. */
  readonly left: () => number;
  /** Lets go of all clocks. */
  readonly stop: () => void;
}

interface Line<T> {
  readonly items: T[];
  next: number;
  active: number;
  resting: boolean;
}

/** Lets hosts take turns; `rested` is called whenever one of them may go on that could not before. */
export function takeTurns<T>(
  items: Iterable<T>,
  hostOf: (item: T) => string,
  { perHost, gapMs, isIdle }: Rest<T>,
  rested: () => void,
): Turns<T> {
  const lines = linesOf(items, hostOf);
  // In the order in which they came to be able to.
  const able = new Set(lines);
  const clocks = new Set<NodeJS.Timeout>();
  let left = lines.reduce((sum, line) => sum + line.items.length, 0);

  const consider = (line: Line<T>) => {
    if (!line.resting && line.active < perHost && line.next < line.items.length) able.add(line);
  };
  const rest = (line: Line<T>) => {
    line.resting = true;
    const clock = setTimeout(() => {
      clocks.delete(clock);
      line.resting = false;
      consider(line);
      rested();
    }, gapMs);
    clocks.add(clock);
  };
  const take = () => {
    for (const line of able) {
      able.delete(line);
      const item = line.items[line.next++] as T;
      line.active++;
      left--;
      if (gapMs > 0 && !isIdle(item)) rest(line);
      consider(line);
      const release = () => {
        line.active--;
        consider(line);
      };
      return { item, release };
    }
    return null;
  };
  return { take, left: () => left, stop: () => clocks.forEach((clock) => clearTimeout(clock)) };
}

function linesOf<T>(items: Iterable<T>, hostOf: (item: T) => string): Line<T>[] {
  const lines = new Map<string, Line<T>>();
  for (const item of items) {
    const host = hostOf(item);
    const line = lines.get(host);
    if (line === undefined) lines.set(host, { items: [item], next: 0, active: 0, resting: false });
    else line.items.push(item);
  }
  return [...lines.values()];
}
