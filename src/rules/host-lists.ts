/** The shipped lists of hosts and parameters, checked as they are loaded. */
const NAME = /^[a-z0-9_$][a-z0-9._-]*\*?$/;

/** A list of names from a data file; throws, naming the file and the place, when it is no list of lower-case names. */
export function namesOf(list: unknown, place: string): readonly string[] {
  if (!Array.isArray(list)) throw new Error(`${place} must be a list of names`);
  return list.map((name: unknown) => {
    if (typeof name === 'string' && NAME.test(name)) return name;
    throw new Error(`${place} holds ${JSON.stringify(name)}, which is no lower-case name`);
  });
}

/** The host with its parents, nearest first: `a.b.org`, `b.org`, `org`; where a country's ending follows also `name.*`. */
export function familyOf(host: string): string[] {
  if (host.length > LONGEST) return [host];
  const labels = host.split('.');
  return labels.flatMap((label, at) => {
    const ending = labels.slice(at + 1).join('.');
    return ENDING.test(ending) ? [`${label}.${ending}`, `${label}.*`] : [labels.slice(at).join('.')];
  });
}

/** Letters that a name of the internet may have: a longer one has no family, and a list of it would be long. */
const LONGEST = 253;

/** What follows the name of a site that has one host a country: `com`, `de`, `co.uk`, `com.au`. */
const ENDING = /^(?:com?\.)?[a-z]{2,3}$/;
