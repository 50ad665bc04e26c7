/** The recap of a session: everything its moderators would tell, read from the archive and chosen by rules. */
import { bestAnswers, isOwnAnswer, substance } from '../derive/best-answers.ts';
import { type Echo, echoesOf } from '../derive/echoes.ts';
import { hourOf } from '../derive/hour.ts';
import { relatedSessions } from '../derive/related-sessions.ts';
import { sideTalks } from '../derive/side-talks.ts';
import { threadViews } from '../derive/thread-views.ts';
import { gatherLinks } from '../rules/link-list.ts';
import type { Length, PersonName, RecapQuestion, RecapView } from '../recap-views.ts';
import { linkFacts } from '../store/link-facts.ts';
import { listShares } from '../store/link-shares.ts';
import type { Database } from '../store/open.ts';
import { listPeople } from '../store/people.ts';
import { type Scope, wholeScope } from '../store/scope.ts';
import { listQuestions } from '../store/session-in-full.ts';
import { questionRows } from '../store/questions.ts';
import { getSession, listSessions } from '../store/session-views.ts';
import { conversationsIn } from '../store/threads.ts';
import { eachScoped, type Placed } from '../store/tweet-views.ts';
import type { LinkView, PersonView, QuestionView, SessionSummary, TweetView } from '../views.ts';

/** How much of each thing a recap of some length shows. */
const AMOUNTS: Readonly<Record<Length, Amounts>> = {
  short: { answers: 1, links: 2, talks: 0, talkLength: 0, waiting: 0, related: 2 },
  normal: { answers: 3, links: 5, talks: 3, talkLength: 5, waiting: 5, related: 3 },
  full: { answers: 8, links: Infinity, talks: 8, talkLength: 20, waiting: Infinity, related: 5 },
};

interface Amounts {
  readonly answers: number;
  readonly links: number;
  readonly talks: number;
  readonly talkLength: number;
  readonly waiting: number;
  readonly related: number;
}

/** The recap of one session; null when there is none of that name. */
export function recapView(db: Database, scope: Scope, name: string, length: Length): RecapView | null {
  const found = getSession(db, scope.chat.name, name);
  if (found === null) return null;
  const own: Scope = { ...scope, session: name, sessions: [name] };
  const amounts = AMOUNTS[length];
  const placed = [...eachScoped(db, own)];
  const questions = listQuestions(db, scope.chat.name, name);
  const echoOf = echoesOf(
    placed.map(({ tweet }) => tweet),
    questions.flatMap(({ answers }) => answers),
  );
  const best = bestAnswers(questions, echoOf, amounts.answers);
  const quoted = new Set(best.flat().map(({ key }) => key));
  const people = listPeople(db, own);
  const names = nameFinder(placed);
  const links = gatherLinks(listShares(db, own), linkFacts(db, scope.chat));
  return {
    chat: scope.chat,
    session: found.summary,
    moderators: found.moderators.map(names),
    answers: placed.filter(({ view }) => view.role === 'answer' && view.kind !== 'retweet').length,
    hour: hourOf(found.summary, found.bars, questions),
    questions: questions.map((question, at) => recapQuestion(question, questions, best[at] ?? [], { echoOf, links, names, amounts })),
    otherLinks: links.filter(({ question }) => questions.every(({ number }) => number !== question)).slice(0, amounts.links),
    talks: sideTalks(threadViews(conversationsIn(db, own)), quoted, { limit: amounts.talks, length: amounts.talkLength }),
    newcomers: newcomers(people, placed),
    back: people.filter(({ cameBack }) => cameBack).map(({ author }) => names(author)),
    waiting: waiting(questions, { people, echoOf, quoted }).slice(0, amounts.waiting),
    thanks: thanks(people, found.moderators, placed).map(names),
    related: related(db, scope, found.summary).slice(0, amounts.related),
  };
}

interface Surroundings {
  readonly echoOf: (key: string) => Echo;
  readonly links: readonly LinkView[];
  readonly names: (author: string | null) => PersonName;
  readonly amounts: Amounts;
}

// The parts of one question (Q2a, Q2b) share a number; links and answers stand under the last part.
function recapQuestion(
  { number, label, text, key, askedBy, answers }: QuestionView,
  all: readonly QuestionView[],
  best: readonly TweetView[],
  { echoOf, links, names, amounts }: Surroundings,
): RecapQuestion {
  const own = answers.filter(({ kind }) => kind !== 'retweet');
  const isLast = all.findLast((other) => other.number === number)?.key === key;
  return {
    label,
    text,
    key,
    askedBy: names(askedBy),
    answers: own.length,
    people: new Set(own.map(({ author }) => author?.toLowerCase())).size,
    best: best.map((tweet) => ({ tweet, ...echoOf(tweet.key) })),
    links: isLast ? links.filter(({ question }) => question === number).slice(0, amounts.links) : [],
  };
}

function nameFinder(placed: readonly Placed[]): (author: string | null) => PersonName {
  const known = new Map(placed.flatMap(({ view }) => (view.authorName === null ? [] : [[lower(view.author), view.authorName]])));
  return (author) => ({ author, name: known.get(lower(author)) ?? null });
}

function lower(author: string | null): string {
  return author?.toLowerCase() ?? '';
}

function newcomers(people: readonly PersonView[], placed: readonly Placed[]): RecapView['newcomers'] {
  return people
    .filter(({ isNew }) => isNew)
    .map(({ author, name }) => {
      const first = placed.find(({ view }) => lower(view.author) === lower(author) && view.kind !== 'retweet');
      return { author, name, first: first?.view ?? null };
    });
}

// Those first whom nobody heard at all; one answer a person, the wordiest.
function waiting(
  questions: readonly QuestionView[],
  { people, echoOf, quoted }: { people: readonly PersonView[]; echoOf: (key: string) => Echo; quoted: ReadonlySet<string> },
): TweetView[] {
  const heard = new Map(people.map((person) => [lower(person.author), person.moderator ? Infinity : person.heard]));
  const silent = questions
    .flatMap(({ answers }) => answers)
    .filter((answer) => isOwnAnswer(answer) && !quoted.has(answer.key) && substance(answer.text) > 0)
    .filter(({ key, author }) => echoOf(key).replies + echoOf(key).sharers === 0 && heard.get(lower(author)) !== Infinity)
    .toSorted((a, b) => substance(b.text) - substance(a.text) || a.createdAt - b.createdAt);
  const [quotedAuthors, seen] = [authorsOf(questions, quoted), new Set<string>()];
  const one = silent.filter(({ author }) => {
    const fresh = !seen.has(lower(author));
    seen.add(lower(author));
    return fresh;
  });
  const rank = ({ author }: TweetView): number => (heard.get(lower(author)) ?? 0) + (quotedAuthors.has(lower(author)) ? 1 : 0);
  return one.toSorted((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
}

function authorsOf(questions: readonly QuestionView[], keys: ReadonlySet<string>): Set<string> {
  return new Set(questions.flatMap(({ answers }) => answers.filter(({ key }) => keys.has(key)).map(({ author }) => lower(author))));
}

function thanks(people: readonly PersonView[], moderators: readonly string[], placed: readonly Placed[]): string[] {
  const spoke = new Set(placed.filter(({ view }) => view.kind !== 'retweet').map(({ view }) => lower(view.author)));
  const led = new Set(moderators.map(lower));
  const others = people.map(({ author }) => author).filter((author) => spoke.has(lower(author)) && !led.has(lower(author)));
  return [...moderators, ...others];
}

function related(db: Database, scope: Scope, own: SessionSummary): RecapView['related'] {
  return relatedSessions(own, listSessions(db, wholeScope(db, scope.chat)), questionRows(db, scope.chat.name, null));
}
