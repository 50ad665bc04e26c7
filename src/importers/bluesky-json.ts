import { type Desk, blueskyTweet, isBackdated, isMissing, isPost, repostOf } from '../parsing/bluesky-post.ts';
import { counted } from '../parsing/fediverse.ts';
import { jsonRecords } from '../parsing/json-records.ts';
import type { RecordPath } from '../parsing/json-stream.ts';
import { type JsonObject, child, children, isObject } from '../parsing/json-value.ts';
import { postReader } from '../parsing/post-html.ts';
import type { RawTweet } from '../tweet.ts';
import type { Extracted, Head, Importer, JsonOutline } from './importer.ts';

const SCHEMA = /"\$type"\s*:\s*"app\.bsky\.(?:feed|unspecced)\./;
const LISTS = ['posts', 'feed', 'records', 'thread'];

/** Answers of Bluesky's API: searches, feeds, timelines, threads, and lists of a person's records. */
export const blueskyJson: Importer = {
  name: 'bluesky-json',
  title: 'Bluesky posts (API JSON, JSON Lines)',
  identify({ json, text: start }) {
    if (json === null || json.prefix !== '') return false;
    if (json.record !== null && itemsIn(json.record).some(holdsPost)) return true;
    return (json.keys.includes('thread') && SCHEMA.test(start)) || (isOnePost(json) && /"at:\/\/did:/.test(start));
  },
  async *extract(source) {
    const desk: Desk = { read: await postReader(), handles: new Map() };
    const tally: Tally = { missing: 0, backdated: 0 };
    for await (const item of jsonRecords(source, pathsOf(source.head))) {
      if (item.kind === 'rejected') yield item;
      else yield* extractItem(item.value, item.at, desk, tally);
    }
    yield* warnings(tally);
  },
};

// A post, one in a feed, or one in a thread.
function holdsPost(item: unknown): boolean {
  return [item, child(item, 'post'), child(child(item, 'value'), 'post')].some(isPost);
}

// What is first in sight of a single post may be a label or another part of it.
function isOnePost({ container, keys }: JsonOutline): boolean {
  return container === 'object' && ['uri', 'cid', 'author', 'record'].every((key) => keys.includes(key));
}

interface Tally {
  missing: number;
  backdated: number;
}

// A thread is a tree, read branch by branch so that a cut file gives those that are whole.
const THREAD: readonly RecordPath[] = ['$.thread.parent', '$.thread.post', '$.thread.replies.*'];

function pathsOf({ json, text: start }: Head): string | readonly RecordPath[] | undefined {
  const keys = json?.keys ?? [];
  if (keys.includes('thread') && /"thread"\s*:\s*\{/.test(start)) return /"post"\s*:/.test(start) ? THREAD : undefined;
  return json !== null && isOnePost(json) ? undefined : keys.find((key) => LISTS.includes(key));
}

function* extractItem(value: JsonObject, at: string, desk: Desk, tally: Tally): Generator<Extracted> {
  const found = itemsIn(value).flatMap((item) => (isObject(item) ? nodesOf(item) : [{ post: item, beside: null, reason: null }]));
  for (const [index, { post, beside, reason }] of found.entries()) {
    const place = found.length === 1 ? at : `${at}, post ${index + 1}`;
    if (isPost(post)) {
      // Read first, for the name of the one who is answered.
      const parent = isPost(beside) ? [blueskyTweet(beside, place, desk)] : [];
      const tweet = blueskyTweet(post, place, desk);
      if (isBackdated(tweet)) tally.backdated++;
      yield { kind: 'tweet', tweet: withCompany(tweet, parent, reason) };
    } else if (isMissing(post)) tally.missing++;
    else yield { kind: 'rejected', at: place, reason: 'not a post: it has no address of a post, or no record' };
  }
}

// In a feed the post is what was exported; that somebody passed it on, and what it answers, came along.
function withCompany(tweet: RawTweet, parent: readonly RawTweet[], reason: JsonObject | null): RawTweet {
  const repost = reason !== null && child(reason, 'by') !== null ? [repostOf(tweet, reason)] : [];
  return { ...tweet, context: [...(tweet.context ?? []), ...parent, ...repost] };
}

// An answer of the API that is one line of several, or one of an array, comes whole.
function itemsIn(value: JsonObject): readonly unknown[] {
  for (const list of LISTS) {
    const items = value[list];
    if (Array.isArray(items)) return items;
    if (list === 'thread' && isObject(items)) return [items];
  }
  return [value];
}

interface Node {
  readonly post: unknown;
  /** The post it answers, where a feed shows that beside it. */
  readonly beside: JsonObject | null;
  readonly reason: JsonObject | null;
}

// By hand and not by recursion: a thread can be thousands of posts deep. Above a post are those it answers, oldest first.
function nodesOf(top: JsonObject): Node[] {
  const answered: Node[] = [];
  for (let above = child(top, 'parent'); above !== null; above = child(above, 'parent')) answered.push(nodeOf(above));
  const found = answered.toReversed();
  const open = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(nodeOf(node));
    open.push(...children(node, 'replies').toReversed());
  }
  return found;
}

function nodeOf(node: JsonObject): Node {
  const post = child(node, 'post') ?? child(child(node, 'value'), 'post') ?? node;
  return { post, beside: child(child(node, 'reply'), 'parent'), reason: child(node, 'reason') };
}

function* warnings({ missing, backdated }: Tally): Generator<Extracted> {
  const gone = counted(missing, 'post', 'posts');
  const early = counted(backdated, 'post states', 'posts state');
  const messages = [
    gone === null ? null : `left out ${gone} that the export only names: deleted, or hidden from the one who exported`,
    early === null ? null : `${early} a time more than two minutes before Bluesky received it, as bridges do; the stated time was kept`,
  ];
  for (const message of messages) if (message !== null) yield { kind: 'warning', message };
}
