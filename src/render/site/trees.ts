/** Tweets as trees of nested lists, in pieces that a page can be filled with. */
import type { TweetView } from '../../views.ts';
import { webAddress } from '../address.ts';
import { type Html, markup } from '../html/template.ts';
import { harmless } from '../safe.ts';
import { tweetParts } from '../tweet-text.ts';
import { handle, moment, number } from '../words.ts';
import { between, personPath, tweetAnchor } from './paths.ts';
import type { SiteLook } from './shell.ts';

/** A tweet with all that hangs from it, in reading order: the depth of each, and how many passed it on. */
export interface Branch {
  readonly tweets: readonly { readonly tweet: TweetView; readonly depth: number; readonly sharers: number }[];
  readonly size: number;
}

interface Place {
  readonly look: SiteLook;
  readonly path: string;
  /** The local date of the session: its tweets need not repeat it. */
  readonly date: string;
}

const DEEPEST = 6;
/** A conversation longer than this is cut in pieces, so that it fits on pages. */
const PIECE = 150;

/** Lists of tweets, each whole in itself, with the keys they hold. */
export function treeHtml(branches: readonly Branch[], place: Place): { html: string; keys: readonly string[] }[] {
  return branches
    .flatMap(({ tweets }) => pieces(tweets))
    .map((tweets) => ({
      html: `<ul class="tweets">\n${nested(tweets, place)}</ul>\n`,
      keys: tweets.map(({ tweet }) => tweet.key),
    }));
}

function pieces<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / PIECE) }, (_, at) => items.slice(at * PIECE, (at + 1) * PIECE));
}

// A list opens below the item before it, never twice at once, so that any cut through a tree is a tree again.
function nested(tweets: Branch['tweets'], place: Place): string {
  let html = '';
  let depth = -1;
  for (const one of tweets) {
    const level = depth < 0 ? 0 : Math.min(one.depth, DEEPEST, depth + 1);
    if (level > depth) html += depth < 0 ? '' : '\n<ul>\n';
    else html += `</li>\n${'</ul>\n</li>\n'.repeat(depth - level)}`;
    depth = level;
    html += item(one, place);
  }
  return depth < 0 ? html : `${html}</li>\n${'</ul>\n</li>\n'.repeat(depth)}`;
}

function item({ tweet, sharers }: Branch['tweets'][number], { look, path, date }: Place): string {
  const anchor = tweetAnchor(tweet.key);
  const original = tweet.url === null ? null : webAddress(tweet.url);
  const passed = sharers > 0 ? ` passed on by ${number(sharers)}` : '';
  const source = original === null ? '' : markup` <a href="${original}" rel="nofollow" aria-label="original">↗</a>`;
  return markup`<li id="${anchor}"><div class="by">${author(tweet, look, path)} <a href="#${anchor}">${moment(tweet.createdAt, look.chat.zone, date)}</a>${passed}${source}</div><q dir="auto">${tweetHtml(tweet)}</q>`
    .html;
}

function author({ author: name, authorName }: TweetView, look: SiteLook, path: string): Html {
  const called = harmless(authorName ?? '');
  const by =
    name !== null && look.people ? markup`<a href="${between(path, personPath(name))}">${handle(name)}</a>` : markup`${handle(name)}`;
  return called === '' ? markup`<b>${by}</b>` : markup`<b>${called}</b> ${by}`;
}

function tweetHtml(tweet: Pick<TweetView, 'text' | 'links' | 'media'>): Html {
  return markup`${tweetParts(tweet, 'keep').map(({ text, url }) => {
    const address = url === null ? null : webAddress(url);
    return address === null ? markup`${text}` : markup`<a href="${address}" rel="nofollow">${text}</a>`;
  })}`;
}
