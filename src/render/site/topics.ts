/** The pages of topics: all of them by name, and each with its sessions and questions. */
import type { LinkView, SessionSummary } from '../../views.ts';
import { type Html, markup } from '../html/template.ts';
import { questionLabel, questionText } from '../question-words.ts';
import { harmless } from '../safe.ts';
import { count, longDate } from '../words.ts';
import { linkList } from './link-list.ts';
import { between, sessionPath, topicPath } from './paths.ts';
import { questionAnchors, sessionName } from './session.ts';
import { type SiteLook, sitePage } from './shell.ts';

/** A topic: the words of it, the sessions about it, newest first, and what was asked and shared in them. */
export interface SiteTopic {
  readonly text: string;
  readonly sessions: readonly SessionSummary[];
  readonly questions: ReadonlyMap<string, readonly { readonly label: string; readonly text: string; readonly key: string }[]>;
  readonly links: readonly LinkView[];
}

const PATH = 'topics/index.html';

/** Every topic, those of most sessions first, then by name. */
export function topicsPage(topics: readonly Pick<SiteTopic, 'text' | 'sessions'>[], look: SiteLook): string {
  const item = ({ text, sessions }: Pick<SiteTopic, 'text' | 'sessions'>): Html =>
    markup`<li><a href="${between(PATH, topicPath(text))}">${text}</a> <span class="soft">${count(sessions.length, 'session')}</span></li>\n`;
  const [often, once] = [topics.filter(({ sessions }) => sessions.length > 1), topics.filter(({ sessions }) => sessions.length === 1)];
  const part = (title: string, own: typeof topics): Html =>
    own.length === 0 ? markup`` : markup`<h2>${title}</h2>\n<ul class="list">\n${own.map(item)}</ul>\n`;
  const body = markup`<h1>Topics</h1>
<p class="lead">What ${look.chat.title} talked about.</p>
${part('Again and again', often)}${part(often.length === 0 ? 'All topics' : 'Once', once)}`;
  return sitePage({ path: PATH, title: 'Topics', part: 'topics', body }, look);
}

/** One topic. */
export function topicPage({ text, sessions, questions, links }: SiteTopic, look: SiteLook): string {
  const path = topicPath(text);
  const items = sessions.map((session) => {
    const own = questions.get(session.session) ?? [];
    const anchors = questionAnchors(own);
    const asked = own.map(
      (question, at) =>
        markup`<li><a href="${between(path, sessionPath(session.session))}#${anchors[at] ?? ''}">${questionLabel(question)}</a> ${questionText(question, look.chat)}</li>`,
    );
    return markup`<h2><a href="${between(path, sessionPath(session.session))}">${longDate(session.session)}: ${sessionName(session)}</a></h2>
<p class="soft">${count(session.tweets, 'tweet')} by ${count(session.people, 'person', 'people')}</p>
${asked.length === 0 ? '' : markup`<ul>${asked}</ul>\n`}`;
  });
  const shared = links.length === 0 ? '' : markup`<h2>Most shared</h2>\n${linkList(links, { path, look })}`;
  const body = markup`<h1>${harmless(text)}</h1>\n<p class="lead">${count(sessions.length, 'session')}</p>\n${items}${shared}`;
  return sitePage({ path, title: harmless(text), part: 'topics', body }, look);
}
