/** What is found out about hosts once. */

// Links of one host come in crowds, and there are no more hosts than this in most archives.
const MOST_HOSTS = 20_000;

/** A function that remembers what it found out about each host. */
export function byHost<T>(make: (host: string) => T): (host: string) => T {
  const known = new Map<string, T>();
  return (host) => {
    const before = known.get(host);
    if (before !== undefined) return before;
    if (known.size >= MOST_HOSTS) known.clear();
    const made = make(host);
    known.set(host, made);
    return made;
  };
}
