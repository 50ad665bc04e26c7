/** The forgetting use case: somebody who asks for it goes from the archive, or is hidden in it, and does not come back. */
import { nothingFound } from '../errors.ts';
import { rebuildAll } from '../ingest/rebuild.ts';
import { bareText } from '../normalise/note-key.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import { eachTweet } from '../store/each-tweet.ts';
import type { Database } from '../store/open.ts';
import { type Person, personOf } from '../store/persons.ts';
import { setSetting } from '../store/settings.ts';
import { deleteForReal, type Swept, sweep, sweepNames, wipe } from '../store/sweep.ts';
import { aliasOf, type Burial, bury, ensureSalt, forgottenIn, forgottenWith, hashOf } from '../store/tombstones.ts';
import { getTweet } from '../store/tweets.ts';
import type { Tweet } from '../tweet.ts';
import { TO_WIPE } from './notes.ts';
import { type Holding, holdingsOf } from './written-files.ts';

export type { TombstoneGroup } from '../store/tombstones.ts';

/** Whom or what to forget. Times are UTC, milliseconds. */
export type ForgetTarget =
  | { readonly kind: 'person'; readonly handle: string; readonly from: number | null; readonly until: number | null }
  | { readonly kind: 'tweet'; readonly key: string }
  /** Every tweet of a chat in a time. */
  | { readonly kind: 'time'; readonly keys: readonly string[] };

/** What forgetting came to, or would come to. */
export interface ForgetReport extends Swept {
  /** The alias that stands for a person who is only hidden. */
  readonly alias: string | null;
  /** The handles a person had. */
  readonly handles: readonly string[];
  /** Files written earlier that hold what is forgotten. */
  readonly files: readonly Holding[];
  /** False while another process keeps the old pages of the journal in use. */
  readonly wiped: boolean;
}

/** How to forget. */
export interface ForgetOptions {
  /** Hide the person behind an alias, and keep the conversation. */
  readonly alias: boolean;
  readonly dryRun: boolean;
  /** UTC, milliseconds. */
  readonly now: number;
  readonly step?: (text: string) => void;
}

/** Forgets, or says what forgetting would come to. */
export async function forget(
  db: Database,
  target: ForgetTarget,
  { alias, dryRun, now, step = () => {} }: ForgetOptions,
): Promise<ForgetReport> {
  step('Looking for them everywhere…');
  deleteForReal(db);
  const work = db.transaction(() => {
    const salt = ensureSalt(db);
    const grave = graveOf(db, target, alias, salt);
    const forgotten = forgottenWith(db, grave.burials, salt);
    const swept = sweep(db, forgotten, grave.isTheirs, !dryRun);
    if (dryRun) return { grave, swept };
    bury(db, grave.burials, now);
    sweepNames(db, forgotten);
    setSetting(db, TO_WIPE, String(now));
    rebuildAll(db, step);
    return { grave, swept };
  });
  // A dry run leaves not even the salt behind.
  const { grave, swept } = dryRun ? takenBack(db, work) : work.immediate();
  const wiped = dryRun || finishWiping(db, step);
  step('Looking through files written earlier…');
  return { ...swept, alias: grave.alias, handles: grave.person?.handles ?? [], files: await holdingsOf(db, grave.needles), wiped };
}

/** Writes the file anew so that nothing of what was forgotten is left in it; false while another process is in the way. */
export function finishWiping(db: Database, step: (text: string) => void = () => {}): boolean {
  step('Wiping what was deleted from the disk…');
  if (!wipe(db)) return false;
  setSetting(db, TO_WIPE, null);
  // The line about it is not worth keeping in the journal either.
  db.pragma('wal_checkpoint(TRUNCATE)');
  return true;
}

/** Sweeps everything that is forgotten out of an archive that has its tombstones from another. */
export function sweepAgain(db: Database, step: (text: string) => void): void {
  const forgotten = forgottenIn(db);
  if (forgotten === null) return;
  deleteForReal(db);
  const work = db.transaction(() => {
    sweep(db, forgotten, () => true, true);
    sweepNames(db, forgotten);
    rebuildAll(db, step);
  });
  work.immediate();
  wipe(db);
}

interface Grave {
  readonly burials: readonly Burial[];
  readonly alias: string | null;
  readonly person: Person | null;
  readonly isTheirs: (tweet: Tweet) => boolean;
  /** What to look for in files. */
  readonly needles: readonly string[];
}

function graveOf(db: Database, target: ForgetTarget, hide: boolean, salt: string): Grave {
  if (target.kind === 'person') return personGrave(db, target, hide, salt);
  const keys = target.kind === 'tweet' ? [target.key] : target.keys;
  const tweets = keys.flatMap((key) => getTweet(db, key) ?? []);
  if (target.kind === 'tweet' && tweets.length === 0) {
    throw nothingFound(`The archive holds no tweet ${target.key}. Find tweets with: edchat search WORDS --json`);
  }
  const copies = copiesByHand(db, tweets);
  const theirs = new Set(keys);
  return {
    burials: [...keys, ...copies].map((word) => stone('tweet', word, null)),
    alias: null,
    person: null,
    isTheirs: ({ key }) => theirs.has(key),
    needles: tweets.map(({ text }) => text.slice(0, 40)).filter((text) => text.length >= 10),
  };
}

function stone(kind: Burial['kind'], word: string, alias: string | null, from: number | null = null, until: number | null = null): Burial {
  return { kind, word, from, until, alias };
}

function personGrave(db: Database, { handle, from, until }: Extract<ForgetTarget, { kind: 'person' }>, hide: boolean, salt: string): Grave {
  const person = personOf(db, handle, from, until);
  const alias = hide ? aliasOf(salt, person.handles.toSorted()[0] ?? handle) : null;
  const whole = from === null && until === null;
  const copies =
    whole || hide
      ? []
      : copiesByHand(
          db,
          person.keys.flatMap((key) => getTweet(db, key) ?? []),
        );
  const burials = [
    ...person.handles.map((word) => stone('person', word, alias, from, until)),
    ...person.accounts.map((word) => stone('account', word, alias, from, until)),
    ...(whole ? person.names.map((word) => stone('name', word, alias)) : []),
    ...[...person.keys, ...copies].map((word) => stone('tweet', word, alias)),
  ];
  const hashes = new Set(person.handles.map((one) => hashOf(salt, 'person', one)));
  const keys = new Set(person.keys);
  return {
    burials,
    alias,
    person,
    isTheirs: ({ author, key }) => keys.has(key) || (whole && author !== null && hashes.has(hashOf(salt, 'person', author))),
    needles: person.handles,
  };
}

/** Shorter beginnings could be anybody's words. */
const TELLING = 12;

// Tweets of others that pass some tweets on by hand, told by the handle and how the words begin.
function copiesByHand(db: Database, tweets: readonly Tweet[]): string[] {
  const byAuthor = new Map<string, string[]>();
  for (const { author, text } of tweets) {
    const words = bareText(text);
    const name = author?.toLowerCase();
    if (name !== undefined && words.length >= TELLING) byAuthor.set(name, [...(byAuthor.get(name) ?? []), words]);
  }
  if (byAuthor.size === 0) return [];
  const copies: string[] = [];
  for (const { tweet } of eachTweet(db)) {
    const header = retweetHeader(tweet.text);
    const said = header === null ? undefined : byAuthor.get(header.author.toLowerCase());
    const body = bareText(header?.body ?? '');
    if (body.length >= TELLING && said?.some((words) => words.startsWith(body) || body.startsWith(words))) copies.push(tweet.key);
  }
  return copies;
}

class Undone<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('taken back');
    this.result = result;
  }
}

// Runs a transaction, and takes it back whatever it did.
function takenBack<T>(db: Database, work: () => T): T {
  const run = db.transaction(() => {
    throw new Undone(work());
  });
  try {
    return run.immediate();
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  }
}
