import type { Verb } from './verb.ts';

/**
 * Every command, in the order of the overview. To add one: a file that exports a `Declare`, and a line here; the tests
 * check that it is documented.
 */
export const verbs: readonly Verb[] = [
  {
    name: 'import',
    summary: 'read exports into the archive: files, folders, .zip, .gz, or - for standard input',
    load: async (words) => {
      // It gets ready while the code of the import is loaded.
      (await import('../ingest/early-reading.ts')).startReadingEarly(words);
      return (await import('./import.ts')).declareImport;
    },
  },
  {
    name: 'search',
    summary: 'find tweets, in the search language people know from Twitter',
    load: async () => (await import('./search.ts')).declareSearch,
  },
  {
    name: 'saved',
    summary: 'the searches you saved; remove one',
    load: async () => (await import('./saved.ts')).declareSaved,
  },
  {
    name: 'synonyms',
    summary: 'acronyms and what they stand for: list, add, remove, discover',
    load: async () => (await import('./synonyms.ts')).declareSynonyms,
  },
  {
    name: 'similar',
    summary: 'the tweets, questions and past sessions nearest to a tweet',
    load: async () => (await import('./similar.ts')).declareSimilar,
  },
  {
    name: 'weeks',
    summary: 'list the sessions: date, topic, tweets, people, links',
    load: async () => (await import('./weeks.ts')).declareWeeks,
  },
  {
    name: 'week',
    summary: 'show one session: topic, questions with their answers, links, people',
    load: async () => (await import('./week.ts')).declareWeek,
  },
  {
    name: 'recap',
    summary: 'the summary of a session, ready for a blog: best answers, links, newcomers, thanks',
    load: async () => (await import('./recap.ts')).declareRecap,
  },
  {
    name: 'debrief',
    summary: "how a session went, question by question, against the chat's usual",
    load: async () => (await import('./debrief.ts')).declareDebrief,
  },
  {
    name: 'topics',
    summary: 'what was discussed when; with words, the past topics nearest to them',
    load: async () => (await import('./topics.ts')).declareTopics,
  },
  { name: 'threads', summary: 'list the conversations of a week', load: async () => (await import('./threads.ts')).declareThreads },
  { name: 'thread', summary: 'show one conversation as a tree', load: async () => (await import('./threads.ts')).declareThread },
  {
    name: 'links',
    summary: 'shared links, most shared first; --markdown for a blog',
    load: async () => (await import('./links.ts')).declareLinks,
  },
  {
    name: 'expand',
    summary: 'follow short links (t.co, bit.ly …) to their pages and fetch titles; uses the network',
    load: async () => (await import('./expand.ts')).declareExpand,
  },
  {
    name: 'check',
    summary: 'look whether shared pages are still there; uses the network',
    load: async () => (await import('./check.ts')).declareCheck,
  },
  {
    name: 'rescue',
    summary: 'find copies of dead pages in the Wayback Machine; uses the network',
    load: async () => (await import('./rescue.ts')).declareRescue,
  },
  {
    name: 'star',
    summary: 'put a star on tweets or links, to find them again; list them',
    load: async () => (await import('./marks.ts')).declareStar,
  },
  { name: 'note', summary: 'put a note on a tweet or a link; list them', load: async () => (await import('./marks.ts')).declareNote },
  { name: 'tag', summary: 'put tags on a tweet or a link; list them', load: async () => (await import('./marks.ts')).declareTag },
  { name: 'people', summary: 'who took part', load: async () => (await import('./people.ts')).declarePeople },
  {
    name: 'stats',
    summary: 'the chat in figures: tweets and people by year, by hour, new and returning, top sites',
    load: async () => (await import('./stats.ts')).declareStats,
  },
  {
    name: 'export',
    summary: 'write tweets, links or a week as markdown, csv, jsonl or html',
    load: async () => (await import('./export.ts')).declareExport,
  },
  {
    name: 'site',
    summary: 'build a website of the archive: sessions, topics, links, search, all in one folder',
    load: async () => (await import('./site.ts')).declareSite,
  },
  {
    name: 'open',
    summary: 'show a session in the browser, on a site built for yourself',
    load: async () => (await import('./open.ts')).declareOpen,
  },
  {
    name: 'chats',
    summary: 'the chats edchat knows and their schedules; add or change one',
    load: async () => (await import('./chats.ts')).declareChats,
  },
  {
    name: 'fix',
    summary: 'put right what was recognised wrong: a question, an answer, a topic, a role, a session',
    load: async () => (await import('./fix.ts')).declareFix,
  },
  {
    name: 'why',
    summary: 'explain one tweet: its session, role and question, and how each is known',
    load: async () => (await import('./why.ts')).declareWhy,
  },
  {
    name: 'sources',
    summary: 'which export contributed what, and how complete a week probably is',
    load: async () => (await import('./sources.ts')).declareSources,
  },
  {
    name: 'undo',
    summary: 'take the last run of imports back, or a named one',
    load: async () => (await import('./undo.ts')).declareUndo,
  },
  {
    name: 'backup',
    summary: 'write a checked copy of the whole archive, best to another disk',
    load: async () => (await import('./backup.ts')).declareBackup,
  },
  {
    name: 'restore',
    summary: 'bring a backup back; the archive of before is kept beside it',
    load: async () => (await import('./restore.ts')).declareRestore,
  },
  {
    name: 'doctor',
    summary: 'is the archive sound, and what should be done? --fix mends, --salvage saves',
    load: async () => (await import('./doctor.ts')).declareDoctor,
  },
  {
    name: 'forget',
    summary: 'take a person or a tweet out for good, or hide a person behind an alias',
    load: async () => (await import('./forget.ts')).declareForget,
  },
  {
    name: 'reindex',
    summary: 'build everything that is derived from the tweets again',
    load: async () => (await import('./reindex.ts')).declareReindex,
  },
  { name: 'demo', summary: 'the whole tour on an invented archive, offline', load: async () => (await import('./demo.ts')).declareDemo },
];
