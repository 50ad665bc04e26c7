/** Where each page of a site is: paths relative to its folder, with `/`, safe on every file system. */
import { createHash } from 'node:crypto';
import { foldText } from '../../rules/fold.ts';

const LONGEST = 60;
// Windows knows these as devices, whatever stands behind the dot.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The page of a session; its further parts are numbered from 2. */
export function sessionPath(session: string, part = 1): string {
  return `sessions/${session.replace(/[^\w-]/g, '-')}${part === 1 ? '' : `-${part}`}.html`;
}

/** The page of a topic, by its text. */
export function topicPath(text: string): string {
  return `topics/${slug(text)}.html`;
}

/** The page of a site, by its host. */
export function sitePath(host: string): string {
  return `sites/${slug(host)}.html`;
}

/** The page of a person, by handle. */
export function personPath(author: string): string {
  return `people/${slug(author)}.html`;
}

/** The anchor of a tweet within its page. */
export function tweetAnchor(key: string): string {
  return `t${/^\d+$/.test(key) ? key : shortHash(key)}`;
}

/** The way from one page to another: `../topics/homework.html`. */
export function between(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

// What a file name cannot hold is gone; names that lost something by it, or are cut, end in a hash of the whole, so that no two are alike.
function slug(text: string): string {
  const folded = foldText(text);
  const name = folded
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST);
  const isExact = name === folded.replace(/ /g, '-') && !DEVICE.test(name.split('.')[0] ?? '') && name !== 'index';
  return isExact ? name : `${name}-${shortHash(folded)}`.replace(/^-/, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
