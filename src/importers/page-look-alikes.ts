import { isChatWithoutAuthors } from '../parsing/participate-lines.ts';
import type { LookAlike } from './importer.ts';
import { pageKind } from './page-kind.ts';

/** Web pages and texts copied from them that only look as if they held tweets. */
export const pageLookAlikes: readonly LookAlike[] = [
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
  {
    name: 'web-archive-mhtml',
    identify: ({ text: page }) => /^(?:From: <Saved by |MIME-Version: )[^]{0,2000}?\bmultipart\/related\b/i.test(page),
    reason:
      'this is a web page saved as one file (MHTML), which edchat does not read. Open it in a browser and save it as “Webpage, Complete” or “HTML only”',
  },
  {
    name: 'twitter-timeline-widget',
    identify: (head) => pageKind(head) === null && /<(?:a|div|iframe)\b[^>]*\sclass=["']?[^"'>]*\btwitter-timeline\b/i.test(head.markup),
    reason:
      "this page only shows a box with someone's newest tweets (a twitter-timeline widget), which are not in the file. Import an export of those tweets instead",
  },
  {
    name: 'twitter-page-unloaded',
    identify: (head) =>
      pageKind(head) === null && /<div\b[^>]*\sid=["']?react-root\b/i.test(head.markup) && /\babs\.twimg\.com\//.test(head.markup),
    reason:
      'this page of Twitter or X holds no tweets: it was saved before they had loaded, or by a program that runs no scripts. Open it in a browser, wait for the tweets and save it again',
  },
  {
    name: 'threadreader-fragment',
    identify: (head) =>
      pageKind(head) === null && /<[a-z]+\b[^>]*\sid=["']?tweet_\d/i.test(head.markup) && /\bcontent-tweet\b/.test(head.markup),
    reason:
      'this is a piece of a ThreadReader page without the numbers of its tweets, so nobody can tell whose they are and when they were made. Save the whole page and import that',
  },
  {
    name: 'chat-without-authors',
    identify: ({ html, json, columns, text: content }) => !html && json === null && isChatWithoutAuthors(content, columns !== null),
    reason:
      'this is the text of a chat without its authors and times, as some copies of Participate transcripts are: who wrote what, and when, is not in it, so it holds no tweets edchat could keep. Look for a copy with lines such as “owl Apr 5 @ 9:00 PM EDT”',
  },
];
