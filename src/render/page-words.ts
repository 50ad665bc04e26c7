/** The sentences that Markdown and HTML pages share; plain text, escaped by the page that shows them. */
import type { LinkView, LinkWeek, SessionView } from '../views.ts';
import { harmless } from './safe.ts';
import { topicText } from './topic.ts';
import { clock, clockRange, count, handle, list, longDate, moment } from './words.ts';

/** The date and time of a session: `Sunday, April 17, 2016, 7:00–8:00 p.m.`. */
export function whenWords({ session, startsAt, endsAt, chat }: SessionView): string {
  return `${longDate(session)}, ${clockRange(startsAt, endsAt, chat.zone)} (${harmless(chat.zone)})`;
}

/** The numbers of a session: `153 tweets by 41 people, 8 questions, 12 links`. */
export function facts({ tweets, people, questions, links }: SessionView): string {
  return `${count(tweets, 'tweet')} by ${count(people, 'person', 'people')}, ${count(questions, 'question')}, ${count(links, 'link')}`;
}

/** `Moderated by @ana and @dev`; empty when nobody is known. */
export function moderatorWords({ moderators }: SessionView): string {
  return moderators.length === 0 ? '' : `Moderated by ${list(moderators.map(handle))}`;
}

/** The heading of a week of links: topic and date. */
export function weekTitle({ week, session, topic }: LinkWeek, chat: { readonly title: string }): string {
  const text = topicText(topic) || harmless(chat.title);
  return `${text}, ${session === null ? week : longDate(session).replace(/^\w+, /, '')}`;
}

/** The title of a link on one line; null when no one knows it. */
export function linkTitle({ title }: LinkView): string | null {
  return harmless(title ?? '') || null;
}

/** The time of a tweet: `7:05` within its session, with its date outside of one. */
export function pageTime(ms: number, zone: string, date: string | null): string {
  return date === null ? `${moment(ms, zone, null)}, ${clock(ms, zone)}` : moment(ms, zone, date);
}

/** Who shared a link: `shared by 4 people, first by @ana, under Q3`. */
export function sharedWords({ sharedBy, question }: LinkView): string {
  const first = handle(sharedBy[0] ?? null);
  const sharers = sharedBy.length > 1 ? `shared by ${count(sharedBy.length, 'person', 'people')}, first by ${first}` : `shared by ${first}`;
  return question === null ? sharers : `${sharers}, under Q${question}`;
}
