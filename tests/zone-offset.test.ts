import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf } from '../src/calendar.ts';
import { zoneOffset } from '../src/zone-offset.ts';
import { runs } from './runs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const chats = JSON.parse(readFileSync(join(root, 'data/chats.json'), 'utf8')) as { zone: string }[];
const zones = [
  ...new Set([
    ...chats.map(({ zone }) => zone),
    'Australia/Sydney',
    'Asia/Kolkata',
    'America/Phoenix',
    'Europe/Lisbon',
    'Asia/Kathmandu',
    'UTC',
  ]),
];

/** By a library that reckons with the rules of zones itself. */
function expected(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;
}

// Every turn of the clocks is on a full hour of UTC, or half past: a look on both sides of all of them since 1970.
const HALF_HOUR = 1_800_000;
const turns = zones.flatMap((zone) => {
  const found: { zone: string; ms: number }[] = [];
  let at = Temporal.Instant.from('1970-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at !== null && at.year < 2027) {
    for (const near of [-HALF_HOUR, -1, 0, HALF_HOUR]) found.push({ zone, ms: at.epochMilliseconds + near });
    at = at.getTimeZoneTransition('next');
  }
  return [...found, { zone, ms: Date.UTC(2016, 0, 15) }, { zone, ms: Date.UTC(2016, 6, 15) }];
});

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'edchat-zone-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('offsets are those of the zone, on both sides of every turn of the clocks', () => {
  expect(turns.length).toBeGreaterThan(500);
  expect(turns.map(({ ms, zone }) => zoneOffset(ms, zone))).toEqual(turns.map(({ ms, zone }) => expected(ms, zone)));
});

test('so they are in a process of its own, which has a clock of its own', async () => {
  const bundle = await rolldown({ input: join(root, 'src/zone-offset.ts'), platform: 'node' });
  await bundle.write({ file: join(folder, 'zone-offset.cjs'), format: 'cjs' });
  writeFileSync(join(folder, 'turns.json'), JSON.stringify(turns));
  const script =
    "const { zoneOffset } = require('./zone-offset.cjs'); const usual = new Date(0).getTimezoneOffset();" +
    "const said = require('./turns.json').map(({ ms, zone }) => zoneOffset(ms, zone));" +
    'console.log(JSON.stringify({ said, isAsBefore: usual === new Date(0).getTimezoneOffset() && process.env.TZ }))';
  const out = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Tokyo' } });
  expect(JSON.parse(out)).toEqual({ said: turns.map(({ ms, zone }) => expected(ms, zone)), isAsBefore: 'Asia/Tokyo' });
});

test('a zone there is none of is refused', () => {
  expect(() => zoneOffset(0, 'America/Nowhere')).toThrow(RangeError);
});

test('a wall clock is read as the library reads it, also in the hours that are left out or come twice', () => {
  const walls = turns.map(({ ms, zone }) => ({ zone, wall: new Date(ms + expected(ms, zone) * 60_000).toISOString().slice(0, 16) }));
  const chance = fc.record({ zone: fc.constantFrom(...zones), ms: fc.integer({ min: Date.UTC(2006, 0), max: Date.UTC(2026, 0) }) });
  const check = (zone: string, wall: string) => {
    const [date = '', time = ''] = wall.split('T');
    const meant = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
    expect([zone, wall, instantOf(date, time, zone)]).toEqual([zone, wall, meant]);
  };
  for (const { zone, wall } of walls) {
    check(zone, wall);
    const later = new Date(Date.parse(`${wall}Z`) + HALF_HOUR).toISOString().slice(0, 16);
    check(zone, later);
  }
  fc.assert(
    fc.property(chance, ({ zone, ms }) => check(zone, new Date(ms).toISOString().slice(0, 16))),
    { numRuns: runs(200) },
  );
});
