/** Pages to paste into a blog or a wiki. All text of strangers goes through a serialiser that escapes it. */
import type { Chat } from '../chat.ts';
import type { LinkGroup, LinkHeading, LinkView, SessionView, TweetView } from '../views.ts';
import { bulletList, heading, linkTo, page, paragraph, phrase, strong, type Inline } from './markdown/nodes.ts';
import { tweetInline } from './markdown/tweet.ts';
import { elsewhere, facts, groupTitle, linkTitle, linkWords, markWords, moderatorWords, pageTime, whenWords } from './page-words.ts';
import { readableAddress, readableHost } from './address.ts';
import { questionLabel, questionText } from './question-words.ts';
import { topicText } from './topic.ts';
import { handle } from './words.ts';

/** How a page is laid out. */
export interface MarkdownOptions {
  /** Level of its first headings, 1 to 5; blogs keep 1 for their own title. */
  readonly level?: 1 | 2 | 3 | 4 | 5;
}

/** The chat a page is about, as far as it shows. */
export type PageChat = Pick<Chat, 'title' | 'zone' | 'hashtags'>;

/** Some groups of links as a list for a blog. */
export function linksMarkdown(groups: readonly LinkGroup[], chat: PageChat, { level = 2 }: MarkdownOptions = {}): string {
  return page(
    groups.flatMap(({ heading: common, links }) => {
      const title = groupTitle(common, chat);
      const depth = level + (common.by === 'question' ? 1 : 0);
      return [...(title === null ? [] : [heading(depth, [phrase(title)])]), bulletList(links.map((link) => linkBullet(link, common.by)))];
    }),
  );
}

/** A session as a page: heading, numbers, each question with its answers, links. */
export function weekMarkdown(session: SessionView, { level = 1 }: MarkdownOptions = {}): string {
  const title = topicText(session.topic) || whenWords(session);
  const moderators = moderatorWords(session);
  return page([
    heading(level, [phrase(`${session.chat.title}: ${title}`)]),
    paragraph([phrase(`${whenWords(session)}. ${facts(session)}.${moderators === '' ? '' : ` ${moderators}.`}`)]),
    ...session.questionList.flatMap((question) => [
      heading(level + 1, [phrase(`${questionLabel(question)}: ${questionText(question, session.chat)}`)]),
      bulletList(question.answers.map((answer) => tweetBullet(answer, session.chat.zone, session.session))),
    ]),
    ...(session.topLinks.length === 0
      ? []
      : [heading(level + 1, [phrase('Links')]), bulletList(session.topLinks.map((link) => linkBullet(link, 'week')))]),
  ]);
}

/** Tweets as a list, in the order given. */
export function tweetsMarkdown(tweets: readonly TweetView[], chat: PageChat): string {
  return page([bulletList(tweets.map((tweet) => tweetBullet(tweet, chat.zone, null)))]);
}

/** A tweet as an item of a list; without a date the whole time is told. */
export function tweetBullet(tweet: TweetView, zone: string, date: string | null): Inline[] {
  const time = pageTime(tweet.createdAt, zone, date);
  const own = tweet.marks === undefined ? [] : [phrase(` — ${markWords(tweet.marks)}`)];
  return [strong(handle(tweet.author)), phrase(' '), linkTo(tweet.url, time), phrase(': '), ...tweetInline(tweet), ...own];
}

function linkBullet(link: LinkView, by: LinkHeading['by']): Inline[] {
  const title = linkTitle(link);
  const where = title === null ? '' : ` (${readableHost(link.url)})`;
  const marks = markWords(link);
  return [
    linkTo(link.url, title ?? readableAddress(link.url, 80)),
    phrase(`${where}, ${linkWords(link, by)}`),
    ...elsewhere(link).flatMap(({ url, text }) => [phrase('; '), linkTo(url, text)]),
    ...(marks === '' ? [] : [phrase(` — ${marks}`)]),
  ];
}
