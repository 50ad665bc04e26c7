/** The sentences that Markdown and HTML pages share; plain text, escaped by the page that shows them. */
import { localDate } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { WEEKS_IN_SHORT } from '../rules/link-list.ts';
import type { LinkHeading, LinkView, LinkWeek, Marks, SessionView } from '../views.ts';
import { isoTime } from './json-text.ts';
import { questionText } from './question-words.ts';
import { harmless } from './safe.ts';
import { topicText } from './topic.ts';
import { clock, clockRange, count, dayWords, handle, list, longDate, moment } from './words.ts';

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
function weekTitle({ week, session, topic }: Pick<LinkWeek, 'week' | 'session' | 'topic'>, chat: { readonly title: string }): string {
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

// More names than this say less.
const NAMED = 3;

/**
 * What is said of a link in a list, which is divided by something: who shared it, under which question where no heading says so, in
 * which weeks before or, in a list of several weeks, in which weeks; and what is wrong with its page.
 */
export function linkWords(link: LinkView, by: LinkHeading['by']): string {
  return [`${sharerWords(link.sharedBy)}${underWords(link, by)}`, weeksFor(link, by), verdictWords(link)]
    .filter((part) => part !== '')
    .join('; ');
}

/** Who shared a link, and under which question; and what is wrong with its page: what holds whatever else is imported. */
export function sharedWords(link: LinkView): string {
  return [`${sharerWords(link.sharedBy)}${underWords(link, 'week')}`, verdictWords(link)].filter((part) => part !== '').join('; ');
}

function underWords({ question, firstQuestion, firstSession }: LinkView, by: LinkHeading['by']): string {
  if (by === 'question') return '';
  if (by === 'week') return question === null ? '' : `, under Q${question}`;
  return firstQuestion === null || firstSession === null ? '' : `, under Q${firstQuestion} of ${firstSession}`;
}

function weeksFor(link: LinkView, by: LinkHeading['by']): string {
  return by === 'week' || by === 'question' ? beforeWords(link) : allWeekWords(link);
}

function sharerWords(sharedBy: LinkView['sharedBy']): string {
  const [first = 'someone', ...others] = sharedBy.map(handle);
  if (others.length === 0) return `shared by ${first}`;
  const hidden = others.length > NAMED ? others.length - NAMED + 1 : 0;
  const named = hidden === 0 ? others : [...others.slice(0, NAMED - 1), `${hidden} more`];
  return `shared by ${count(sharedBy.length, 'person', 'people')}: ${first}, then ${list(named)}`;
}

/** The weeks before in which a link was shared: `before in 2016-W02 and 2016-W09`; empty for a new one. */
export function beforeWords({ beforeInShort }: LinkView): string {
  return beforeInShort.length === 0 ? '' : `before in ${weekWords(beforeInShort)}`;
}

/** All weeks in which a link was shared: `in 3 weeks: 2016-W02, 2016-W09 and 2016-W15`. */
function allWeekWords({ before, weeks }: LinkView): string {
  const all = [...new Set([...before, ...weeks])];
  return all.length === 1 ? `in ${all[0]}` : `in ${all.length} weeks: ${weekWords(all)}`;
}

function weekWords(weeks: readonly string[]): string {
  return weeks.length <= WEEKS_IN_SHORT ? list(weeks) : `${weeks.slice(0, WEEKS_IN_SHORT - 1).join(', ')} … ${weeks.at(-1)}`;
}

/** What is wrong with a page, and since when that is known: `dead when last seen on 2026-06-02`; empty for one that is there. */
export function verdictWords({ verdict }: LinkView): string {
  if (verdict === null) return '';
  const day = isoTime(verdict.at).slice(0, 10);
  if (verdict.state === 'dead') return `dead, last looked at on ${day}`;
  return verdict.state === 'moved' ? `moved, as seen on ${day}` : '';
}

/** Where else a page is: its new place, its copy. */
export function elsewhere({ verdict, copy }: LinkView): { readonly url: string; readonly text: string }[] {
  const moved = verdict?.movedTo ?? null;
  return [
    ...(moved === null ? [] : [{ url: moved, text: 'new address' }]),
    ...(copy === null ? [] : [{ url: copy.url, text: `copy of ${dayWords(isoTime(copy.at).slice(0, 10))}` }]),
  ];
}

/** The user's own words on a link: `★ note: for the new teachers; tags: rubrics, start`; empty for none. */
export function markWords({ starred, note, tags }: Marks): string {
  const words = [note === null ? '' : harmless(note), tags.length === 0 ? '' : `tags: ${tags.map((tag) => harmless(tag)).join(', ')}`];
  return [starred ? '★' : '', words.filter((part) => part !== '').join('; ')].filter((part) => part !== '').join(' ');
}

/** A link as it is cited: `as shared by @ana answering Q3 of #IAedchat, 17 April 2016`. */
export function citedWords(link: LinkView, chat: { readonly title: string; readonly zone: string }): string {
  const answering = link.firstQuestion === null ? ' on' : ` answering Q${link.firstQuestion} of`;
  return `as shared by ${handle(link.sharedBy[0] ?? null)}${answering} ${harmless(chat.title)}, ${dayWords(sharedOn(link, chat.zone))}`;
}

/** The date on which a link was first shared, by the clock of the chat: a session counts as the evening it began. */
export function sharedOn({ firstSession, firstSharedAt }: LinkView, zone: string): string {
  return firstSession?.slice(0, 10) ?? localDate(firstSharedAt, zone);
}

/** The title of a group of links; null for a list without groups. */
export function groupTitle(heading: LinkHeading, chat: Pick<Chat, 'title' | 'hashtags'>): string | null {
  switch (heading.by) {
    case 'week':
      return weekTitle(heading, chat);
    case 'topic':
      return harmless(heading.topic ?? '') || 'Without a topic';
    case 'question': {
      const { number, text } = heading;
      if (number === null) return 'Besides the questions';
      return text === '' ? `Q${number}` : `Q${number}: ${questionText({ label: `Q${number}`, text }, chat)}`;
    }
    case 'site':
      return harmless(heading.host);
    case 'none':
      return null;
  }
}
