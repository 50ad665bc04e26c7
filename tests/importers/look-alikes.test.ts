import { describe, expect, test } from 'vitest';
import { readHead } from '../../src/importers/head.ts';
import { identify, importerNamed } from '../../src/importers/identify.ts';
import { importers } from '../../src/importers/index.ts';
import { lookAlikes } from '../../src/importers/look-alikes.ts';

const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  [
    'storify-profile',
    '<!DOCTYPE html><html><body id="storify" class="profile free"><a href="https://storify.com/owl/pond">Pond</a></body></html>',
  ],
  ['storify-embed', '<html><body><div class="storify"><iframe src="//storify.com/owl/pond/embed"></iframe></div></body></html>'],
  [
    'web-archive-mhtml',
    'From: <Saved by Blink>\r\nSubject: Ponds\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n--x\r\n',
  ],
  [
    'twitter-timeline-widget',
    '<html><body><a class="twitter-timeline" href="https://twitter.com/owl">Tweets by owl</a><a class="twitter-tweet" href="https://twitter.com/intent/tweet?text=x">Tweet</a></body></html>',
  ],
  [
    'twitter-page-unloaded',
    '<!DOCTYPE html><html><head><link href="//abs.twimg.com/x.js"></head><body><div id="react-root"><form>JavaScript is disabled</form></div></body></html>',
  ],
  ['threadreader-fragment', '<div id="tweet_1" class="content-tweet">Owls</div><div id="tweet_2" class="content-tweet">More owls</div>'],
  ['chat-without-authors', '#owlchat Archive\nA chat of owls\nSunday October 23, 2016 9:00 PM EDT\nWelcome!\nHello\nA1: At night\n'],
  [
    'chat-without-authors',
    'A chat for owls, every Sunday.\nHello #owlchat\nA1: At night #OwlChat\nMe too\nIn reply to\n@owl\nA2: Mice #owlchat\nA3: No #owlchat\nBye #owlchat\n',
  ],
  ['twitter-archive-like', 'window.YTD.like.part0 = [ {"like":{"tweetId":"1","fullText":"x"}} ]'],
  ['twitter-archive-tweet-headers', 'window.YTD.tweet_headers.part0 = [ {"tweet":{"tweet_id":"1","user_id":"2","created_at":"x"}} ]'],
  ['twitter-archive-deleted-tweets', 'window.YTD.deleted_tweets.part0 = [ {"tweet":{"id_str":"1","full_text":"x"}} ]'],
  ['twitter-archive-direct-messages', 'window.YTD.direct_messages.part0 = [ {"dmConversation":{}} ]'],
  ['twitter-archive-account', 'window.YTD.account.part0 = [ {"account":{"username":"owl"}} ]'],
  ['twitter-archive-follower', 'window.YTD.follower.part0 = [ {"follower":{"accountId":"1"}} ]'],
  ['twitter-archive-part', 'window.YTD.ip_audit.part0 = [ ]'],
  ['grailbird-metadata', 'var tweet_index =  [ {"file_name":"data/js/tweets/2013_01.js","year":2013} ]'],
  ['grailbird-metadata', 'var user_details =  {"screen_name":"owl","full_name":"Owl"}'],
  ['twitter-v1.1-users', '[{"id":1,"id_str":"1","name":"Owl","screen_name":"owl","followers_count":3,"status":{"id_str":"2","text":"x"}}]'],
  ['apify-piece', '[{"type":"tweet","id":"1","text":"x","author":{"userName":"owl"}},\n'],
  ['snscrape-users', '{"_type":"snscrape.modules.twitter.User","username":"owl","id":1}\n{"_type":"snscrape.modules.twitter.User"}\n'],
  [
    'mastodon-likes',
    '{"@context":"x","id":"likes.json","type":"OrderedCollection","orderedItems":["https://pond.example/users/owl/statuses/1"]}',
  ],
  ['mastodon-likes', '{"@context":"x","id":"likes.json","type":"OrderedCollection","orderedItems":[]}'],
  ['mastodon-bookmarks', '{"@context":"x","id":"bookmarks.json","type":"OrderedCollection","orderedItems":["https://pond.example/1"]}'],
  [
    'mastodon-addresses',
    '{"@context":"x","id":"https://pond.example/users/owl/following","orderedItems":["https://marsh.example/users/wren"]}',
  ],
  [
    'mastodon-actor',
    '{"@context":["x",{"a":"b"}],"id":"x","type":"Person","inbox":"x","preferredUsername":"owl","attachment":[{"type":"PropertyValue"}]}',
  ],
  ['bluesky-people', '{"followers":[{"did":"did:plc:a","handle":"owl.school","displayName":"Owl"}],"subject":{"did":"did:plc:b"}}'],
  ['twitter-v2-counts', '{"data":[{"end":"2021","start":"2021","tweet_count":3}],"meta":{"total_tweet_count":3}}'],
  [
    'twitter-v2-lists',
    '{"data":[{"id":"1","name":"x","owner_id":"2","member_count":3}],"meta":{}}\n{"data":[{"id":"2","owner_id":"2","member_count":3}]}\n',
  ],
  ['twitter-v2-users', '{"data":[{"id":"1","username":"owl","profile_image_url":"x","name":"Owl"}],"includes":{}}'],
  [
    'twitter-v2-compliance',
    '{"id":"1","action":"delete","created_at":"2019","reason":"deactivated"}\n{"id":"2","action":"delete","reason":"protected"}\n',
  ],
  ['twarc-csv-users', 'id,created_at,username,name,description,public_metrics.followers_count\n1,2019,owl,Owl,x,3\n'],
  ['twarc-csv-counts', 'query,id,start,end,day_count\n#owls,1,2021-01-01T00:00:00.000Z,2021-01-02T00:00:00.000Z,3\n'],
  ['texts-only-table', ',full_text\n0,Rain again at school #puddlechat\n1,@owl And again #puddlechat\n'],
  ['old-excel', '\ufffd\ufffd\u0011\u0871\u001a\ufffd\u0000\u0000'],
];

describe('a file that only looks like an export', () => {
  test.each(LOOK_ALIKES)('%s is refused by name', (name, content) => {
    const head = readHead(new TextEncoder().encode(content), true);
    expect(importers.filter((importer) => importer.identify(head))).toEqual([]);
    const claim = identify(head);
    expect(claim !== null && 'lookAlike' in claim ? claim.lookAlike.name : claim).toBe(name);
  });

  test.each(lookAlikes.map(({ name, reason }) => [name, reason]))('%s has a reason that ends without a full stop', (_, reason) => {
    expect(reason).toMatch(/^th(?:is|ese) .*[^.]$/);
  });
});

describe('identify', () => {
  test.each([[''], ['Notes of a meeting\n'], ['<html><body>Hello</body></html>'], ['{"a":1}'], ['name,age\nx,1\n'], ['[]']])(
    'claims nothing in %j',
    (content) => {
      expect(identify(readHead(new TextEncoder().encode(content), true))).toBeNull();
    },
  );
});

describe('a format named by the user', () => {
  test('is found', () => {
    expect(importerNamed('tags-csv').title).toBe('TAGS spreadsheet (CSV)');
  });

  test('that does not exist is refused with the names that do', () => {
    expect(() => importerNamed('tags')).toThrow(`no format is named tags. The formats: ${importers.map(({ name }) => name).join(', ')}`);
  });

  test('is unlike every other', () => {
    expect(new Set([...importers, ...lookAlikes].map(({ name }) => name)).size).toBe(importers.length + lookAlikes.length);
  });
});
