import { expect, test } from 'vitest';
import { embeddedTweetIn } from '../../src/parsing/embed.ts';

const URL = 'https://twitter.com/wren_in_room_9/status/1196247150011355136';
const CREDIT = `&mdash; Wren (@wren_in_room_9) <a href="${URL}?ref_src=twsrc">November 18, 2019</a>`;

test('the words are the first paragraph, with line breaks and pictures of emoji put back', async () => {
  const html = `<blockquote class="twitter-tweet"><p>One<br>two <img class="emoji" alt="🦆" src="d.svg"></p>${CREDIT}</blockquote>`;
  expect(await embeddedTweetIn(html, 'embed 1')).toMatchObject({
    id: '1196247150011355136',
    author: 'wren_in_room_9',
    authorName: 'Wren',
    text: 'One\ntwo 🦆',
  });
});

test('the address is the last one, not that of a tweet in the words', async () => {
  const other = '<a href="https://twitter.com/ms_kestrel/status/1196246667666395136">this</a>';
  expect(await embeddedTweetIn(`<blockquote><p>Look at ${other}</p>${CREDIT}</blockquote>`, 'embed 1')).toMatchObject({
    url: URL,
    text: 'Look at https://twitter.com/ms_kestrel/status/1196246667666395136',
  });
});

test('an address rewritten by the Wayback Machine is as it was', async () => {
  const html = `<blockquote><p>x</p>— Wren (@wren_in_room_9) <a href="/web/20191201000000/${URL}">18 Nov</a></blockquote>`;
  expect(await embeddedTweetIn(html, 'embed 1')).toMatchObject({ url: URL });
});

test('a tweet inside a tweet is left to itself', async () => {
  const parent = '<blockquote><p>Parent</p><a href="https://twitter.com/ms_kestrel/status/1196246667666395136">18 Nov</a></blockquote>';
  expect(await embeddedTweetIn(`<blockquote>${parent}<p>Reply</p>${CREDIT}</blockquote>`, 'embed 1')).toMatchObject({
    url: URL,
    text: 'Reply',
  });
});

test.each([
  ['only the address', `<blockquote><a href="${URL}"></a></blockquote>`],
  ['only the credit, in a paragraph', `<blockquote><p>— Wren (@wren_in_room_9) <a href="${URL}">18 Nov</a></p></blockquote>`],
  ['the sentence of a deleted tweet', `<blockquote><p>Tweet may have been deleted</p><a href="${URL}">18 Nov</a></blockquote>`],
])('%s is a stub', async (_, html) => {
  expect(await embeddedTweetIn(html, 'embed 1')).toMatchObject({ url: URL, text: null, stub: true });
});

test('a quotation without a tweet is none', async () => {
  expect(await embeddedTweetIn('<blockquote><p>Be kind.</p></blockquote>', 'embed 1')).toBeNull();
});
