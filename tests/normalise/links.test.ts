import { describe, expect, test } from 'vitest';
import { sortAddresses } from '../../src/normalise/links.ts';
import type { Link } from '../../src/tweet.ts';
import { raw } from './tweets.ts';

const ID = '721852617572552704';
const SHORT = 'https://t.co/abcDEF1234';
const sort = (text: string, links: Partial<Link>[] = []) => sortAddresses(raw({ text, links }), text, ID);
const kindOf = (url: string) => {
  const { links, media, statuses, cut } = sort(`Look ${SHORT} #iaedchat`, [{ short: SHORT, url }]);
  return [...links.map(() => 'link'), ...media.map(() => 'media'), ...statuses.map(() => 'quote'), ...(cut ? ['cut'] : [])];
};

describe('what an address in a tweet is', () => {
  test.each([
    ['link', 'https://www.example.org/rubrics'],
    ['link', 'https://twitter.com/Ana_Brook_z7'],
    ['link', 'https://twitter.com/#!/searchlight_z7'],
    ['link', 'https://example.org/hashtag/iaedchat'],
    ['link', 'https://bit.ly/2abc'],
    ['media', `https://twitter.com/Ms_Alder_q4/status/${ID}/photo/1`],
    ['media', `https://x.com/Ms_Alder_q4/status/${ID}/video/1`],
    ['media', 'https://pic.twitter.com/abcDEF1234'],
    ['media', 'https://pbs.twimg.com/media/AbCdEf.jpg:large'],
    ['media', 'https://video.twimg.com/ext_tw_video/1/pu/vid/a.mp4'],
    ['quote', 'https://twitter.com/Ana_Brook_z7/status/721852000000000000?s=20'],
    ['quote', 'https://mobile.twitter.com/Ana_Brook_z7/status/721852000000000000'],
    ['quote', 'https://x.com/Ana_Brook_z7/status/721852000000000000'],
    ['quote', 'https://vxtwitter.com/Ana_Brook_z7/status/721852000000000000'],
    ['quote', 'https://fxtwitter.com/Ana_Brook_z7/status/721852000000000000'],
    ['cut', `https://twitter.com/i/web/status/${ID}`],
  ])('a %s: %s', (kind, url) => {
    expect(kindOf(url)).toEqual([kind]);
  });

  test.each([
    'https://twitter.com/hashtag/iaedchat?src=hash',
    'https://x.com/hashtag/iaedchat',
    'https://m.twitter.com/search?q=%23iaedchat',
    'http://twitter.com/#!/search/%23iaedchat',
    'http://twitter.com/#search?q=%23iaedchat',
    'http://search.twitter.com/search?q=iaedchat',
    'https://bsky.app/hashtag/iaedchat',
    'https://www.facebook.com/hashtag/iaedchat',
    'https://www.instagram.com/explore/tags/iaedchat/',
    `https://twitter.com/Ms_Alder_q4/status/${ID}`,
  ])('nothing: %s', (url) => {
    expect(kindOf(url)).toEqual([]);
  });
});

describe('an address that was cut', () => {
  test.each([
    'https://t.co/abc…',
    'https://t.co/…',
    'https://t.co…',
    'https://t.c…',
    'https://t…',
    'https://…',
    'https:…',
    'http…',
    'https://t.co',
    'http://t.c',
  ])('%s is no link, and is lost', (stub) => {
    expect(sort(`Great rubric for labs! ${stub}`)).toMatchObject({ links: [], lost: [stub] });
  });

  test('a listed one, too', () => {
    expect(sort('Great rubric https://t.co/abc…', [{ url: 'https://t.co/abc…' }])).toMatchObject({
      links: [],
      lost: ['https://t.co/abc…'],
    });
  });

  test('takes none of its neighbours along', () => {
    const { links, lost } = sort(`One ${SHORT} two https://t.co/xy…`);
    expect(links.map(({ url }) => url)).toEqual([SHORT]);
    expect(lost).toEqual(['https://t.co/xy…']);
  });

  test('is not lost where the export lists it whole', () => {
    const { links, lost } = sort('Great rubric https://t.co/abcD…', [{ short: SHORT, url: 'https://example.org/rubric' }]);
    expect(links).toHaveLength(1);
    expect(lost).toEqual([]);
  });

  test.each([SHORT, `${SHORT}.`, 'https://example.org/a…', 'https://t.company/', 'https://t.co.example.org/', 'plain text…', 'www.http…'])(
    '%s is whole',
    (text) => {
      expect(sort(text).lost).toEqual([]);
    },
  );
});
