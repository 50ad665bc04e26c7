/** Views with everybody behind an alias, for exports that others may see. */
import { type Forgotten, hiddenIn, hiddenKey } from '../normalise/forgotten.ts';

const HANDLES: ReadonlySet<string> = new Set(['author', 'askedBy', 'sharedBy', 'moderators']);
const KEYS: ReadonlySet<string> = new Set(['key', 'firstKey', 'replyTo', 'retweetOf', 'thread', 'under']);

/**
 * The same view, every handle, name, mention and profile address in it behind an alias; tweets lose their address, which names
 * their author. Numbers of tweets stay.
 */
export function aliased<T>(view: T, everybody: Forgotten): T {
  return hidden('', view, everybody) as T;
}

function hidden(field: string, value: unknown, everybody: Forgotten): unknown {
  if (typeof value === 'string') return hiddenText(field, value, everybody);
  if (Array.isArray(value)) return value.map((one: unknown) => hidden(field, one, everybody));
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, hidden(name, one, everybody)] as const);
  return { ...Object.fromEntries(entries), ...ofPerson(value, everybody) };
}

// What hangs together in one view: the name and the address of an author.
function ofPerson(view: object, everybody: Forgotten): object {
  const author = 'author' in view && typeof view.author === 'string' ? view.author : null;
  if (author === null) return {};
  const alias = everybody.person(author, null)?.alias ?? author;
  return {
    ...('authorName' in view && { authorName: alias }),
    ...('name' in view && { name: alias }),
    ...('key' in view && 'url' in view && { url: null }),
  };
}

function hiddenText(field: string, text: string, everybody: Forgotten): string {
  if (HANDLES.has(field)) return everybody.person(text, null)?.alias ?? text;
  return KEYS.has(field) ? (hiddenKey(text, everybody) ?? text) : hiddenIn(text, everybody);
}
