/** The recap of a session as one HTML page: nothing is loaded, nothing runs, it prints well. */
import type { PersonName, RecapQuestion, RecapView, SideTalk } from '../../recap-views.ts';
import type { LinkView, TweetView } from '../../views.ts';
import { readableHost, webAddress } from '../address.ts';
import { hourChart } from '../charts/hour.ts';
import { questionLabel, questionText } from '../question-words.ts';
import {
  askedWords,
  authorWords,
  called,
  echoWords,
  opening,
  ownWords,
  pastSession,
  recapHeading,
  recapLink,
  recapTitle,
  thanksTweets,
} from '../recap-words.ts';
import { topicNote } from '../topic.ts';
import { tweetParts } from '../tweet-text.ts';
import { count, list } from '../words.ts';
import { document } from './document.ts';
import { type Html, markup } from './template.ts';

const STYLE = `
a, small a { color: #14559c; }
small { opacity: 1; }
@media (prefers-color-scheme: dark) { body { background: #15181b; color: #e8e6e1; } a, small a { color: #8cbcf2; } }
@media print { body { background: #fff; color: #000; } }
.chart { width: 100%; height: auto; font: 11px system-ui, sans-serif; }
.chart text { fill: currentColor; }
.grid { stroke: currentColor; opacity: 0.15; }
.axis { opacity: 0.75; }
.area { fill: #2f7d6d; opacity: 0.25; }
.edge { fill: none; stroke: #2f7d6d; stroke-width: 1.5; }
.mark { stroke: currentColor; opacity: 0.35; stroke-dasharray: 2 3; }
.label { font-weight: 600; }
.asked { font-style: italic; }
blockquote { margin: 0.8rem 0; padding: 0.1rem 0 0.1rem 1rem; border-left: 3px solid #2f7d6d; }
blockquote p { margin: 0.2rem 0; }
.talk, .talk ul { list-style: none; padding-left: 0; }
.talk ul { padding-left: 1rem; border-left: 1px solid #8888; }
pre { white-space: pre-wrap; padding: 0.8rem; border: 1px solid #8888; border-radius: 4px; font-size: 0.9rem; }
`;
const DEEPEST = 4;

/** One page with the recaps of some sessions, in the order given. */
export function recapPage(recaps: readonly RecapView[]): string {
  const [first] = recaps;
  const title = first === undefined ? '' : recaps.length === 1 ? recapTitle(first) : `Recaps of ${first.chat.title}`;
  return document(title, markup`<main>\n${recaps.map((recap) => markup`<article>\n${recapPart(recap)}</article>\n`)}</main>\n`, STYLE);
}

function recapPart(recap: RecapView): Html {
  return markup`<h1>${recapTitle(recap)}</h1>
<p>${opening(recap)}${topicNote(recap.session.topic)}</p>
${hourChart(recap.hour, recap.chat.zone)}${recap.questions.map((question) => questionPart(question, recap))}${section(
    'More links',
    links(recap.otherLinks),
  )}${section(
    'Side conversations worth reading',
    recap.talks.map((talk) => talkPart(talk, recap)),
  )}${welcomePart(recap)}${waitingPart(recap)}${relatedPart(recap)}${thanksPart(recap)}`;
}

function section(title: string, content: Html | readonly Html[]): Html {
  const filled = markup`${content}`;
  return filled.html === '' ? filled : markup`<section>\n<h2>${title}</h2>\n${filled}</section>\n`;
}

function questionPart(question: RecapQuestion, recap: RecapView): Html {
  const asked = askedWords(question);
  const shared = question.links.length === 0 ? '' : markup`<p>Shared here:</p>\n${links(question.links)}`;
  const best = question.best.map((one) => quote(ownWords(one.tweet, recap), echoWords(one)));
  const note = asked === '' ? '' : markup`<p class="asked">${asked}.</p>\n`;
  return section(recapHeading(question, recap), markup`${note}${best}${shared}`);
}

function quote(tweet: TweetView, note: string): Html {
  return markup`<blockquote>\n<p dir="auto">${words(tweet)}</p>\n<p>${byline(tweet)}${note === '' ? '' : markup` <small>${note}</small>`}</p>\n</blockquote>\n`;
}

function byline(tweet: TweetView): Html {
  const { name, handle } = authorWords(tweet);
  return markup`<strong>${name}</strong>${handle === null ? '' : markup` <small>${anchor(tweet.url, handle)}</small>`}`;
}

function words(tweet: TweetView): Html {
  return markup`${tweetParts(tweet).map((part) => anchor(part.url, part.text))}`;
}

function anchor(url: string | null, text: string): Html {
  const address = url === null ? null : webAddress(url);
  return address === null ? markup`${text}` : markup`<a href="${address}" rel="noopener noreferrer nofollow">${text}</a>`;
}

function links(all: readonly LinkView[]): Html {
  if (all.length === 0) return markup``;
  const items = all.map((link) => {
    const { text, note } = recapLink(link);
    const host = readableHost(link.url);
    const more = [...(text.startsWith(host) ? [] : [host]), ...(note === '' ? [] : [note])].join(', ');
    return markup`<li>${anchor(link.url, text)}${more === '' ? '' : markup` <small>${more}</small>`}</li>\n`;
  });
  return markup`<ul>\n${items}</ul>\n`;
}

function talkPart({ tweets, more, people }: SideTalk, recap: RecapView): Html {
  const rest =
    more === 0 ? '' : markup`<p><small>… and ${count(more, 'more tweet')} between ${count(people, 'person', 'people')}.</small></p>\n`;
  let depth = -1;
  const parts: Html[] = [];
  for (const { tweet, depth: own } of tweets) {
    const level = Math.min(own, DEEPEST, depth + 1);
    if (level > depth) parts.push(depth < 0 ? markup`<ul class="talk">\n` : markup`\n<ul>\n`);
    else parts.push(markup`</li>\n`, ...Array.from({ length: depth - level }, () => markup`</ul>\n</li>\n`));
    depth = level;
    const shown = ownWords(tweet, recap, level === 0 ? 'answer' : 'reply');
    parts.push(markup`<li>${byline(shown)} <span class="text" dir="auto">${words(shown)}</span>`);
  }
  if (depth >= 0) parts.push(markup`</li>\n`, ...Array.from({ length: depth }, () => markup`</ul>\n</li>\n`), markup`</ul>\n`);
  return markup`${parts}${rest}`;
}

function welcomePart(recap: RecapView): Html {
  const { newcomers, back } = recap;
  const items = newcomers.map((one) => markup`<li>${newcomer(one, recap)}</li>\n`);
  const hello = items.length === 0 ? '' : markup`<p>Say hello to those who were here for the first time:</p>\n<ul>\n${items}</ul>\n`;
  const again = back.length === 0 ? '' : markup`<p>And welcome back, ${list(back.map(called))}!</p>\n`;
  return section(items.length === 0 ? 'Welcome back' : 'Welcome', markup`${hello}${again}`);
}

function newcomer(one: PersonName & { readonly first: TweetView | null }, recap: RecapView): Html {
  if (one.first === null) return markup`<strong>${called(one)}</strong>`;
  const tweet = ownWords(one.first, recap);
  return markup`${byline(tweet)} <span class="text" dir="auto">${words(tweet)}</span>`;
}

function waitingPart(recap: RecapView): Html {
  const items = recap.waiting.map((tweet) => {
    const shown = ownWords(tweet, recap);
    return markup`<li>${byline(shown)} <span class="text" dir="auto">${words(shown)}</span>${tweet.question === null ? '' : markup` <small>Q${tweet.question}</small>`}</li>\n`;
  });
  if (items.length === 0) return markup``;
  const lead = markup`<p>The hour was fast, and nobody got round to these. Their authors would be glad of a word.</p>\n`;
  return section('Still waiting for a reply', markup`${lead}<ul>\n${items}</ul>\n`);
}

function relatedPart({ related, chat }: RecapView): Html {
  const items = related.map(({ session, question }) => {
    const asked = question === null ? '' : markup`, <em>${questionLabel(question)}: ${questionText(question, chat)}</em>`;
    return markup`<li>${pastSession(session)}${asked}</li>\n`;
  });
  return section('From the archive', items.length === 0 ? [] : markup`<p>We have been near this before:</p>\n<ul>\n${items}</ul>\n`);
}

function thanksPart(recap: RecapView): Html {
  const tweets = thanksTweets(recap);
  return section('Thank you', tweets.length === 0 ? [] : markup`<p>Ready to paste:</p>\n<pre>${tweets.join('\n\n')}</pre>\n`);
}
