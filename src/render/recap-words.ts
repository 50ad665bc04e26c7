/** The sentences of a recap, plain text, escaped by the page that shows them. */
import type { PersonName, RecapQuestion, RecapView } from '../recap-views.ts';
import { withoutAnswerLabel } from '../rules/answer-label.ts';
import { cleanUrl } from '../rules/canonical-url.ts';
import type { LinkView, SessionSummary, TweetView } from '../views.ts';
import { linkTitle } from './page-words.ts';
import { questionLabel, questionText, withoutChatTags } from './question-words.ts';
import { readableAddress } from './address.ts';
import { harmless } from './safe.ts';
import { topicText } from './topic.ts';
import { clock, clockRange, count, handle, isEvening, list, longDate, number } from './words.ts';

const TWEET = 280;
const LEADING_HANDLES = /^(?:[.\s]*[@＠][\w.@-]+[:,]?\s+)+(?=\S)/u;

/** `#IAedchat: personalized professional learning`; the date where nobody knows the topic. */
export function recapTitle({ chat, session }: RecapView): string {
  return `${harmless(chat.title)}: ${topicText(session.topic) || longDate(session.session)}`;
}

/** Somebody in a sentence: the name, or the handle where there is none. */
export function called({ author, name }: PersonName): string {
  return harmless(name ?? '') || handle(author);
}

/** When it was, who was there and what came of it, in two or three sentences. */
export function opening(recap: RecapView): string {
  const { chat, session, answers, moderators, hour } = recap;
  const when = `${longDate(session.session)}, ${clockRange(session.startsAt, session.endsAt, chat.zone)} (${harmless(chat.zone)})`;
  const numbers = list(
    [
      count(session.questions, 'question'),
      count(answers, 'answer'),
      ...(session.links === 0 ? [] : [`${count(session.links, 'link')} to keep`]),
    ].filter((words) => !words.startsWith('0 ')),
  );
  const led = moderators.length === 0 ? '' : ` ${list(moderators.map(called))} moderated.`;
  const peak = Math.max(...hour.bars);
  const minute = hour.startsAt + (hour.bars.indexOf(peak) * (hour.endsAt - hour.startsAt)) / hour.bars.length;
  const busiest = peak < 3 || !isEvening(hour) ? '' : ` It was busiest at ${clock(minute, chat.zone)}`;
  const wrote = `${count(session.people, 'person', 'people')} wrote ${count(session.tweets, 'tweet')}`;
  return `${when}. ${wrote}${numbers === '' ? '' : `: ${numbers}`}.${led}${busiest}`;
}

/** `Q1: What made it yours?` */
export function recapHeading(question: RecapQuestion, { chat }: RecapView): string {
  return `${questionLabel(question)}: ${questionText(question, chat)}`;
}

/** `Asked by Ana, answered 21 times by 17 people`. */
export function askedWords({ askedBy, answers, people }: RecapQuestion): string {
  const asked = askedBy.author === null && askedBy.name === null ? '' : `Asked by ${called(askedBy)}`;
  if (answers === 0) return asked;
  const times = answers === 1 ? 'once' : `${number(answers)} times by ${count(people, 'person', 'people')}`;
  return asked === '' ? `Answered ${times}` : `${asked}, answered ${times}`;
}

/** The author of a tweet as a recap names them, with the handle behind the name. */
export function authorWords({ author, authorName }: TweetView): { readonly name: string; readonly handle: string | null } {
  const name = harmless(authorName ?? '');
  return name === '' ? { name: handle(author), handle: null } : { name, handle: author === null ? null : handle(author) };
}

/** The tweet with only its own words: no label, no hashtag of the chat and no picture at its end, no tracking in its links; in a conversation no handles before them. */
export function ownWords(tweet: TweetView, { chat }: RecapView, place: 'answer' | 'reply' = 'answer'): TweetView {
  const text = place === 'reply' ? tweet.text.replace(LEADING_HANDLES, '') : tweet.text;
  const links = tweet.links.map((link) => ({ ...link, url: cleanUrl(link.url) }));
  return { ...tweet, links, text: withoutChatTags(withoutAnswerLabel(withoutPicture(text.trim(), tweet)), chat.hashtags) };
}

// Twitter appends the address of a tweet's own picture to its text: on a page of words it leads nowhere any more.
function withoutPicture(text: string, { links, media }: TweetView): string {
  const address = media === 0 ? undefined : /\s(https?:\/\/t\.co\/\w+)$/.exec(text)?.[1];
  return address === undefined || links.some(({ short }) => short === address) ? text : text.slice(0, -address.length).trim();
}

/** `3 people replied, 2 passed it on`; a single one is not worth saying. */
export function echoWords({ replies, sharers }: { readonly replies: number; readonly sharers: number }): string {
  return [
    ...(replies > 1 ? [`${count(replies, 'person', 'people')} replied`] : []),
    ...(sharers > 1 ? [`${number(sharers)} passed it on`] : []),
  ].join(', ');
}

/** A link in a recap: its title or address, and by how many it was shared where they were several. */
export function recapLink(link: LinkView): { readonly text: string; readonly note: string } {
  return {
    text: linkTitle(link) ?? readableAddress(link.url, 80),
    note: link.sharedBy.length > 1 ? `shared by ${count(link.sharedBy.length, 'person', 'people')}` : '',
  };
}

/** A past session in a list: its date and topic. */
export function pastSession(session: SessionSummary): string {
  return [longDate(session.session).replace(/^\w+, /, ''), topicText(session.topic)].filter((words) => words !== '').join(': ');
}

/** The thanks as tweets to paste, each short enough for Twitter. */
export function thanksTweets({ chat, thanks }: RecapView): string[] {
  const tag = harmless(chat.title);
  const tweets: string[] = [];
  let line = `Thank you for ${tag}:`;
  for (const name of thanks.flatMap(({ author }) => (author === null ? [] : [handle(author)]))) {
    if ([...line].length + name.length + 1 > TWEET) {
      tweets.push(line);
      line = `${tag} thanks:`;
    }
    line += ` ${name}`;
  }
  return thanks.length === 0 ? [] : [...tweets, line];
}
