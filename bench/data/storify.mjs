// The tweets of a week as a Storify story that was saved from the browser: no retweets, and a heading now and then.

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HIDDEN = '<span style="position:absolute;left:-9999px;">';

function linkHtml({ short, url, shown }) {
  return (
    `<a href="${short}" target="_blank" title="${escapeHtml(url)}" rel="nofollow"><span class="tco-ellipsis">${HIDDEN}&nbsp;</span></span>` +
    `<span class="js-display-url">${shown}</span>${HIDDEN}${escapeHtml(url)}</span><span class="tco-ellipsis">${HIDDEN}&nbsp;</span>…</span></a>`
  );
}

function textHtml({ text, link }) {
  return escapeHtml(text).replace(/https:\/\/t\.co\/\w+|[@#]\w+/g, (found) => {
    if (found.startsWith('http')) return link === null ? found : linkHtml(link);
    const name = found.slice(1);
    if (found.startsWith('@'))
      return `<a class="tweet-url username" href="https://twitter.com/${name}" data-screen-name="${name}" rel="nofollow">@${name}</a>`;
    return `<a href="https://twitter.com/#!/search?q=%23${name}" title="#${name}" class="tweet-url hashtag" rel="nofollow">#${name}</a>`;
  });
}

function actions(id) {
  const intent = (verb, query, label) =>
    `<a href="http://twitter.com/intent/${verb}?${query}=${id}&amp;related=storify" target="_blank" title="${label}" class="twitter-newwindow">${label}</a>`;
  const all =
    intent('tweet', 'in_reply_to', 'Reply') + intent('retweet', 'tweet_id', 'Retweet') + intent('favorite', 'tweet_id', 'Favorite');
  return `<div class="s-element-actions">${all}</div><div class="s-clear"></div>`;
}

function elementHtml(tweet) {
  const { handle, name } = tweet.author;
  const address = `twitter.com/${handle}/status/${tweet.id}`;
  const profile = `<a href="https://twitter.com/${handle}" target="_blank"`;
  return (
    `<li data-eid="${tweet.id}" data-type="quote" data-source="twitter" data-permalink="https://${address}" class="s-element s-element-quote">` +
    '<div class="s-share-dropdown"></div><div class="s-element-container"><div class="s-quote s-element-content"><div class="s-quote-content">' +
    `<div class="s-quote-avatar-author s-quote-avatar-twitter">${profile} class="s-quote-avatar"><img src="files/${handle}" alt="${handle}"></a>` +
    `<div class="s-quote-author">${profile} class="s-quote-author-name">${name}</a>${profile} class="s-quote-author-username">@${handle}</a></div></div>` +
    `<div class="s-quote-text emojify">${textHtml(tweet)}</div></div><div class="s-attribution"><div class="s-source s-twitter"></div>` +
    `<a href="https://${address}" target="_blank" rel="nofollow" class="s-posted"><span data-timestamp="${new Date(tweet.ms).toISOString()}" class="timestamp">` +
    `2 years ago</span></a>${actions(tweet.id)}</div></div><div class="s-clear"></div></div></li>`
  );
}

function headingHtml(content) {
  return (
    '<li data-eid="h" data-type="text" data-source="storify" data-permalink="https://storify.com/stories/h" class="s-element s-element-text">' +
    `<div class="s-element-container"><div class="s-element-content s-text emojify"><h2>${content}</h2></div></div></li>`
  );
}

/** The saved page of a week's story; `name` is the last part of its address. */
export function storifyPage(tweets, name) {
  const told = tweets.filter(({ retweets }) => retweets === undefined);
  const elements = told.map((tweet, index) => (index % 150 === 0 ? headingHtml(`Question ${1 + index / 150}`) : '') + elementHtml(tweet));
  const permalink = `https://storify.com/curator/${name}`;
  const counts = JSON.stringify({ text: Math.ceil(told.length / 150), quote: told.length });
  return (
    `<!DOCTYPE html>\n<!-- saved from url=(${permalink}) -->\n<html><head><meta charset="UTF-8"><title>${name}</title><script>` +
    `window.s = window.s || {};\ns.story = s.story || {};\ns.story["permalink"] = "${permalink}";\ns.story["stats"] = {"elements": ${counts}};\n` +
    `</script></head><body id="embed"><div id="story"><div class="s-story false"><h1 class="s-title emojify">${name}</h1>` +
    `<ol class="s-elements">${elements.join('')}</ol></div></div></body></html>\n`
  );
}
