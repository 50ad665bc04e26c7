/** Reads fields of JSON of unknown shape: what is not there, or is of another kind, is null or empty. */

/** A JSON object of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string under a key; null when it is missing, empty or no string. */
export function text(value: unknown, key: string): string | null {
  const found = isObject(value) ? value[key] : null;
  return typeof found === 'string' && found !== '' ? found : null;
}

/** The id under a key: exports write ids as strings or as numbers. */
export function idText(value: unknown, key: string): string | null {
  const found = isObject(value) ? value[key] : null;
  return typeof found === 'number' ? String(found) : text(value, key);
}

/** The count under a key, a number or digits in a string; null when it is not known. */
export function count(value: unknown, key: string): number | null {
  const found = isObject(value) ? value[key] : null;
  if (typeof found === 'number') return Number.isFinite(found) ? found : null;
  return typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : null;
}

/** The object under a key, or null. */
export function child(value: unknown, key: string): JsonObject | null {
  const found = isObject(value) ? value[key] : null;
  return isObject(found) ? found : null;
}

/** The objects of the list under a key; empty when there is no list. */
export function children(value: unknown, key: string): readonly JsonObject[] {
  const found = isObject(value) ? value[key] : null;
  return Array.isArray(found) && found.length > 0 ? found.filter(isObject) : [];
}
