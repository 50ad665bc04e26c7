/** The page of a session: its numbers, its hour, its questions with the answers as trees, what was said around them, its links. */
import type { Hour } from '../../recap-views.ts';
import type { LinkView, SessionSummary } from '../../views.ts';
import { hourCaption, hourChart } from '../charts/hour.ts';
import { type Html, markup } from '../html/template.ts';
import { questionLabel, questionText } from '../question-words.ts';
import { topicNote, topicText } from '../topic.ts';
import { clockRange, count, handle, list, longDate, moment } from '../words.ts';
import { linkList } from './link-list.ts';
import { between, sessionPath, topicPath, tweetAnchor } from './paths.ts';
import { type SiteLook, sitePage } from './shell.ts';
import { type Branch, treeHtml } from './trees.ts';

/** A question with the trees of its answers. */
interface SiteQuestion {
  readonly label: string;
  readonly text: string;
  readonly key: string;
  readonly askedBy: string | null;
  /** UTC, milliseconds. */
  readonly askedAt: number;
  readonly trees: readonly Branch[];
}

/** What a session's pages show. */
export interface SiteSession {
  readonly session: SessionSummary;
  readonly moderators: readonly string[];
  readonly hour: Hour;
  readonly questions: readonly SiteQuestion[];
  readonly around: readonly Branch[];
  readonly links: readonly LinkView[];
  readonly previous: SessionSummary | null;
  readonly next: SessionSummary | null;
  /** Topics of it that have pages. */
  readonly topics: readonly string[];
}

/** One page of a session, and which tweets it holds. */
export interface SessionPart {
  readonly path: string;
  readonly html: string;
  readonly keys: readonly string[];
}

// A page stays below 150 KB; what its frame, chart and links take is left free.
const ROOM = 100_000;
const LINKS = 40;

/** The name of a session in a list: its topic, or its date where nobody knows one. */
export function sessionName(session: SessionSummary): string {
  return topicText(session.topic) || longDate(session.session);
}

/** The pages of a session: one, or several when it is long. */
export function sessionPages(view: SiteSession, look: SiteLook): SessionPart[] {
  const parts = packed(blocks(view, look));
  return parts.map((part, at) => {
    const path = sessionPath(view.session.session, at + 1);
    const body = markup`${heading(view, look, at, parts.length)}${joined(part)}${at === parts.length - 1 ? linkPart(view, look, path) : ''}${steps(view, path, at, parts.length)}`;
    const title = `${sessionName(view.session)}, ${longDate(view.session.session)}${at === 0 ? '' : `, part ${at + 1}`}`;
    return { path, html: sitePage({ path, title, part: 'sessions', body }, look), keys: part.flatMap(({ keys }) => keys) };
  });
}

interface Block {
  readonly html: string;
  readonly keys: readonly string[];
}

// Each block closes its list, so that a page may end behind it; on one page they are one list.
function joined(part: readonly Block[]): Html {
  return {
    html: part
      .map(({ html }) => html)
      .join('')
      .replaceAll('</ul>\n<ul class="tweets">\n', ''),
  };
}

function packed(all: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  let size = 0;
  for (const block of all) {
    if (size > 0 && size + block.html.length > ROOM) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(block);
    size += block.html.length;
  }
  return parts;
}

function blocks(view: SiteSession, look: SiteLook): Block[] {
  const path = sessionPath(view.session.session);
  const own = (branches: readonly Branch[]): Block[] =>
    treeHtml(branches, { look, path, date: view.session.session }).map(({ html, keys }) => ({ html, keys }));
  const anchors = questionAnchors(view.questions);
  const questions = view.questions.flatMap((question, at) => {
    const [first, ...rest] = own(question.trees);
    const head = questionHead(question, anchors[at] ?? '', look, view.session.session);
    return [{ html: head.html + (first?.html ?? ''), keys: [question.key, ...(first?.keys ?? [])] }, ...rest];
  });
  const around = own(view.around);
  const title = markup`<h2 id="around">Around the questions</h2>\n`;
  const [first, ...rest] = around;
  return first === undefined ? questions : [...questions, { html: title.html + first.html, keys: first.keys }, ...rest];
}

function questionHead(question: SiteQuestion, anchor: string, { chat }: SiteLook, date: string): Html {
  const { key, label, askedBy, askedAt, trees } = question;
  const time = moment(askedAt, chat.zone, date);
  const tweet = key === '' ? markup`${time}` : markup`<a id="${tweetAnchor(key)}" href="#${tweetAnchor(key)}">${time}</a>`;
  const answers = trees.reduce((sum, tree) => sum + tree.size, 0);
  const said = answers === 0 ? '' : `, ${count(answers, 'tweet')} on it`;
  return markup`<h2 id="${anchor}"><a href="#${anchor}">${questionLabel({ label, text: '' })}</a>: ${questionText(question, chat)}</h2>
<p class="soft">${askedBy === null ? 'Asked' : `Asked by ${handle(askedBy)}`}, ${tweet}${said}</p>\n`;
}

/** The anchors of the questions of a session, in order: `q2a`; what is labelled like one before has a number behind it. */
export function questionAnchors(questions: readonly { readonly label: string }[]): string[] {
  const names = questions.map(({ label }) =>
    questionLabel({ label, text: '' })
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-'),
  );
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

function heading(view: SiteSession, { chat }: SiteLook, at: number, parts: number): Html {
  const { session, moderators, hour } = view;
  const when = `${longDate(session.session)}, ${clockRange(session.startsAt, session.endsAt, chat.zone)}`;
  const title = topicText(session.topic) || chat.title;
  if (at > 0) return markup`<h1>${title}</h1>\n<p class="lead">${when}, part ${at + 1} of ${parts}</p>\n`;
  const numbers = [
    count(session.tweets, 'tweet'),
    count(session.people, 'person', 'people'),
    count(session.questions, 'question'),
    count(session.links, 'link'),
  ].join(', ');
  const led = moderators.length === 0 ? '' : `Moderated by ${list(moderators.map(handle))}.`;
  return markup`<h1>${title}</h1>
<p class="lead">${when}</p>
<p class="soft">${numbers}. ${led}${topicNote(session.topic)}</p>
<figure>${hourChart(hour, chat.zone)}<figcaption>${hourCaption(hour)}; the lines are the questions.</figcaption></figure>
${contents(view, parts)}`;
}

function contents({ questions, topics, session }: SiteSession, parts: number): Html {
  const path = sessionPath(session.session);
  const anchors = questionAnchors(questions);
  const items = questions.map(
    (question, at) =>
      markup`<li><a href="#${anchors[at] ?? ''}">${questionLabel(question)}</a> ${questionText(question, { hashtags: [] })}</li>`,
  );
  const tags = topics.map((topic) => markup`<li><a href="${between(path, topicPath(topic))}">${topic}</a></li>`);
  // On a session of several pages the anchors may lie on another one: the way there is the list of parts at the foot.
  const index = items.length === 0 || parts > 1 ? '' : markup`<nav class="contents" aria-label="Questions"><ol>${items}</ol></nav>\n`;
  return markup`${index}${tags.length === 0 ? '' : markup`<ul class="tags" aria-label="Topics">${tags}</ul>\n`}`;
}

function linkPart({ links }: SiteSession, look: SiteLook, path: string): Html {
  if (links.length === 0) return markup``;
  const more = links.length > LINKS ? markup`<p class="soft">… and ${links.length - LINKS} more in the ledger of links.</p>\n` : '';
  return markup`<h2 id="links">Links</h2>\n${linkList(links.slice(0, LINKS), { path, look })}${more}`;
}

function steps({ session, previous, next }: SiteSession, path: string, at: number, parts: number): Html {
  const to = (other: SessionSummary): Html =>
    markup`<a href="${between(path, sessionPath(other.session))}">${longDate(other.session).replace(/^\w+, /, '')}: ${sessionName(other)}</a>`;
  const own = Array.from({ length: parts }, (_, part) =>
    part === at ? markup` ${part + 1}` : markup` <a href="${between(path, sessionPath(session.session, part + 1))}">${part + 1}</a>`,
  );
  const pages = parts === 1 ? '' : markup`<nav class="steps" aria-label="Parts"><span>Parts of this session:${own}</span></nav>\n`;
  const before = previous === null ? markup`<span></span>` : markup`<span>← ${to(previous)}</span>`;
  const after = next === null ? '' : markup`<span>${to(next)} →</span>`;
  return markup`${pages}<nav class="steps" aria-label="Other sessions">${before}${after}</nav>\n`;
}
