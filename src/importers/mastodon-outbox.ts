import { audienceOf, noteTweet } from '../parsing/activity-note.ts';
import { counted, handleAt, wholeHandle } from '../parsing/fediverse.ts';
import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, isObject, text } from '../parsing/json-value.ts';
import { type ReadPost, postReader } from '../parsing/post-html.ts';
import type { Author } from '../parsing/v1-tweet.ts';
import type { Extracted, Importer, Source } from './importer.ts';

/** `outbox.json` of the archive that Mastodon gives a person of their own account, or a page of an outbox. */
export const mastodonOutbox: Importer = {
  name: 'mastodon-outbox',
  title: 'Your own Mastodon archive (outbox.json)',
  identify({ json }) {
    if (json === null || json.prefix !== '' || !json.keys.includes('@context') || !json.keys.includes('orderedItems')) return false;
    const [first = json.record] = itemsOf(json.record);
    return isActivity(first) || text(first, 'id') === 'outbox.json';
  },
  async *extract(source, options) {
    const owner = (await readOwner(source)) ?? { ...NOBODY, author: options?.author?.replace(/^@/, '') ?? null };
    const tally: Tally = { boosts: 0, unsigned: 0 };
    const read = await postReader();
    for await (const item of jsonRecords(source, 'orderedItems')) {
      if (item.kind === 'rejected') yield item;
      else if (!Array.isArray(item.value['orderedItems'])) yield* extractActivity(item.value, item.at, { owner, tally, read });
      else
        for (const [index, value] of itemsOf(item.value).entries())
          yield* extractActivity(value, `record ${index + 1}`, { owner, tally, read });
    }
    yield* warnings(tally);
  },
};

const NOBODY: Author = { author: null, authorName: null, authorId: null };

interface Tally {
  boosts: number;
  unsigned: number;
}

interface Desk {
  readonly owner: Author;
  readonly tally: Tally;
  readonly read: ReadPost;
}

function* extractActivity(activity: unknown, at: string, { owner, tally, read }: Desk): Generator<Extracted> {
  if (!isActivity(activity)) return yield { kind: 'rejected', at, reason: 'not an activity: it has no type or no object' };
  // A boost is the address of another's post: no words, no hashtag, no author to file it under.
  if (activity['type'] === 'Announce') return void tally.boosts++;
  const note = child(activity, 'object');
  if (activity['type'] !== 'Create' || note === null || typeof note['content'] !== 'string') {
    return yield { kind: 'rejected', at, reason: `not a post: its type is ${String(text(note, 'type') ?? activity['type'])}` };
  }
  const audience = audienceOf(note, activity);
  const tweet = noteTweet(note, at, owner.authorId === null ? signature(activity, note, owner) : owner, read);
  if (tweet.author == null) tally.unsigned++;
  const reserved = audience === 'public' ? {} : { audience };
  yield { kind: 'tweet', tweet: { ...tweet, createdAt: tweet.createdAt ?? text(activity, 'published'), ...reserved } };
}

function isActivity(value: unknown): value is JsonObject {
  return text(value, 'type') !== null && isObject(value) && (child(value, 'object') !== null || text(value, 'object') !== null);
}

// A page of an outbox that is one line of several comes whole.
function itemsOf(value: JsonObject | null): readonly unknown[] {
  const items = value?.['orderedItems'];
  return Array.isArray(items) ? items : [];
}

async function readOwner(source: Source): Promise<Author | null> {
  const file = await source.sibling('actor.json');
  for await (const { value: actor } of file === null ? [] : records(file)) {
    const id = text(actor, 'id');
    const author = wholeHandle(text(actor, 'preferredUsername'), id);
    if (author !== null) return { author, authorName: text(actor, 'name'), authorId: id };
  }
  return null;
}

async function* records(file: Source) {
  for await (const item of jsonRecords(file)) if (item.kind === 'record') yield item;
}

// Without actor.json the address of the account tells the handle, but on servers that number their accounts.
function signature(activity: JsonObject, note: JsonObject, owner: Author): Author {
  const id = text(note, 'attributedTo') ?? text(activity, 'actor');
  return { author: owner.author ?? handleAt(id), authorName: null, authorId: id };
}

function* warnings({ boosts, unsigned }: Tally): Generator<Extracted> {
  const boosted = counted(boosts, 'boost', 'boosts');
  const messages = [
    boosted === null ? null : `left out ${boosted}: of the post that a boost repeats, the archive holds only its address`,
    unsigned === 0 ? null : 'actor.json is not beside it, so the author of these posts is unknown; import the whole archive instead',
  ];
  for (const message of messages) if (message !== null) yield { kind: 'warning', message };
}
