/** The values of the `--json` contract: a view in, its documented keys out. */
import type {
  LinkVerdict,
  LinkView,
  PageCopy,
  PersonView,
  QuestionView,
  SessionSummary,
  SessionView,
  ThreadNode,
  ThreadView,
  TweetView,
} from '../views.ts';
import { isoTime } from './json-text.ts';

/** A session in a list. */
export function summaryValue({ session, week, startsAt, endsAt, topic, tweets, people, questions, links, curve }: SessionSummary) {
  const { text, source, terms } = topic;
  return {
    session,
    week,
    startsAt: isoTime(startsAt),
    endsAt: isoTime(endsAt),
    topic: { text, source, terms },
    tweets,
    people,
    questions,
    links,
    curve,
  };
}

/** A session in full. */
export function sessionValue(session: SessionView) {
  const { foundBy, moderators, questionList, topLinks, topPeople } = session;
  return {
    ...summaryValue(session),
    foundBy,
    moderators,
    questionList: questionList.map(questionValue),
    topLinks: topLinks.map(linkValue),
    topPeople: topPeople.map(personValue),
  };
}

function questionValue({ number, label, key, text, askedAt, askedBy, guessed, answers }: QuestionView) {
  return {
    number,
    label,
    id: key,
    text,
    askedAt: isoTime(askedAt),
    askedBy,
    guessed: guessed === true,
    answers: answers.map((answer) => ({ ...tweetValue(answer), under: answer.under, inferred: answer.inferred })),
  };
}

/** A tweet as queries give it. */
export function tweetValue(tweet: TweetView) {
  const { key, url, author, authorName, createdAt, text, kind, media, likes, retweets, session, role, question, attributedBy, certainty } =
    tweet;
  const links = linkPairs(tweet);
  return {
    id: key,
    url,
    author,
    authorName,
    createdAt: isoTime(createdAt),
    text,
    kind,
    links,
    media,
    likes,
    retweets,
    session,
    role,
    question,
    attributedBy,
    certainty: rounded(certainty),
    ...marksValue(tweet),
  };
}

/** The user's own marks on a tweet. */
export function marksValue({ marks }: Pick<TweetView, 'marks'>) {
  return { starred: marks?.starred ?? false, note: marks?.note ?? null, tags: marks?.tags ?? [] };
}

/** The links of a tweet: where they lead, without the short form in its text. */
export function linkPairs({ links }: Pick<TweetView, 'links'>) {
  return links.map(({ url, title }) => ({ url, title }));
}

/** A link with its sharers, and what is known of its page. */
export function linkValue(link: LinkView) {
  const { url, canonical, host, title, sharedBy, tweets, firstSharedAt, firstKey, question, spellings } = link;
  const { firstSession, firstQuestion, weeks, before, verdict, copy, starred, note, tags } = link;
  return {
    url,
    canonical,
    host,
    title,
    sharedBy,
    tweets,
    firstSharedAt: isoTime(firstSharedAt),
    firstId: firstKey,
    question,
    spellings,
    firstSession,
    firstQuestion,
    weeks,
    before,
    verdict: verdictValue(verdict),
    copy: copyValue(copy),
    starred,
    note,
    tags,
  };
}

/** The last word on a page; null for one nobody looked at. */
export function verdictValue(verdict: LinkVerdict | null) {
  return verdict === null ? null : { state: verdict.state, at: isoTime(verdict.at), movedTo: verdict.movedTo };
}

/** A copy of a page, or null. */
export function copyValue(copy: PageCopy | null) {
  return copy === null ? null : { url: copy.url, at: isoTime(copy.at) };
}

/** A person with what they did. */
export function personValue(person: PersonView) {
  const { author, name, tweets, questions, answers, links, firstAt, lastAt, moderator, isNew, cameBack, unanswered, heard } = person;
  return {
    author,
    name,
    tweets,
    questions,
    answers,
    links,
    firstAt: isoTime(firstAt),
    lastAt: isoTime(lastAt),
    moderator,
    isNew,
    cameBack,
    unanswered,
    heard,
  };
}

/** A conversation; its tweets in reading order with the id each of them answers, null for a first one. */
export function threadValue({ thread, tweets, people, depth, startsAt, roots }: ThreadView) {
  return { thread, tweets, people, depth, startsAt: isoTime(startsAt), nodes: nodeValues(roots) };
}

// A list, not a tree: a conversation may be deeper than JSON can be nested.
function nodeValues(roots: readonly ThreadNode[]) {
  const values: { id: string; parent: string | null; inferred: boolean; depth: number; tweet: ReturnType<typeof tweetValue> | null }[] = [];
  const open = roots.map((node) => ({ node, parent: null as string | null, depth: 0 })).toReversed();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, parent, depth } = at;
    values.push({ id: node.key, parent, inferred: node.inferred, depth, tweet: node.tweet === null ? null : tweetValue(node.tweet) });
    open.push(...node.children.map((child) => ({ node: child, parent: node.key, depth: depth + 1 })).toReversed());
  }
  return values;
}

/** A probability with two digits: more would feign a precision that nobody has. */
export function rounded(certainty: number | null): number | null {
  return certainty === null ? null : Math.round(certainty * 100) / 100;
}
