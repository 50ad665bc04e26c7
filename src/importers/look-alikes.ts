import { isObject, text } from '../parsing/json-value.ts';
import { breaksOff, isApifyTweet } from './apify-json.ts';
import type { Head, JsonOutline, LookAlike } from './importer.ts';
import { pageLookAlikes } from './page-look-alikes.ts';

/** Files that look like exports of tweets and are not: each is refused by its name, with what to do instead. */
export const lookAlikes: readonly LookAlike[] = [
  ...pageLookAlikes,
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
  {
    name: 'apify-piece',
    identify: ({ json, whole, text: content }) => whole && json !== null && isApifyTweet(json.record) && breaksOff(content),
    reason:
      'this is a piece cut out of an Apify export: the list breaks off after a comma, so it is no JSON. Import the whole export instead, or close the list with ] in a text editor',
  },
  {
    name: 'snscrape-users',
    identify: ({ json }) => text(json?.record, '_type') === 'snscrape.modules.twitter.User',
    reason: 'this is a list of people (snscrape or twscrape), not of tweets. Export the tweets themselves',
  },
  {
    name: 'twarc-csv-users',
    identify: ({ columns }) => hasAll(columns, 'username', 'public_metrics.followers_count') && !columns?.includes('text'),
    reason: 'this is a list of people (twarc2 csv of users, followers or following), not of tweets. Export the tweets themselves',
  },
  {
    name: 'twarc-csv-counts',
    identify: ({ columns }) =>
      hasAll(columns, 'start', 'end') && columns?.some((column) => /^(?:minute|hour|day|tweet)_count$/.test(column)) === true,
    reason: 'this is a table of numbers of tweets by the hour or day, without the tweets. Export them with twarc2 search instead',
  },
  {
    name: 'texts-only-table',
    identify: ({ columns }) => hasAll(columns, 'full_text') && columns?.some((column) => WHOSE_OR_WHICH.test(column)) === false,
    reason:
      'this is a table of texts only, saved again without the ids, authors and dates of the tweets, so nobody can tell when they were written. Import the table it was made from',
  },
  {
    name: 'old-excel',
    // The mark of the container that Excel used until 2003 and still uses for locked workbooks, as far as it is text.
    identify: ({ text: start }) => start.startsWith('\ufffd\ufffd\u0011\u0871\u001a\ufffd'),
    reason:
      'this is an old Excel workbook (.xls), or one locked with a password. Open it, save it as .xlsx without a password, and import that',
  },
  mastodonList('likes', 'the list of the posts you liked'),
  mastodonList('bookmarks', 'the list of the posts you bookmarked'),
  {
    name: 'mastodon-addresses',
    identify: ({ json, text: start }) => isCollection(json) && /"orderedItems"\s*:\s*\[\s*"/.test(start),
    reason: 'this is a list of addresses, without the posts that are there. Import outbox.json, which lies beside it, instead',
  },
  {
    name: 'mastodon-actor',
    identify: ({ json }) => json !== null && ['@context', 'preferredUsername', 'inbox'].every((key) => json.keys.includes(key)),
    reason:
      'this is the description of your Mastodon account: edchat reads it by itself when outbox.json lies beside it. Import outbox.json instead',
  },
  {
    name: 'bluesky-people',
    identify: ({ json }) => hasKeys(json?.record, 'did', 'handle') && !hasKeys(json?.record, 'record'),
    reason: 'this is a list of people on Bluesky, not of posts. Export the posts themselves, as with a search or a feed',
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

// Lists in the archive that Mastodon gives people: addresses of other people's posts.
function mastodonList(list: string, what: string): LookAlike {
  return {
    name: `mastodon-${list}`,
    identify: ({ json, text: start }) => isCollection(json) && new RegExp(`"id"\\s*:\\s*"${list}\\.json"`).test(start.slice(0, 1000)),
    reason: `this is ${what}: it holds only their addresses. Import outbox.json, which lies beside it, instead`,
  };
}

function isCollection(json: JsonOutline | null): boolean {
  return json !== null && json.keys.includes('@context') && json.keys.includes('orderedItems');
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

// The columns that say which tweet a text is, or whose.
const WHOSE_OR_WHICH =
  /^(?:(?:tweet_|status_)?id(?:_str)?|(?:tweet_|status_)?(?:url|link|permalink)|(?:user_?|from_|author_?)?(?:screen_?name|name|user|handle)|author|user(?:_id.*)?|author_id)$/;

function hasAll(columns: readonly string[] | null, ...names: readonly string[]): boolean {
  return columns !== null && names.every((name) => columns.includes(name));
}
