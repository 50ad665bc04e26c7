/** What a careful keeper of an archive looks at besides its soundness: gaps, backups, room, who may read it. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { localDate } from '../calendar.ts';
import { missingDates } from '../derive/missing-dates.ts';
import { listChats, tweetsPerChat } from '../store/chats.ts';
import { listImports } from '../store/imports.ts';
import type { Database } from '../store/open.ts';
import { isOpenToOthers } from '../store/owner.ts';
import { wholeScope } from '../store/scope.ts';
import { listSessions } from '../store/session-views.ts';
import { getSetting } from '../store/settings.ts';
import { countUnexpanded } from '../store/unexpanded.ts';
import { advice, bad, type Finding, FIX, good } from './findings.ts';
import { LAST_BACKUP, TO_WIPE } from './notes.ts';

const DAY = 86_400_000;
/** A backup older than this many days is old, when something came in since. */
const OLD = 30;
const MB = 1024 * 1024;
/** With less room than this edchat can do nothing. */
const NO_ROOM = 20 * MB;

/** The findings about a sound archive. */
export function housekeeping(db: Database, path: string, now: number): Finding[] {
  return [weeks(db), links(db), backups(db, now), disk(path), ...settings(db), privacy(path), ...wiping(db)];
}

function weeks(db: Database): Finding {
  const held = tweetsPerChat(db);
  const gaps = listChats(db)
    .filter(({ name }) => held.has(name))
    .map((chat) => {
      const scope = wholeScope(db, chat);
      const dates = listSessions(db, scope).map(({ startsAt }) => localDate(startsAt, chat.zone));
      return { chat, missing: missingDates(chat, dates, scope.range).length };
    })
    .filter(({ missing }) => missing > 0);
  if (gaps.length === 0) return good('weeks', 'no date of a timetable is missing between the first session and the last');
  const words = gaps.map(({ chat, missing }) => `${missing} of ${chat.title}`).join(', ');
  return advice(
    'weeks',
    `dates of the timetable without a session: ${words}`,
    'see them with edchat weeks --missing, and look for an export of them',
  );
}

function links(db: Database): Finding {
  const short = countUnexpanded(db);
  if (short === 0) return good('links', 'no link is known by a short address only');
  return advice(
    'links',
    `${short} links are known by a short address only, and the services behind them close one by one`,
    'ask where they lead while they answer: edchat expand',
  );
}

function backups(db: Database, now: number): Finding {
  const imports = listImports(db);
  const last = JSON.parse(getSetting(db, LAST_BACKUP) ?? 'null') as { readonly path: string; readonly madeAt: string } | null;
  const how = 'edchat backup FILE, best to another disk';
  if (last === null)
    return imports.length === 0 ? good('backup', 'there is nothing to back up yet') : advice('backup', 'no backup was ever made', how);
  const made = Date.parse(last.madeAt);
  const days = Math.max(0, Math.floor((now - made) / DAY));
  const since = imports.filter(({ importedAt }) => importedAt > made).length;
  const when = `the last backup is ${days === 0 ? 'of today' : `${days} days old`} (${last.path})`;
  if (since === 0) return good('backup', `${when}, and nothing was imported since`);
  return days > OLD ? advice('backup', `${when}, and ${since} exports were imported since`, how) : good('backup', when);
}

function disk(path: string): Finding {
  const { bavail, bsize } = statfsSync(dirname(path));
  const [free, size] = [bavail * bsize, statSync(path).size];
  const says = `${mega(free)} MB are free on the disk, the archive has ${mega(size)} MB`;
  if (free < NO_ROOM) return bad('disk', says, 'make room, or move the archive to a larger disk');
  // Undo, reindex and forget write much of the archive again.
  return free < 2 * size ? advice('disk', says, 'make room: rebuilding takes about twice the size of the archive') : good('disk', says);
}

function mega(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / MB))).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function settings(db: Database): Finding[] {
  const inbox = getSetting(db, 'inbox');
  if (inbox === null || existsSync(inbox))
    return [good('settings', inbox === null ? 'no folder is set as inbox' : `the inbox is ${inbox}`)];
  return [advice('settings', `the folder set as inbox is not there: ${inbox}`, 'choose another with edchat import --inbox FOLDER')];
}

function privacy(path: string): Finding {
  if (!isOpenToOthers(path)) return good('privacy', 'nobody else on this computer may read the archive');
  return advice('privacy', 'others on this computer may read the archive', FIX, true);
}

// A forgetting that was interrupted at its very end.
function wiping(db: Database): Finding[] {
  if (getSetting(db, TO_WIPE) === null) return [];
  return [bad('wipe', 'somebody was forgotten, but old pages of the file may still hold their words', FIX, true)];
}
