// Queries in one warm process: each over many words and weeks, several times; in milliseconds, as JSON. What is
// above the p95 of the fastest time of each word or week is not the query's but that of a machine which others share.
import { parse } from '../../src/query/parse.ts';
import { WORDS } from '../data/words.mjs';
import { listChats } from '../../src/store/chats.ts';
import { linkWeeks } from '../../src/store/link-lists.ts';
import { openForReading } from '../../src/store/open.ts';
import { resolveWhen, wholeScope } from '../../src/store/scope.ts';
import { searchFolded } from '../../src/store/search-fold.ts';
import { FUNCTION_WORDS } from '../../src/rules/function-words.ts';
import { answerReader, sessionOutline, sessionView } from '../../src/store/session-in-full.ts';
import { listSessions } from '../../src/store/session-views.ts';
import { conversationOf } from '../../src/store/threads.ts';
import { quantile } from '../lib/measure.mjs';

const [path, roundsText = '40'] = process.argv.slice(2);
const rounds = Number(roundsText);
const db = openForReading(path);
const chat = listChats(db).find(({ name }) => name === 'iaedchat');
const sessions = listSessions(db, wholeScope(db, chat));
const nth = (list, round) => list[Math.floor((round * 0.618 * list.length) % list.length)];

const RANKS = { common: [0, 25], middling: [300, 900], rare: [20_000, 45_000] };
// Words such as `the` rank nothing; a common word is one that does.
const TELLING = WORDS.filter((word) => !FUNCTION_WORDS.has(word));
const WORDS_OF = Object.fromEntries(Object.entries(RANKS).map(([kind, ranks]) => [kind, TELLING.slice(...ranks)]));
const wordOf = (kind, round) => nth(WORDS_OF[kind], round);
const week = (round) => `week:${nth(sessions, round).week}`;

function find(text, order) {
  const query = parse(text, { today: '2024-01-01', saved: () => null, savedNames: [] });
  return searchFolded(db, query, { chat: null, zone: chat.zone, order, limit: 20 }).hits.length;
}

const when = (round) => ({ kind: 'session', session: nth(sessions, round).session, range: rangeOf(nth(sessions, round).session) });
function rangeOf(session) {
  const from = session.slice(0, 10);
  return { from, until: new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10) };
}
const ANY_LINK = {
  site: null,
  question: null,
  by: null,
  sessions: null,
  evergreen: false,
  isNew: false,
  dead: false,
  starred: false,
  tag: null,
};
const replies = db
  .prepare('SELECT COALESCE(key, CAST(n AS TEXT)) AS key FROM tweets WHERE reply_to IS NOT NULL AND is_retweet = 0 LIMIT 4000')
  .all()
  .map(({ key }) => key);

const authors = db.prepare('SELECT author FROM tweets WHERE author IS NOT NULL LIMIT 4000').pluck().all();

const SHAPES = [
  ...Object.keys(RANKS).map((kind) => [`${kind} word`, (round) => wordOf(kind, round)]),
  ['the', () => 'the'],
  ['the chat’s hashtag', () => '#iaedchat'],
  ['phrase of two', (round) => `"${wordOf('common', round)} ${wordOf('common', round + 1)}"`],
  ['beginning of a word', (round) => `${wordOf('rare', round).slice(0, 4)}*`],
  ['two common words', (round) => `${wordOf('common', round)} ${wordOf('common', round + 1)}`],
  ['either of two', (round) => `${wordOf('common', round)} OR ${wordOf('middling', round)}`],
  ['common word in a week', (round) => `${wordOf('common', round)} ${week(round)}`],
  ['hashtag in a week', (round) => `#iaedchat ${week(round)}`],
  ['common word, three years, one person', (round) => `${wordOf('common', round)} since:2014 until:2017 from:${nth(authors, round)}`],
  ['four common words, any', (round) => [0, 1, 2, 3].map((more) => wordOf('common', round + more)).join(' OR ')],
  ['beginning of two letters', (round) => `${wordOf('rare', round).slice(0, 2)}*`],
  ['nothing but a negation', (round) => `-${wordOf('common', round)}`],
  ['common word with a link', (round) => `${wordOf('common', round)} has:link`],
];
const ORDERS = { newest: 'newest first', relevance: 'by relevance' };
const searches = Object.entries(ORDERS).flatMap(([order, words]) =>
  SHAPES.map(([name, text]) => [[name, words].join(', '), (round) => find(text(round), order)]),
);

// What `edchat week` shows: of each question the first answers in full, of all others only how many.
function shownWeek(round) {
  const outline = sessionOutline(db, resolveWhen(db, chat, when(round)), nth(sessions, round).session);
  const read = answerReader(db, chat.name);
  return outline.questionList.map(({ answers }) => read(answers.first.slice(0, 3)));
}

const views = [
  ['weeks', () => listSessions(db, wholeScope(db, chat)).length],
  ['week', shownWeek],
  ['week with all answers', (round) => sessionView(db, resolveWhen(db, chat, when(round)), nth(sessions, round).session)],
  ['links of a week', (round) => linkWeeks(db, resolveWhen(db, chat, when(round)), ANY_LINK, 'people').length],
  ['thread', (round) => conversationOf(db, chat.name, nth(replies, round)).length],
];

// A pass is every query once, so that none finds what it read the last time still at hand.
const PASSES = 3;
const queries = [...searches, ...views].map(([name, work]) => ({ name, work, passes: [] }));
const pass = ({ work }) =>
  Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round + 1);
    return performance.now() - start;
  });
for (const query of queries) pass(query);
for (let done = 0; done < PASSES; done += 1) for (const query of queries) query.passes.push(pass(query));

const results = queries.map(({ name, passes }) => {
  const all = passes.flat();
  const fastest = passes[0].map((_, round) => Math.min(...passes.map((times) => times[round])));
  return { name, p50: quantile(all, 0.5), p95: quantile(all, 0.95), p95OfFastest: quantile(fastest, 0.95) };
});
console.log(JSON.stringify(results));
