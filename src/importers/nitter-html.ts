import { lineIn, type Nodes, type Page, readPage } from '../parsing/html.ts';
import { numberIn, pictures, wordsOf } from '../parsing/page-words.ts';
import { withoutWayback } from '../parsing/status-address.ts';
import { readStated } from '../parsing/wall-clock.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** A page of Nitter, a front to Twitter that many people run: https://github.com/zedeus/nitter */
export const nitterHtml: Importer = {
  name: 'nitter-html',
  title: 'Nitter page (saved page)',
  identify: (head) => pageKind(head) === 'nitter-html',
  async *extract(source) {
    const { $ } = await readPage(source);
    let gone = 0;
    for (const [index, node] of $('.timeline-item').toArray().entries()) {
      const element = $(node);
      const tweet = readTweet($, element, `tweet ${index + 1}`);
      if (tweet !== null) yield { kind: 'tweet', tweet };
      else if (element.is('.unavailable') || element.find('.unavailable-box').length > 0) gone++;
    }
    if (gone > 0)
      yield { kind: 'warning', message: `${gone} ${gone === 1 ? 'tweet had' : 'tweets had'} been deleted when the page was made` };
  },
};

// Lists of people are made of the same rows, without a date.
function readTweet($: Page, element: Nodes, at: string): RawTweet | null {
  const own = element.clone();
  own.find('.quote').remove();
  const date = own.find('.tweet-date a[href]').first();
  const status = onAnyHost(date.attr('href') ?? own.find('a.tweet-link').first().attr('href') ?? '');
  if (status === null) return null;
  const words = wordsOf($, withTwitterLinks($, own.find('.tweet-content').first()));
  const quoted = quotedIn($, element.find('.quote').first(), at);
  const answered = /^@?(\w{1,20})$/.exec(lineIn($, own, '.replying-to a') ?? '')?.[1];
  const count = (icon: string) => numberIn(statOf(own, icon));
  return {
    at,
    id: status.id,
    author: lineIn($, own, 'a.username')?.replace(/^@/, '') ?? status.author,
    authorName: own.find('a.fullname').first().attr('title') ?? lineIn($, own, 'a.fullname'),
    createdAt: timeIn(date.attr('title') ?? ''),
    text: words.text,
    encoded: words.encoded,
    replyTo: answered === undefined ? null : { id: null, author: answered },
    quoteOf: quoted === null ? null : { id: quoted.id ?? null, author: quoted.author ?? null },
    links: words.links,
    media: pictures(
      words,
      own
        .find('.attachments a[href]')
        .toArray()
        .map((link) => originalPicture($(link).attr('href') ?? '')),
    ),
    counts: { replies: count('comment'), retweets: count('retweet'), quotes: count('quote'), likes: count('heart') },
    context: quoted === null || quoted.text === '' ? [] : [quoted],
  };
}

function quotedIn($: Page, box: Nodes, at: string): RawTweet | null {
  const status = onAnyHost(box.find('.quote-link').first().attr('href') ?? '');
  if (status === null) return null;
  const { text, encoded, links } = wordsOf($, withTwitterLinks($, box.find('.quote-text').first()));
  return { at, ...status, authorName: lineIn($, box, 'a.fullname'), text, encoded, links };
}

function statOf(element: Nodes, icon: string): string | null {
  const stat = element.find(`.tweet-stat .icon-${icon}`).first().closest('.tweet-stat');
  return stat.length === 0 ? null : stat.text();
}

// The page leads to itself where Twitter leads to Twitter.
function onAnyHost(address: string): { readonly id: string; readonly author: string | null } | null {
  const [, author, id] = /^(?:https?:\/\/[^/]+)?\/(?:#!\/)?(\w{1,20})\/status\/(\d{1,19})(?!\d)/.exec(withoutWayback(address)) ?? [];
  return id === undefined || author === undefined ? null : { id, author: author === 'i' ? null : author };
}

function withTwitterLinks($: Page, content: Nodes): Nodes {
  content.find('a[href]').each((_, node) => {
    const link = $(node);
    const status = onAnyHost(link.attr('href') ?? '');
    if (/^[#@$]/.test(link.text().trim())) link.removeAttr('href').removeAttr('title');
    else if (status !== null) link.attr('href', `https://twitter.com/${status.author ?? 'i/web'}/status/${status.id}`);
  });
  return content;
}

// "Mar 14, 2026 · 4:40 AM UTC"; older ones name no zone.
function timeIn(title: string): string | null {
  const { date, time, offset } = readStated(title, true) ?? {};
  return date && time ? `${date}T${time}${offset ?? '+00:00'}` : null;
}

// /pic/orig/media%2FABC.jpg
function originalPicture(address: string): string {
  const path = /\/pic\/(?:orig\/)?(media(?:%2F|\/)[\w-]+\.\w+)/i.exec(address)?.[1];
  return path === undefined ? '' : `https://pbs.twimg.com/${decodeURIComponent(path)}`;
}
