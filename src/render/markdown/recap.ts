/** The recap of a session in Markdown, to paste into a blog. */
import type { ListItem, RootContent } from 'mdast';
import type { RecapQuestion, RecapView, SideTalk } from '../../recap-views.ts';
import type { LinkView, TweetView } from '../../views.ts';
import { hourBar } from '../hour-bar.ts';
import { questionLabel, questionText } from '../question-words.ts';
import {
  bulletList,
  code,
  emphasis,
  heading,
  type Inline,
  linkTo,
  listItem,
  nestedList,
  page,
  paragraph,
  phrase,
  strong,
} from './nodes.ts';
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
import { readableHost } from '../address.ts';
import { clock, count, isEvening, list, moment } from '../words.ts';
import { topicNote } from '../topic.ts';
import { tweetInline } from './tweet.ts';

const BAR = 60;
// Beyond this a conversation no longer moves to the right.
const DEEPEST = 3;

/** The recap as a page. */
export function recapMarkdown(recap: RecapView): string {
  return page([
    heading(1, [phrase(recapTitle(recap))]),
    paragraph([phrase(`${opening(recap)}${topicNote(recap.session.topic)}`)]),
    ...hourBlock(recap),
    ...recap.questions.flatMap((question) => questionBlocks(question, recap)),
    ...section('More links', recap.otherLinks.length === 0 ? [] : [bulletList(recap.otherLinks.map(linkInline))]),
    ...section('Side conversations worth reading', talkBlocks(recap)),
    ...newcomerBlocks(recap),
    ...waitingBlocks(recap),
    ...relatedBlocks(recap),
    ...thanksBlocks(recap),
  ]);
}

function hourBlock({ hour, chat }: RecapView): RootContent[] {
  const lines = hourBar(hour, BAR);
  if (lines.length === 0) return [];
  const words = (at: number): string => (isEvening(hour) ? clock(at, chat.zone) : moment(at, chat.zone, null));
  const [from, until] = [words(hour.startsAt), words(hour.endsAt)];
  return [code([...lines, `${from}${until.padStart(BAR - from.length)}`].join('\n'))];
}

function questionBlocks(question: RecapQuestion, recap: RecapView): RootContent[] {
  const asked = askedWords(question);
  return [
    heading(2, [phrase(recapHeading(question, recap))]),
    ...(asked === '' ? [] : [paragraph([emphasis(`${asked}.`)])]),
    bulletList(question.best.map((one) => tweetItem(ownWords(one.tweet, recap), echoWords(one)))),
    ...(question.links.length === 0 ? [] : [paragraph([phrase('Shared here:')]), bulletList(question.links.map(linkInline))]),
  ];
}

function tweetItem(tweet: TweetView, note = ''): Inline[] {
  const { name, handle } = authorWords(tweet);
  const by = handle === null ? [strong(name)] : [strong(name), phrase(' ('), linkTo(tweet.url, handle), phrase(')')];
  return [...by, phrase(': '), ...tweetInline(tweet), ...(note === '' ? [] : [phrase(' '), emphasis(`(${note})`)])];
}

function linkInline(link: LinkView): Inline[] {
  const { text, note } = recapLink(link);
  const host = readableHost(link.url);
  const where = text.startsWith(host) ? [] : [host];
  const more = [...where, ...(note === '' ? [] : [note])].join(', ');
  return [linkTo(link.url, text), ...(more === '' ? [] : [phrase(` (${more})`)])];
}

function section(title: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, [phrase(title)]), ...content];
}

function talkBlocks(recap: RecapView): RootContent[] {
  return recap.talks.length === 0 ? [] : [nestedList(recap.talks.map((talk) => talkItem(talk, recap)))];
}

// Each tweet stands below the nearest one that is less deep.
function talkItem({ tweets, more, people }: SideTalk, recap: RecapView): ListItem {
  const path: { depth: number; item: ListItem }[] = [];
  const [root] = tweets.map(({ tweet, depth }) => {
    const item = listItem(tweetItem(ownWords(tweet, recap, depth === 0 ? 'answer' : 'reply')));
    const level = Math.min(depth, DEEPEST);
    while ((path.at(-1)?.depth ?? -1) >= level) path.pop();
    const above = path.at(-1);
    if (above !== undefined) nest(above.item, item);
    path.push({ depth: level, item });
    return item;
  });
  const first = root ?? listItem([]);
  if (more > 0) nest(first, listItem([emphasis(`… and ${count(more, 'more tweet')} between ${count(people, 'person', 'people')}`)]));
  return first;
}

function nest(above: ListItem, item: ListItem): void {
  const last = above.children.at(-1);
  if (last?.type === 'list') last.children.push(item);
  else above.children.push(nestedList([item]));
}

function newcomerBlocks(recap: RecapView): RootContent[] {
  const { newcomers, back } = recap;
  const items = newcomers.map((one) => (one.first === null ? [strong(called(one))] : tweetItem(ownWords(one.first, recap))));
  const welcome = back.length === 0 ? [] : [paragraph([phrase(`And welcome back, ${list(back.map(called))}!`)])];
  const hello =
    newcomers.length === 0 ? [] : [paragraph([phrase('Say hello to those who were here for the first time:')]), bulletList(items)];
  return section(newcomers.length === 0 ? 'Welcome back' : 'Welcome', [...hello, ...welcome]);
}

function waitingBlocks(recap: RecapView): RootContent[] {
  if (recap.waiting.length === 0) return [];
  return section('Still waiting for a reply', [
    paragraph([phrase('The hour was fast, and nobody got round to these. Their authors would be glad of a word.')]),
    bulletList(recap.waiting.map((tweet) => waitingItem(tweet, recap))),
  ]);
}

function waitingItem(tweet: TweetView, recap: RecapView): Inline[] {
  const question = recap.questions.findLast(({ label }) => Number(/\d+/.exec(label)?.[0]) === tweet.question);
  return tweetItem(ownWords(tweet, recap), question === undefined ? '' : questionLabel(question));
}

function relatedBlocks({ related, chat }: RecapView): RootContent[] {
  const items = related.map(({ session, question }) => [
    phrase(pastSession(session)),
    ...(question === null ? [] : [phrase(', '), emphasis(`${questionLabel(question)}: ${questionText(question, chat)}`)]),
  ]);
  return section('From the archive', items.length === 0 ? [] : [paragraph([phrase('We have been near this before:')]), bulletList(items)]);
}

function thanksBlocks(recap: RecapView): RootContent[] {
  const tweets = thanksTweets(recap);
  return section('Thank you', tweets.length === 0 ? [] : [paragraph([phrase('Ready to paste:')]), code(tweets.join('\n\n'))]);
}
