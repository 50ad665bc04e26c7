/** The front page: what the chat is, its years as a calendar, its topics over time, every session by year. */
import { groupBy } from '../../group-by.ts';
import type { SessionSummary } from '../../views.ts';
import { type CalendarWeek, calendarChart, calendarWords } from '../charts/calendar.ts';
import { topicsChart, type TopicYears } from '../charts/topics.ts';
import { type Html, markup } from '../html/template.ts';
import { markedTopic } from '../topic.ts';
import { count, longDate, number } from '../words.ts';
import { sessionPath } from './paths.ts';
import { sessionName } from './session.ts';
import { type SiteLook, sitePage } from './shell.ts';

/** What the front page shows. */
export interface Front {
  readonly sessions: readonly SessionSummary[];
  readonly tweets: number;
  readonly people: number;
  readonly links: number;
  readonly topics: readonly TopicYears[];
}

/** The front page. */
export function frontPage({ sessions, tweets, people, links, topics }: Front, look: SiteLook): string {
  const { chat } = look;
  const weeks = sessions.map(calendarWeek);
  const numbers = [count(sessions.length, 'session'), count(tweets, 'tweet'), count(people, 'person', 'people'), count(links, 'link')].join(
    ', ',
  );
  const newest = sessions.at(-1);
  const latest =
    newest === undefined
      ? ''
      : markup`<p>The latest: <a href="${sessionPath(newest.session)}">${sessionName(newest)}</a>, ${longDate(newest.session)}.</p>\n`;
  const years = [...groupBy(sessions.toReversed(), ({ session }) => session.slice(0, 4))];
  const body = markup`<h1>${chat.title}</h1>
<p class="lead">${chat.about}</p>
<p class="soft">${numbers}</p>
${latest}${weeks.length === 0 ? '' : markup`<figure class="wide" tabindex="0">${calendarChart(weeks)}<figcaption>${calendarWords(weeks)}</figcaption></figure>\n`}${topicFigure(topics)}<h2 id="sessions">Sessions</h2>
${years.map(([year, own], at) => yearPart(year, own, at === 0))}`;
  return sitePage({ path: 'index.html', title: chat.title, part: 'sessions', body }, look);
}

function calendarWeek(session: SessionSummary): CalendarWeek {
  const words = `${longDate(session.session)}: ${sessionName(session)}`;
  return { week: session.week, tweets: session.tweets, words, href: sessionPath(session.session) };
}

function topicFigure(topics: readonly TopicYears[]): Html {
  const chart = topicsChart(topics);
  return chart.html === ''
    ? chart
    : markup`<figure class="wide" tabindex="0">${chart}<figcaption>How often the commonest topics came back, year by year.</figcaption></figure>\n`;
}

function yearPart(year: string, sessions: readonly SessionSummary[], open: boolean): Html {
  const rows = sessions.map(
    (session) =>
      markup`<tr><td class="date">${shortDate(session.session)}</td><td><a href="${sessionPath(session.session)}">${markedTopic(session.topic) || 'no topic known'}</a></td><td class="n">${number(session.tweets)}</td><td class="n spare">${number(session.people)}</td><td class="n spare">${number(session.links)}</td></tr>\n`,
  );
  const state: Html = { html: open ? ' open' : '' };
  return markup`<details${state}><summary>${year}: ${count(sessions.length, 'session')}</summary>
<table><thead><tr><th>Date</th><th>Topic</th><th class="n">Tweets</th><th class="n spare">People</th><th class="n spare">Links</th></tr></thead><tbody>
${rows}</tbody></table></details>\n`;
}

function shortDate(session: string): string {
  return longDate(session)
    .replace(/^(\w{3})\w*, (\w{3})\w*/, '$2')
    .replace(/, \d{4}$/, '');
}
