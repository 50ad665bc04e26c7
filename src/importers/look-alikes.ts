import { isObject, text } from '../parsing/json-value.ts';
import type { Head, LookAlike } from './importer.ts';

/** Files that look like exports of tweets and are not: each is refused by its name, with what to do instead. */
export const lookAlikes: readonly LookAlike[] = [
  {
    name: 'storify-profile',
    identify: ({ html, text: page }) => html && /<body\b[^>]*\bid="storify"[^>]*\bclass="[^"]*\bprofile\b/.test(page),
    reason:
      "this is a Storify profile page: it lists a person's stories and holds no tweets. Import the saved pages of the stories themselves",
  },
  {
    name: 'storify-embed',
    identify: ({ html, text: page }) =>
      html && /<(?:iframe|script)\b[^>]*\bsrc="(?:https?:)?\/\/(?:www\.)?storify\.com\/[\w-]+\/[\w-]+/.test(page),
    reason:
      'this page only frames a Storify story and holds none of its tweets. Look for the story itself at web.archive.org/web/2018/https://storify.com/ and import that page',
  },
  archivePart('like', 'the list of your likes: it holds no dates, edchat has nothing to keep from it'),
  archivePart('tweet_headers?', "the list of your tweets' numbers and dates, without their words"),
  archivePart('deleted_tweets?', 'the list of the tweets you deleted: edchat leaves them deleted'),
  archivePart('deleted_tweet_headers?', 'the list of the tweets you deleted, without their words'),
  archivePart('note_tweets?', 'the list of your long posts, without their addresses'),
  archivePart('direct_messages?\\w*', 'your private messages: edchat never reads them'),
  archivePart('account\\w*|profile', 'the description of your account: edchat reads it by itself when tweets.js lies beside it'),
  archivePart('follower|following|block|mute|contact|lists_\\w+', 'a list of people, not of tweets'),
  archivePart('ad_\\w+|personalization', 'what Twitter noted about you for advertisers, not tweets'),
  {
    name: 'twitter-archive-part',
    identify: ({ json }) => /^window\.YTD\.(?!tweets?\.|community_tweet\.)\w+\.part\d+\s*=$/.test(json?.prefix ?? ''),
    reason: 'this is a part of a Twitter archive that holds no tweets. Import tweets.js, which lies beside it, instead',
  },
  {
    name: 'grailbird-metadata',
    identify: ({ json }) => /^(?:var\s+)?(?:tweet_index|user_details|payload_details)\s*=$/.test(json?.prefix ?? ''),
    reason: 'this is the table of contents of an old Twitter archive. Import the files in its folder data/js/tweets instead',
  },
  {
    name: 'twitter-v1.1-users',
    identify: ({ json }) => hasKeys(json?.record, 'screen_name', 'followers_count') && !hasKeys(json?.record, 'user'),
    reason: 'this is a list of people (users/lookup), not of tweets. Export the tweets themselves',
  },
  apiPage(
    'twitter-v2-counts',
    ['tweet_count', 'start', 'end'],
    'these are numbers of tweets by the hour, without the tweets. Export them with twarc2 search instead',
  ),
  apiPage('twitter-v2-lists', ['owner_id', 'member_count'], 'this is a list of Twitter lists, not of tweets. Export the tweets themselves'),
  apiPage(
    'twitter-v2-users',
    ['username', 'profile_image_url'],
    'this is a list of people (twarc2 users, followers or following), not of tweets. Export the tweets themselves',
  ),
  apiPage(
    'twitter-v2-compliance',
    ['action', 'reason'],
    'this is a list of tweets or people that Twitter asked to be deleted, without their words',
  ),
];

// The scripts in the folder `data` of the archive that Twitter gives people of their own account.
function archivePart(part: string, what: string): LookAlike {
  const prefix = new RegExp(`^window\\.YTD\\.(?:${part})\\.part\\d+\\s*=$`);
  const name = `twitter-archive-${part.replace(/\W.*$/, '').replaceAll('_', '-')}`;
  return {
    name,
    identify: ({ json }) => prefix.test(json?.prefix ?? ''),
    reason: `this is ${what}. Import tweets.js, which lies beside it, instead`,
  };
}

// twarc2 writes a page of answers a line, or with --flatten a record a line.
function apiPage(name: string, keys: readonly string[], reason: string): LookAlike {
  return {
    name,
    identify: ({ json }: Head) => {
      const record = firstOf(json?.record);
      return hasKeys(record, ...keys) && text(record, 'text') === null;
    },
    reason,
  };
}

function firstOf(record: unknown): unknown {
  const data = isObject(record) ? record['data'] : null;
  return Array.isArray(data) ? data[0] : record;
}

function hasKeys(record: unknown, ...keys: readonly string[]): boolean {
  return isObject(record) && keys.every((key) => key in record);
}
