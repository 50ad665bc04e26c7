/** What the beginning of a JSON document shows of it, though it may be cut anywhere. */
import type { JsonOutline } from '../importers/importer.ts';
import { parseOrNull } from './exact-json.ts';
import { findData } from './js-data.ts';
import { type JsonObject, isObject } from './json-value.ts';

const LINES_TRIED = 5;

/** The outline of the JSON that the beginning of a file holds, or null when it is none. */
export function jsonOutline(start: string): JsonOutline | null {
  const data = findData(start);
  if (data === null) return linesOutline(start);
  const { prefix, from } = data;
  if (start[from] === '[') {
    const record = firstElement(start, from);
    return { container: 'array', prefix, keys: [], record };
  }
  const outer = readObject(start, from);
  const more = outer.end !== -1 && start.slice(outer.end).trim() !== '';
  if (prefix === '' && (more || outer.end === -1)) {
    const lines = linesOutline(start.slice(from));
    if (lines !== null) return lines;
  }
  const whole = outer.end === -1 ? null : objectAt(start, from, outer.end);
  return { container: 'object', prefix, keys: outer.keys, record: outer.first ?? (outer.hasRecords ? null : whole) };
}

// The first line may be the broken one, so a few are tried; the last line in sight may be cut by the end of the head.
function linesOutline(start: string): JsonOutline | null {
  for (const line of start.split('\n', LINES_TRIED)) {
    const record = line.startsWith('{') ? parseOrNull(line) : null;
    if (isObject(record)) return { container: 'lines', prefix: '', keys: Object.keys(record), record };
  }
  return null;
}

interface Outer {
  readonly keys: readonly string[];
  /** Whether an array of objects is in sight, and its first element if that is whole. */
  readonly hasRecords: boolean;
  readonly first: JsonObject | null;
  /** Where the object ends, or -1. */
  readonly end: number;
}

function readObject(json: string, from: number): Outer {
  const keys: string[] = [];
  let first: JsonObject | null = null;
  let hasRecords = false;
  let at = skipBlank(json, from + 1);
  while (json[at] === '"') {
    const keyEnd = endOfString(json, at);
    const value = keyEnd === -1 ? -1 : skipBlank(json, skipBlank(json, keyEnd) + 1);
    if (value === -1 || value >= json.length) break;
    keys.push(json.slice(at + 1, keyEnd - 1));
    if (!hasRecords && json[value] === '[' && json[skipBlank(json, value + 1)] === '{') {
      hasRecords = true;
      first = firstElement(json, value);
    }
    const end = endOfValue(json, value);
    if (end === -1) break;
    at = skipBlank(json, end);
    if (json[at] === ',') at = skipBlank(json, at + 1);
  }
  return { keys, hasRecords, first, end: json[at] === '}' ? at + 1 : -1 };
}

function firstElement(json: string, bracket: number): JsonObject | null {
  const from = skipBlank(json, bracket + 1);
  const end = json[from] === '{' ? endOfValue(json, from) : -1;
  return end === -1 ? null : objectAt(json, from, end);
}

function objectAt(json: string, from: number, end: number): JsonObject | null {
  const value = parseOrNull(json.slice(from, end));
  return isObject(value) ? value : null;
}

function skipBlank(json: string, from: number): number {
  let at = from;
  while (at < json.length && /\s/.test(json[at] ?? '')) at++;
  return at;
}

// Behind the closing quote, or -1.
function endOfString(json: string, quote: number): number {
  for (let at = json.indexOf('"', quote + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

// Only strings and brackets count; whether the value is good JSON is for the parser to say.
function endOfValue(json: string, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const char = json[at] ?? '';
    if (char === '"') {
      const end = endOfString(json, at);
      if (end === -1 || depth === 0) return end;
      at = end - 1;
    } else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (char === ',' || char === '\n' || char === ' ')) return at;
  }
  return -1;
}
