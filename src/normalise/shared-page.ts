/** What an address alone says of its page: a tweet, a picture on Twitter, the page of a hashtag, or one that somebody may share. */
import { statusOf } from './identity.ts';

const HASHTAG_PAGES = [
  /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:hashtag\/|search[-/?]|#!?\/?search[-/?]|i\/events)/i,
  /^https?:\/\/search\.twitter\.com\//i,
  /^https?:\/\/(?:www\.|m\.)?(?:bsky\.app\/hashtag|facebook\.com\/hashtag|instagram\.com\/explore\/tags|linkedin\.com\/feed\/hashtag)\//i,
];
const OWN_PICTURE = /^(?:https?:\/\/)?(?:pic\.(?:twitter|x)\.com|(?:pbs|video)\.twimg\.com)\//i;

// They show a tweet to chat programs that cannot.
const SHOWS_TWEETS = /^https?:\/\/(?:www\.)?(?:[vf]xtwitter|fixupx|fixvx)\.com\//i;

/** Whether an address is that of a page somebody may share: not of a tweet, a picture on Twitter, or the page of a hashtag. */
export function isSharedPage(url: string): boolean {
  return !isOwnPicture(url) && statusAt(url) === null && !isHashtagPage(url);
}

/** Whether an address is that of a picture or film that Twitter keeps. */
export function isOwnPicture(url: string): boolean {
  return OWN_PICTURE.test(url);
}

/** Whether an address is that of what a network finds for a hashtag. */
export function isHashtagPage(url: string): boolean {
  return HASHTAG_PAGES.some((page) => page.test(url));
}

/** The tweet an address is of; null for any other page. */
export function statusAt(url: string): ReturnType<typeof statusOf> {
  return statusOf(url.replace(SHOWS_TWEETS, 'https://twitter.com/'));
}
