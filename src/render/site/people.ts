/** The pages of people, for chats where everybody agreed to have one. */
import type { SessionSummary } from '../../views.ts';
import { markup } from '../html/template.ts';
import { harmless } from '../safe.ts';
import { count, handle, longDate, number } from '../words.ts';
import { between, personPath, sessionPath, tweetAnchor } from './paths.ts';
import { sessionName } from './session.ts';
import { type SiteLook, sitePage } from './shell.ts';

/** Somebody and the sessions they took part in, newest first, each with the page and key of their first tweet there. */
export interface SitePerson {
  readonly author: string;
  readonly name: string | null;
  readonly tweets: number;
  readonly sessions: readonly {
    readonly session: SessionSummary;
    readonly tweets: number;
    readonly first: string;
    readonly part: number;
  }[];
}

const PATH = 'people/index.html';

/** Everybody, most sessions first. */
export function peoplePage(people: readonly SitePerson[], look: SiteLook): string {
  const rows = people.map(
    ({ author, name, tweets, sessions }) =>
      markup`<tr><td><a href="${between(PATH, personPath(author))}">${handle(author)}</a></td><td class="spare">${harmless(name ?? '')}</td><td class="n">${number(sessions.length)}</td><td class="n">${number(tweets)}</td></tr>\n`,
  );
  const body = markup`<h1>People</h1>
<p class="lead">${count(people.length, 'person', 'people')} took part.</p>
<table><thead><tr><th>Person</th><th class="spare">Name</th><th class="n">Sessions</th><th class="n">Tweets</th></tr></thead><tbody>\n${rows}</tbody></table>\n`;
  return sitePage({ path: PATH, title: 'People', part: 'people', body }, look);
}

/** One person. */
export function personPage({ author, name, tweets, sessions }: SitePerson, look: SiteLook): string {
  const path = personPath(author);
  const items = sessions.map(
    ({ session, tweets: own, first, part }) =>
      markup`<li><a href="${between(path, sessionPath(session.session, part))}#${tweetAnchor(first)}">${longDate(session.session)}: ${sessionName(session)}</a> <span class="soft">${count(own, 'tweet')}</span></li>\n`,
  );
  const called = harmless(name ?? '');
  const body = markup`<h1>${called || handle(author)}</h1>
<p class="lead">${called === '' ? '' : `${handle(author)}, `}${count(tweets, 'tweet')} in ${count(sessions.length, 'session')}</p>
<ul class="list">\n${items}</ul>\n`;
  return sitePage({ path, title: called || handle(author), part: 'people', body }, look);
}
