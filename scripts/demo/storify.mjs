// A Storify story, as a browser saved it: the third week, put under headings by its curator.

import { code, plainText, statusUrl } from './script.mjs';

const STORY = {
  sid: '5714a0de41c7f2d81e0b9a63',
  user: 'gwenlib_stacks8',
  curator: 'Gwen Farraday',
  slug: 'iaedchat-2016-04-17',
  title: '#IAedchat April 17, 2016: Personalized Professional Learning',
  description:
    'Seven questions, one guest moderator, a river boat and a pair of wool socks. Put together from the hashtag, so replies without it are mostly missing.',
  created: '2016-04-18T02:41:09.318Z',
  modified: '2016-04-19T01:12:55.204Z',
  published: '2016-04-19T01:12:54.871Z',
};
const PERMALINK = `https://storify.com/${STORY.user}/${STORY.slug}`;
const FILES = `./storify-${STORY.slug}_files`;

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text) => escapeHtml(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const hex = (seed, length) => code(seed, length, '0123456789abcdef');

const HIDDEN = '<span style="position:absolute;left:-9999px;">';

/** A link in the text: scheme and tail are there but pushed off the screen, so they were copied but not seen. */
function linkHtml(token) {
  const visible = token.display.replace(/…$/, '');
  const start = token.expanded.indexOf(visible);
  const head = token.expanded.slice(0, start);
  const tail = token.expanded.slice(start + visible.length);
  const dots = token.display.endsWith('…') ? '…' : '';
  return (
    `<a href="${token.text}" target="_blank" title="${escapeAttribute(token.expanded)}" rel="nofollow">` +
    `<span class="tco-ellipsis">${HIDDEN}&nbsp;</span></span>${HIDDEN}${head}</span>` +
    `<span class="js-display-url">${escapeHtml(visible)}</span>${HIDDEN}${escapeHtml(tail)}</span>` +
    `<span class="tco-ellipsis">${HIDDEN}&nbsp;</span>${dots}</span></a>`
  );
}

function tokenHtml(token) {
  const name = token.text.slice(1);
  if (token.type === 'mention')
    return `<a class="tweet-url username" href="https://twitter.com/${name}" data-screen-name="${name}" target="_blank" rel="nofollow">@${name}</a>`;
  if (token.type === 'hashtag')
    return `<a href="https://twitter.com/#!/search?q=%23${name}" title="#${name}" class="tweet-url hashtag" target="_blank" rel="nofollow">#${name}</a>`;
  if (token.type === 'media')
    return `<a href="${token.text}" target="_blank" title="${token.expanded}" rel="nofollow">${token.display}</a>`;
  if (token.type === 'url') return linkHtml(token);
  return escapeHtml(token.text);
}

const textHtml = (tweet) => tweet.tokens.map(tokenHtml).join('');

function actions(id) {
  const intent = (verb, query, label) =>
    `<a href="http://twitter.com/intent/${verb}?${query}=${id}&amp;related=storify" target="_blank" title="${label}" ` +
    `class="twitter-newwindow twitter-${label.toLowerCase()}">${label}</a>`;
  return (
    '<div class="s-element-actions">' +
    intent('tweet', 'in_reply_to', 'Reply') +
    intent('retweet', 'tweet_id', 'Retweet') +
    intent('favorite', 'tweet_id', 'Favorite') +
    '</div><div class="s-clear"></div>'
  );
}

/** The line below a tweet. `author` is empty for a quote element, which names its author above the text. */
function attribution(item, author) {
  const via = item.via
    ? `<a href="http://twitter.com/${item.via.handle}" target="_blank" rel="nofollow" class="s-via twitter"> @${item.via.handle}</a><div class="dot">·</div>`
    : '';
  const time = new Date(item.tweet.second).toISOString();
  return (
    '<div class="s-attribution"><div class="s-source s-twitter"><a href="https://twitter.com/" target="_blank" rel="nofollow">' +
    `<div class="s-source-icon storifycon-source-twitter"></div></a></div>${author}${via}` +
    `<a href="https://${item.address}" target="_blank" rel="nofollow" class="s-posted">` +
    `<span data-timestamp="${time}" class="timestamp">2 years ago</span></a>${actions(item.id)}</div>`
  );
}

function quoteBody(item) {
  const { handle, name } = item.tweet.author;
  const profile = `<a href="https://twitter.com/${handle}" target="_blank"`;
  return (
    '<div class="s-quote s-element-content"><div class="s-quote-content"><div class="s-quote-avatar-author s-quote-avatar-twitter">' +
    `${profile} class="s-quote-avatar"><img src="${FILES}/${handle}_profile_image" alt="${handle}"></a>` +
    `<div class="s-quote-author">${profile} class="s-quote-author-name">${escapeHtml(name)}</a>` +
    `${profile} class="s-quote-author-username">@${handle}</a></div></div>` +
    `<div class="s-quote-text emojify">${textHtml(item.tweet)}</div></div>${attribution(item, '')}</div>`
  );
}

function imageBody(item) {
  const { handle, name } = item.tweet.author;
  const media = item.tweet.tokens.find((token) => token.type === 'media');
  const profile = `<a href="https://twitter.com/${handle}" target="_blank" rel="nofollow"`;
  const author =
    `<div class="s-author">${profile} class="s-author-twitter-name">${escapeHtml(name)}</a>` +
    `${profile} class="s-author-twitter-handle">@${handle}</a></div><div class="dot">·</div>`;
  return (
    '<div class="s-element-content s-image"><div class="s-image-content">' +
    `<img src="${FILES}/${media.file}.jpg" alt="${escapeAttribute(plainText(item.tweet.tokens))}">` +
    `<div class="s-image-info"><div class="s-image-caption emojify">${textHtml(item.tweet)}</div>${attribution(item, author)}</div></div></div>`
  );
}

function elementHtml(item) {
  const image = item.type === 'image';
  // About half of the stories' permalinks had lost their scheme.
  const scheme = Number.parseInt(hex(item.address, 2), 16) % 2 ? '//' : 'https://';
  return (
    `<li data-eid="${hex(`${item.address} ${item.via?.handle}`, 24)}" data-type="${item.type}" data-source="twitter" data-permalink="${scheme}${item.address}" ` +
    `class="s-element s-element-${item.type}"><div class="s-share-dropdown"></div><div class="s-element-container">` +
    `${image ? imageBody(item) : quoteBody(item)}<div class="s-clear"></div></div></li>`
  );
}

function headingHtml(content, isTitle) {
  const anchor = hex(content, 6);
  const inner = isTitle
    ? `<h2 id="${anchor}"><a href="${PERMALINK}.html#${anchor}" class="storifycon-source-link" original-title="Click to link to this header"></a>${content}</h2>`
    : escapeHtml(content);
  return (
    `<li data-eid="${hex(`text ${content}`, 24)}" data-type="text" data-source="storify" ` +
    `data-permalink="https://storify.com/stories/${STORY.sid}/elements/${hex(`element ${content}`, 32)}" class="s-element s-element-text">` +
    `<div class="s-share-dropdown"></div><div class="s-element-container"><div class="s-element-content s-text emojify">${inner}</div></div></li>`
  );
}

const OPENING = 0;
const GOODBYES = 8;

/** Where the curator put a tweet: by its label, else beside the tweet it answers, else by the clock. */
function section(tweet, questions) {
  const label = /^(?:@\w+ )?(?:#\w+ )?[AQ](\d)\b|\bA(\d)\b[.)]? (?=#)/i.exec(tweet.template);
  if (label) return Number(label[1] ?? label[2]);
  if (tweet.parent) return section(tweet.parent, questions);
  const asked = questions.filter((question) => question.second <= tweet.second);
  if (asked.length === 7 && tweet.second - asked[6].second > 3.5 * 60_000) return GOODBYES;
  return asked.length === 0 ? OPENING : asked.length;
}

/** A retweet stands in a story under its original's name, mostly with the id of the retweet. */
function storyItem(tweet) {
  const shown = tweet.original ?? tweet;
  const id = tweet.flags.has('via') ? tweet.id : shown.id;
  const type = shown.tokens.some((token) => token.type === 'media') ? 'image' : 'quote';
  const address = statusUrl({ author: shown.author, id }).replace('https://', '');
  return { tweet: shown, id, type, address, via: tweet.original ? tweet.author : null };
}

/** The curator searched the hashtag; the few replies without it were added by hand. */
function chosen(tweet) {
  if (tweet.flags.has('skip')) return false;
  if (tweet.original) return tweet.flags.has('via') || tweet.flags.has('via-original');
  return tweet.tagged || tweet.flags.has('gone') || tweet.flags.has('add');
}

function storyElements(tweets) {
  const questions = tweets.filter((tweet) => /^q\d$/.test(tweet.key ?? ''));
  const picked = tweets.filter(chosen);
  const elements = [];
  const counts = { text: 0, quote: 0, image: 0, video: 0, link: 0, other: 0 };
  const heading = (content, isTitle = true) => {
    elements.push(headingHtml(content, isTitle));
    counts.text += 1;
  };
  for (let part = OPENING; part <= GOODBYES; part += 1) {
    heading(part === OPENING ? 'Opening' : part === GOODBYES ? 'Goodbyes' : `Question ${part}`);
    if (part === 4) heading('The links alone were worth the hour. Scroll slowly.', false);
    for (const tweet of picked.filter((other) => section(other, questions) === part)) {
      const item = storyItem(tweet);
      const copies = tweet.flags.has('twice') ? 2 : 1;
      for (let n = 0; n < copies; n += 1) elements.push(elementHtml(item));
      counts[item.type] += copies;
    }
  }
  return { elements, counts };
}

/** The data block of the page is JavaScript, not JSON: one value of it is `undefined`. */
function dataScript(counts) {
  const spaced = (object) => JSON.stringify(object).replaceAll(',"', ', "');
  const lines = {
    sid: JSON.stringify(STORY.sid),
    slug: JSON.stringify(STORY.slug),
    permalink: JSON.stringify(PERMALINK),
    title: JSON.stringify(STORY.title),
    date: spaced({ created: STORY.created, modified: STORY.modified, published: STORY.published }),
    stats: spaced({ popularity: 3, views: 412, likes: 17, comments: 0, elementComments: 0, embeds: [], elements: counts }),
    canEdit: 'false',
    version: '1',
    author:
      `{"username":${JSON.stringify(STORY.user)}, "name":${JSON.stringify(STORY.curator)}, ` +
      '"options":{"infinite_scroll":false, "hide_stats":false}, "ga_tracker":undefined, "features_enabled":{"pdf":true, "maxEditors":0}}',
  };
  const body = Object.entries(lines).map(([name, value]) => `s.story["${name}"] = ${value};`);
  return ['window.s = window.s || {};', 's["env"] = "production";', '', 's.story = window.s.story || {};', ...body].join('\n');
}

function header() {
  return (
    '<div class="s-header"><div class="s-header-top" style="background-color: rgb(255, 255, 255);"><div class="s-info"><div class="s-author">' +
    `<a href="${PERMALINK}?utm_source=embed_header" target="_blank" title="View the story on Storify.com" class="logo"><span>Storify</span></a> by  \n` +
    `<a href="https://storify.com/${STORY.user}" target="_blank" rel="author" class="s-author-name">${STORY.curator}</a></div>` +
    `<div class="s-published"><a href="${PERMALINK}" target="_blank" data-timestamp="${STORY.published}" class="s-published-date timestamp">2 years ago</a></div>` +
    `<div class="s-clear"></div></div></div><h1 class="s-title emojify">${STORY.title}</h1>` +
    `<p class="s-description emojify">${STORY.description}</p><div class="s-clear"></div></div>`
  );
}

export function storifyFile(tweets) {
  const { elements, counts } = storyElements(tweets);
  const saved = `${PERMALINK}.html`;
  return (
    `<!DOCTYPE html>\n<!-- saved from url=(${String(saved.length).padStart(4, '0')})${saved} -->\n` +
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">' +
    `<title>${STORY.title}</title>` +
    '<meta name="description" content="Create stories using social media."><meta name="twitter:partner" content="storify">' +
    `<script>${dataScript(counts)}\n</script></head><body id="embed"><div id="story"><div did="${STORY.slug}" class="s-story false">` +
    `${header()}<ol class="s-elements">${elements.join('')}</ol></div></div></body></html>\n`
  );
}
