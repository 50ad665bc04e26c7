/** The same pages as Markdown has, as one HTML file each: nothing is loaded, nothing runs, it prints well. */
import type { LinkGroup, LinkHeading, LinkView, SessionView, TweetView } from '../views.ts';
import { readableAddress, readableHost, webAddress } from './address.ts';
import { document } from './html/document.ts';
import { type Html, markup } from './html/template.ts';
import type { PageChat } from './markdown.ts';
import { elsewhere, facts, groupTitle, linkTitle, linkWords, markWords, moderatorWords, pageTime, whenWords } from './page-words.ts';
import { questionLabel, questionText } from './question-words.ts';
import { topicText } from './topic.ts';
import { tweetParts } from './tweet-text.ts';
import { handle } from './words.ts';
import { isoTime } from './json-text.ts';

/** Some groups of links as a page. */
export function linksPage(groups: readonly LinkGroup[], chat: PageChat): string {
  const sections = groups.map(({ heading, links }) => {
    const title = groupTitle(heading, chat);
    const items = linkItems(links, heading.by);
    return title === null ? items : section(title, items, heading.by === 'question' ? 3 : 2);
  });
  return document(`Links of ${chat.title}`, markup`<h1>Links of ${chat.title}</h1>\n${sections}`);
}

/** A session as a page: heading, numbers, each question with its answers, links. */
export function weekPage(session: SessionView): string {
  return document(sessionTitle(session), sessionPart(session));
}

/** Several sessions on one page, in the order given. */
export function weeksPage(sessions: readonly SessionView[], chat: PageChat): string {
  const articles = sessions.map((session) => markup`<article>\n${sessionPart(session)}</article>\n`);
  return document(`Sessions of ${chat.title}`, markup`${articles}`);
}

/** Tweets as a page, in the order given. */
export function tweetsPage(tweets: readonly TweetView[], chat: PageChat): string {
  return document(`Tweets of ${chat.title}`, markup`<h1>Tweets of ${chat.title}</h1>\n${tweetItems(tweets, chat.zone, null)}`);
}

function sessionTitle(session: SessionView): string {
  return `${session.chat.title}: ${topicText(session.topic) || whenWords(session)}`;
}

function sessionPart(session: SessionView): Html {
  const { chat, questionList, topLinks } = session;
  const questions = questionList.map((question) =>
    section(`${questionLabel(question)}: ${questionText(question, chat)}`, tweetItems(question.answers, chat.zone, session.session)),
  );
  const links = topLinks.length === 0 ? '' : section('Links', linkItems(topLinks));
  const moderators = moderatorWords(session);
  const lead = `${whenWords(session)}. ${facts(session)}.${moderators === '' ? '' : ` ${moderators}.`}`;
  return markup`<h1>${sessionTitle(session)}</h1>\n<p>${lead}</p>\n${questions}${links}`;
}

function section(title: string, content: Html, level: 2 | 3 = 2): Html {
  return level === 2
    ? markup`<section>\n<h2>${title}</h2>\n${content}</section>\n`
    : markup`<section>\n<h3>${title}</h3>\n${content}</section>\n`;
}

function tweetItems(tweets: readonly TweetView[], zone: string, date: string | null): Html {
  if (tweets.length === 0) return markup`<p><small>No tweets found.</small></p>\n`;
  const items = tweets.map((tweet) => {
    const time = markup`<time datetime="${isoTime(tweet.createdAt)}">${pageTime(tweet.createdAt, zone, date)}</time>`;
    const text = tweetParts(tweet, 'keep').map((part) => anchor(part.url, part.text));
    const own = tweet.marks === undefined ? '' : markup` <small>${markWords(tweet.marks)}</small>`;
    return markup`<li><strong>${handle(tweet.author)}</strong> ${anchor(tweet.url, time)} <span class="text" dir="auto">${text}</span>${own}</li>\n`;
  });
  return markup`<ul class="tweets">\n${items}</ul>\n`;
}

function linkItems(links: readonly LinkView[], by: LinkHeading['by'] = 'week'): Html {
  if (links.length === 0) return markup``;
  const items = links.map((link) => {
    const title = linkTitle(link);
    const host = title === null ? '' : markup` <span class="address">${readableHost(link.url)}</span>`;
    const page = anchor(link.url, title ?? readableAddress(link.url, 80));
    const also = elsewhere(link).map(({ url, text }) => markup`; ${anchor(url, text)}`);
    const marks = markWords(link);
    const own = marks === '' ? '' : markup`<br>\n<small>${marks}</small>`;
    return markup`<li>${page}${host}<br>\n<small>${linkWords(link, by)}${also}</small>${own}</li>\n`;
  });
  return markup`<ul>\n${items}</ul>\n`;
}

function anchor(url: string | null, text: string | Html): Html {
  const address = url === null ? null : webAddress(url);
  return address === null ? markup`${text}` : markup`<a href="${address}" rel="noopener noreferrer nofollow">${text}</a>`;
}
