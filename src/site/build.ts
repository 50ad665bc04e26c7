/** Builds the site of a chat in a folder, or brings it up to date: only what changed is made again. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Chat } from '../chat.ts';
import { siteTopics, topicsBySession } from '../derive/site-topics.ts';
import { EXIT, UserError } from '../errors.ts';
import { shippedFile } from '../files.ts';
import { searchPage } from '../render/site/search.ts';
import { sessionPages } from '../render/site/session.ts';
import type { SiteLook } from '../render/site/shell.ts';
import { sessionFingerprints } from '../store/fingerprints.ts';
import type { Database } from '../store/open.ts';
import { wholeScope } from '../store/scope.ts';
import { listSessions } from '../store/session-views.ts';
import type { SessionSummary, TweetView } from '../views.ts';
import { type FolderReport, openFolder, saveManifest, type SiteFolder } from './folder.ts';
import { type BuiltSession, type Manifest, readManifest } from './manifest.ts';
import { overviewPages } from './overviews.ts';
import { searchLibrary, shardList, shardOf, shardScript } from './search-index.ts';
import { type Neighbours, sessionTweets, siteSession } from './session.ts';
import { sessionPath } from '../render/site/paths.ts';
import { groupBy } from '../group-by.ts';

/** How a site is built. */
export interface SiteOptions {
  /** Pages of people, too. */
  readonly people: boolean;
  /** Where the site will be on the web, with a slash at its end; empty when nobody knows. */
  readonly address: string;
  /** Raised when pages would look otherwise for the same tweets: the version of edchat. */
  readonly version: string;
  /** Ends the build between two months; the next one goes on. */
  readonly signal: AbortSignal;
  /** Told how many sessions are done. */
  readonly progress: (done: number, all: number) => void;
}

const STOPPED = 'stopped before the site was done: run it again to finish it';

/** Builds the site; throws a UserError when the folder is another chat's or holds files of somebody else's. */
export async function buildSite(
  db: Database,
  chat: Chat,
  folder: string,
  options: SiteOptions,
): Promise<FolderReport & { readonly sessions: number }> {
  const before = readManifest(folder);
  if (before !== null && before.chat !== chat.name)
    throw new UserError(`${folder} holds the site of ${before.chat}: choose another folder for that of ${chat.name}`);
  mkdirSync(folder, { recursive: true });
  const files = openFolder(folder, before);
  const sessions = listSessions(db, wholeScope(db, chat));
  const topics = siteTopics(sessions);
  const [style, script] = [asset('style.css'), asset('search.js')];
  const site: Building = { db, chat, files, sessions, look: { chat, people: options.people }, options };
  const look = hash([options.version, String(options.people), options.address, JSON.stringify(chat), style, script]);
  const known = before !== null && before.look === look ? before : null;
  const built = await buildSessions(site, topicsBySession(topics), known);
  for (const [path, page] of overviewPages(db, site, topics, (session, key) => built.sessions.get(session)?.later[key] ?? 1))
    files.put(path, page);
  files.put('style.css', style);
  files.put('search.html', searchPage(site.look));
  files.put('search/search.js', script);
  files.put('search/minisearch.js', searchLibrary());
  const { files: written, ...report } = files.finish();
  saveManifest(folder, {
    version: 1,
    chat: chat.name,
    look,
    files: written,
    sessions: Object.fromEntries(built.sessions),
    shards: built.shards,
  });
  return { ...report, sessions: sessions.length };
}

/** A site that is being built. */
export interface Building {
  readonly db: Database;
  readonly chat: Chat;
  readonly files: SiteFolder;
  /** Oldest first. */
  readonly sessions: readonly SessionSummary[];
  readonly look: SiteLook;
  readonly options: SiteOptions;
}

interface Built {
  readonly sessions: ReadonlyMap<string, BuiltSession>;
  readonly shards: Readonly<Record<string, string>>;
}

// Month by month, as the index of the search is cut: what was read for the pages is indexed at once.
async function buildSessions(site: Building, topics: ReadonlyMap<string, readonly string[]>, known: Manifest | null): Promise<Built> {
  const { db, chat, files, sessions, options } = site;
  const prints = sessionFingerprints(db, chat.name);
  const built = new Map<string, BuiltSession>();
  const shards: Record<string, string> = {};
  const at = new Map(sessions.map(({ session }, index) => [session, index]));
  for (const [shard, month] of groupBy(sessions, ({ session }) => shardOf(session))) {
    const read = new Map<string, readonly TweetView[]>();
    for (const { session } of month) {
      const index = at.get(session) ?? 0;
      const neighbours: Neighbours = {
        previous: sessions[index - 1] ?? null,
        next: sessions[index + 1] ?? null,
        topics: topics.get(session) ?? [],
      };
      const print = hash([prints.get(session) ?? '', around(neighbours)]);
      const old = known?.sessions[session];
      if (old?.print === print && keepParts(files, session, old.parts)) built.set(session, old);
      else built.set(session, { print, ...buildSession(site, session, neighbours, read) });
      options.progress(index + 1, sessions.length);
    }
    shards[shard] = hash(month.map(({ session }) => `${session} ${built.get(session)?.print}`));
    buildShard(site, shard, month, { built, read, keep: known?.shards[shard] === shards[shard] });
    // A spinner wants a turn now and then, and so does Ctrl-C.
    await setImmediate();
    if (options.signal.aborted) throw new UserError(STOPPED, { exitCode: EXIT.interrupted });
  }
  files.put('search/shards.js', shardList(Object.keys(shards)));
  return { sessions: built, shards };
}

function buildSession(
  { db, chat, files, look }: Building,
  session: string,
  neighbours: Neighbours,
  read: Map<string, readonly TweetView[]>,
): Omit<BuiltSession, 'print'> {
  const view = siteSession(db, wholeScope(db, chat), session, neighbours);
  read.set(session, view.tweets);
  const pages = sessionPages(view, look);
  for (const { path, html } of pages) files.put(path, html);
  const later = Object.fromEntries(pages.flatMap(({ keys }, part) => (part === 0 ? [] : keys.map((key) => [key, part + 1]))));
  return { parts: pages.length, later };
}

interface Month {
  readonly built: ReadonlyMap<string, BuiltSession>;
  /** The tweets of the sessions that were read for their pages. */
  readonly read: ReadonlyMap<string, readonly TweetView[]>;
  readonly keep: boolean;
}

function buildShard({ db, chat, files }: Building, name: string, month: readonly SessionSummary[], { built, read, keep }: Month): void {
  const path = `search/${name}.js`;
  if (keep && files.keep(path)) return;
  const indexed = month.map((session) => {
    const later = built.get(session.session)?.later ?? {};
    const tweets = read.get(session.session) ?? sessionTweets(db, wholeScope(db, chat), session.session);
    return { session, tweets: tweets.map((tweet) => ({ tweet, part: later[tweet.key] ?? 1 })) };
  });
  files.put(path, shardScript(name, indexed));
}

// Of its neighbours a page shows the names, of its topics all there are.
function around({ previous, next, topics }: Neighbours): string {
  return JSON.stringify([previous, next].map((one) => [one?.session, one?.topic.text]).concat([[...topics]]));
}

function keepParts(files: SiteFolder, session: string, parts: number): boolean {
  return Array.from({ length: parts }, (_, part) => files.keep(sessionPath(session, part + 1))).every(Boolean);
}

function asset(name: string): string {
  return readFileSync(shippedFile(`data/site/${name}`), 'utf8');
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20);
}
