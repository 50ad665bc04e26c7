/**
 * What `--json` prints: one object on one line, `version` first. Times are UTC, ISO 8601, to the second; ids are text;
 * null is "not known". Keys are added, never renamed or removed, as long as the version is 1.
 *
 *     import   files, totals, sessions, then chat, skipped, unknownHashtag, dryRun, interrupted
 *     weeks    chat, sessions: session, week, startsAt, endsAt, topic, tweets, people, questions, links, then curve
 *     week     chat, sessions: as weeks, with foundBy, moderators, questionList (number, label, id, text, askedAt, askedBy,
 *              guessed: true when nobody said the number, answers: tweets, with under: the id of the answer each speaks to, inferred when a mention tells it), topLinks and topPeople as in links and people
 *     search   query, read, total, offset, suggestion, hits: a tweet with excerpt (hits between U+0002 and U+0003), topic, again
 *              (how many retweets of it there are), before and after (tweets around it), then more (true when there are more than
 *              total, and nobody counted them); with --count-by query, read, by, counts: value, label, tweets; more is true when only the newest tweets found were counted
 *     similar  chat, tweet, tweets: a tweet with excerpt and again, as hits of a search; sessions: session, score, questions, as
 *              topics for words
 *     saved    saved: name, query, savedAt
 *     synonyms synonyms: word, meanings, own, tweets
 *     threads  chat, threads: thread, tweets, people, depth, startsAt, nodes: id, parent (an id or null), inferred (true when a
 *              mention tells the parent, no reference), depth, tweet (null for one that no export holds); for one thread
 *              `thread` instead of `threads`
 *     links    chat, weeks: week, session, topic, links (url, canonical, host, title, sharedBy, tweets, firstSharedAt, firstId,
 *              question, spellings, firstSession, firstQuestion, weeks and before (in which it was shared), verdict (state, at,
 *              movedTo) or null, copy (url, at) or null, starred, note, tags), lost (addresses that were cut short); where a list
 *              is not divided by weeks, links instead of weeks
 *     people   chat, people: author, name, tweets, questions, answers, links, firstAt, lastAt, moderator, isNew, cameBack,
 *              unanswered, heard (own tweets that somebody else answered or passed on)
 *     topics   chat, sessions (as weeks), or for words hits: session, score, questions (label, text)
 *     debrief  chat, sessions: session, week, startsAt, questions (label, text, answers, people, firstAnswer and tail in seconds,
 *              echo 0 to 1), figures and usual (tweets, people, questions, answers, firstAnswer, tail, echo, speaking), others
 *     stats    chat, tweets, people, sessions, years and months (name, tweets, people, newPeople, returning, sessions), hours
 *              (24 numbers), sites (host, pages, tweets, people)
 *     chats    chats: name, title, about, hashtags, zone, schedule, moderators, tweets, sessions, own
 *
 * A tweet is id, url, author, authorName, createdAt, text, kind, links (url, title), media, likes, retweets, session, role,
 * question, attributedBy, certainty (0 to 1: how probable the question is the right one), starred, note, tags (your own).
 */
import type { Chat } from '../chat.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { UndoReport } from '../ingest/undo-run.ts';
import type { Facet, FacetBy, SavedSearch, SearchView, SimilarView, SynonymView, TopicHit } from '../search-views.ts';
import type {
  ChatView,
  Completeness,
  LinkView,
  LinkWeek,
  PersonView,
  SessionSummary,
  SessionView,
  SourceView,
  ThreadView,
  WhyView,
} from '../views.ts';
import { linkValue, personValue, sessionValue, summaryValue, threadValue, tweetValue } from './json-values.ts';
import { isoTime, safeJson } from './json-text.ts';

type Named = Pick<Chat, 'name'>;

/** One object with its version, and a line end. */
function jsonObject(value: Readonly<Record<string, unknown>>): string {
  return `${safeJson({ version: 1, ...value })}\n`;
}

/** `edchat import --json` */
export function importJson({ files, totals, sessions, chat, skipped, unknownHashtag, dryRun, interrupted }: ImportReport): string {
  const fileValues = files.map(({ path, format, read, added, updated, unchanged, context, rejected, warnings, error }) => ({
    path,
    format,
    read,
    added,
    updated,
    unchanged,
    context,
    rejected: rejected.map(({ at, reason }) => ({ at, reason })),
    warnings,
    error,
  }));
  const { read, added, updated, unchanged, context, rejected } = totals;
  return jsonObject({
    files: fileValues,
    totals: { read, added, updated, unchanged, context, rejected },
    sessions,
    chat,
    skipped,
    unknownHashtag,
    dryRun,
    interrupted,
  });
}

/** `edchat why --json` */
export function whyJson(chat: Named, { tweet, session, question, reasons }: WhyView): string {
  const held = session === null ? null : { ...summaryValue(session), foundBy: session.foundBy };
  return jsonObject({ chat: chat.name, tweet: tweetValue(tweet), session: held, question, reasons });
}

/** `edchat weeks --missing --json` */
export function missingJson(chat: Named, dates: readonly string[]): string {
  return jsonObject({ chat: chat.name, missing: dates });
}

/** `edchat sources --json` */
export function sourcesJson(chat: Named, sources: readonly SourceView[], completeness: Completeness): string {
  return jsonObject({
    chat: chat.name,
    sources: sources.map((source) => ({ ...source, importedAt: isoTime(source.importedAt) })),
    completeness,
  });
}

/** `edchat undo --json` */
export function undoJson({ batch, imports, removed, restored }: UndoReport): string {
  return jsonObject({ run: batch, files: imports.map(({ path, format }) => ({ path, format })), removed, restored });
}

/** `edchat weeks --json` */
export function weeksJson(chat: Named, sessions: readonly SessionSummary[]): string {
  return jsonObject({ chat: chat.name, sessions: sessions.map(summaryValue) });
}

/** `edchat week --json`: every session of the time asked for. */
export function sessionsJson(chat: Named, sessions: readonly SessionView[]): string {
  return jsonObject({ chat: chat.name, sessions: sessions.map(sessionValue) });
}

/** `edchat search --json`; `query` is what was typed. */
export function searchJson(query: string, { read, total, more, offset, hits, topics, suggestion }: SearchView): string {
  const values = hits.map(({ tweet, excerpt, again, before, after }) => ({
    ...tweetValue(tweet),
    excerpt,
    topic: topics.get(tweet.session ?? '') ?? null,
    again,
    before: before.map(tweetValue),
    after: after.map(tweetValue),
  }));
  return jsonObject({ query, read, total, offset, suggestion, hits: values, more });
}

/** `edchat search --count-by --json` */
export function facetsJson(
  query: string,
  { by, read, facets, more }: { readonly by: FacetBy; readonly read: string; readonly facets: readonly Facet[]; readonly more: boolean },
): string {
  return jsonObject({ query, read, by, counts: facets, more });
}

/** `edchat saved --json` */
export function savedJson(saved: readonly SavedSearch[]): string {
  return jsonObject({ saved: saved.map(({ name, query, savedAt }) => ({ name, query, savedAt: isoTime(savedAt) })) });
}

/** `edchat synonyms --json` */
export function synonymsJson(synonyms: readonly SynonymView[]): string {
  return jsonObject({ synonyms });
}

/** `edchat threads --json` */
export function threadsJson(chat: Named, threads: readonly ThreadView[]): string {
  return jsonObject({ chat: chat.name, threads: threads.map(threadValue) });
}

/** `edchat thread ID --json` */
export function threadJson(chat: Named, thread: ThreadView): string {
  return jsonObject({ chat: chat.name, thread: threadValue(thread) });
}

/** `edchat links --json` */
export function linksJson(chat: Named, weeks: readonly LinkWeek[], lost: number): string {
  return jsonObject({
    chat: chat.name,
    weeks: weeks.map(({ week, session, topic, links }) => ({ week, session, topic, links: links.map(linkValue) })),
    lost,
  });
}

/** `edchat links --group none --json` */
export function flatLinksJson(chat: Named, links: readonly LinkView[]): string {
  return jsonObject({ chat: chat.name, links: links.map(linkValue) });
}

/** `edchat people --json` */
export function peopleJson(chat: Named, people: readonly PersonView[]): string {
  return jsonObject({ chat: chat.name, people: people.map(personValue) });
}

/** `edchat topics --json` */
export function topicsJson(chat: Named, sessions: readonly SessionSummary[]): string {
  return weeksJson(chat, sessions);
}

/** `edchat topics WORDS --json` */
export function topicHitsJson(chat: Named, hits: readonly TopicHit[]): string {
  return jsonObject({ chat: chat.name, hits: hits.map(topicHitValue) });
}

/** `edchat similar ID --json` */
export function similarJson(chat: Named, { tweet, tweets, sessions }: SimilarView): string {
  return jsonObject({
    chat: chat.name,
    tweet: tweetValue(tweet),
    tweets: tweets.map((hit) => ({ ...tweetValue(hit.tweet), excerpt: hit.excerpt, again: hit.again })),
    sessions: sessions.map(topicHitValue),
  });
}

function topicHitValue({ session, score, questions }: TopicHit) {
  return { session: summaryValue(session), score, questions };
}

/** `edchat chats --json` */
export function chatsJson(chats: readonly ChatView[]): string {
  return jsonObject({ chats: chats.map(({ chat, tweets, sessions, own }) => ({ ...chat, tweets, sessions, own })) });
}
