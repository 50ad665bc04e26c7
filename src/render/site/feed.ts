/** The Atom feed of the latest sessions. */
import { Feed } from 'feed';
import type { SessionSummary } from '../../views.ts';
import { escapeHtml, markup } from '../html/template.ts';
import { questionLabel, questionText } from '../question-words.ts';
import { harmless } from '../safe.ts';
import { count, longDate } from '../words.ts';
import { sessionPath } from './paths.ts';
import { sessionName } from './session.ts';
import type { SiteLook } from './shell.ts';

// The library takes whole addresses only.
const NOWHERE = 'https://site.edchat.invalid/';

/** A session with what was asked in it. */
export interface FeedSession {
  readonly session: SessionSummary;
  readonly questions: readonly { readonly label: string; readonly text: string }[];
}

/** The feed, newest first. `web` is where the site will be, with a slash at its end; empty leaves its links relative. */
export function atomFeed(sessions: readonly FeedSession[], { chat }: SiteLook, web: string): string {
  const address = web || NOWHERE;
  const newest = Math.max(0, ...sessions.map(({ session }) => session.endsAt));
  const feed = new Feed({
    title: escapeHtml(chat.title),
    description: escapeHtml(chat.about),
    id: web || `urn:edchat:${encodeURIComponent(chat.name)}`,
    link: `${address}index.html`,
    feedLinks: { atom: `${address}feed.xml` },
    updated: new Date(newest),
    generator: 'edchat',
    copyright: '',
  });
  for (const { session, questions } of sessions) {
    const items = questions.map((question) => markup`<li>${questionLabel(question)}: ${questionText(question, chat)}</li>`);
    feed.addItem({
      // Titles are taken for HTML.
      title: escapeHtml(harmless(`${sessionName(session)} (${longDate(session.session)})`)),
      id: `urn:edchat:${encodeURIComponent(chat.name)}:${encodeURIComponent(session.session)}`,
      link: `${address}${sessionPath(session.session)}`,
      date: new Date(session.endsAt),
      content:
        markup`<p>${count(session.tweets, 'tweet')} by ${count(session.people, 'person', 'people')}, ${count(session.links, 'link')}.</p><ul>${items}</ul>`
          .html,
    });
  }
  return feed.atom1().replaceAll(NOWHERE, '');
}
