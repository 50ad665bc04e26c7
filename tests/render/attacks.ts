/** Texts that try to be more than text, and views that carry one of them wherever a stranger could have written it. */
import type { SearchView, TopicHit } from '../../src/search-views.ts';
import type { LinkView, ThreadView, TweetView } from '../../src/views.ts';
import * as sample from './sample.ts';

export const ATTACKS: Readonly<Record<string, string>> = {
  'colour of a terminal': '\u001b[31mred\u001b[0m',
  'cleared screen': 'a\u001b[2J\u001b[1;1Hb',
  'window title': '\u001b]0;owned\u0007after',
  'unfinished title': '\u001b]0;never ends',
  'hyperlink of a terminal': '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  'eight-bit controls': '\u009b31mred\u009d0;title\u009c \u0085next',
  'bell, backspace and null': 'a\u0007\u0008\u0008\u0000b\u007f',
  'carriage return': 'innocent\rguilty',
  'line breaks': 'one\n\n\n# two\r\n- three\u2028four\u2029five\u000bsix',
  'turned around': 'abc\u202egpj.exe\u202c \u2066x\u2069',
  'nothing to see': 'zero\u200bwidth\u200c\u200d\u2060\ufeff\u00ad\u180e',
  'tower of marks': `z${'\u0301\u0323'.repeat(400)}algo`,
  'hidden letter tags': 'a\u{e0041}\u{e0042}\u{e007f}b',
  'half a pair': 'a\ud83db\udc38',
  'long word': 'x'.repeat(5000),
  'long emoji': '🐸'.repeat(400),
  'wide letters': '你好'.repeat(300),
  'link in markdown': '](javascript:alert(1)) [x](javascript:alert(1)) ![i](https://evil.example/i.png)',
  'reference in markdown': '[a]: javascript:alert(1)',
  'heading in markdown': '# Owned\n===\n---',
  'list in markdown': '- [ ] a\n1. b\n> c\n    code',
  'html in markdown': '<img src=x onerror=alert(1)> <b>b</b> <!-- c --> &lt;script&gt; &#60;b&#62;',
  'autolink in markdown': '<javascript:alert(1)> <https://evil.example/"onclick="x> www.evil.example a@evil.example',
  'code in markdown': '```\n~~~ `a` ``b`` $$x$$ ~~no~~ **b** _i_ \\',
  'footnote and table': 'a [^1] |---|---|\n| a | b |\n[^1]: b',
  'script in html': '</style></title><script>alert(1)</script><svg/onload=alert(1)>"\' onmouseover=x ',
  'entity in html': '&amp;lt; &nbsp &#x3c;script&#x3e;',
  formula: '=HYPERLINK("https://evil.example","x")',
  'formula after blanks': " \t@SUM(1+1)*cmd|' /C calc'!A0",
  'quotes and commas': 'a,"b""c",\r\nd',
  'script as address': 'javascript:alert(1)',
  'address with a quote': 'https://evil.example/"><script>alert(1)</script>\'onclick=x',
  'address with a control': 'https://evil.example/\u001b]8;;https://x\u0007\u202eb',
  'address with a password': 'https://good.example@evil.example/%E2%80%AEx',
  'data as address': 'data:text/html,<script>alert(1)</script>',
  'marks of a hit': '\u0003\u0002\u0002a\u0003\u0003',
};

/** Every view with the text in every place that strangers fill. */
export function poisoned(text: string) {
  const tweet: TweetView = {
    ...sample.tweet(1, text, text),
    url: text,
    authorName: text,
    links: [{ short: 'https://t.co/abc', url: text, title: text }],
    media: 1,
  };
  const linked = { ...tweet, text: `see https://t.co/abc and https://t.co/def ${text}` };
  const answers = [tweet, linked, { ...tweet, author: null, session: null }];
  const topic = { text, source: 'derived' as const, terms: [text] };
  const question = {
    number: 1,
    label: text,
    key: text,
    text,
    askedAt: tweet.createdAt,
    askedBy: text,
    answers: answers.map((view) => ({ ...view, under: text, inferred: true, depth: 2 })),
  };
  const link: LinkView = {
    ...sample.link,
    url: text,
    canonical: text,
    host: text,
    title: text,
    sharedBy: [text, null],
    firstKey: text,
    verdict: { state: 'moved', at: tweet.createdAt, movedTo: text },
    copy: { url: text, at: tweet.createdAt },
    starred: true,
    note: text,
    tags: [text],
  };
  const bare = { ...link, title: null };
  const counts = { tweets: 1, questions: 1, answers: 1, links: 1, unanswered: 1, heard: 0 };
  const person = { author: text, name: text, ...counts, firstAt: 0, lastAt: 0, moderator: true, isNew: true, cameBack: true };
  const summary = { ...sample.summary, topic };
  const session = {
    ...summary,
    chat: sample.chat,
    foundBy: 'burst' as const,
    moderators: [text],
    bars: [],
    questionList: [question, { ...question, text: `${text} ${text}` }],
    topLinks: [link, bare],
    topPeople: [person],
  };
  const search: SearchView = {
    order: 'relevance',
    read: text,
    total: 3,
    more: false,
    hits: answers.map((view) => ({ tweet: view, excerpt: `a \u0002${text}\u0003 b ${text}`, again: 1, before: [view], after: [view] })),
    offset: 0,
    suggestion: text,
    topics: new Map([['2016-04-17', text]]),
  };
  const leaf = { key: text, tweet, inferred: true, children: [] };
  const thread: ThreadView = {
    thread: text,
    tweets: 2,
    people: 1,
    depth: 2,
    startsAt: tweet.createdAt,
    roots: [{ key: text, tweet: linked, inferred: false, children: [leaf, { ...leaf, tweet: null }] }],
  };
  const hits: TopicHit[] = [{ session: summary, score: 1, questions: [{ label: text, text }] }];
  const weeks = [
    { week: '2016-W15', session: '2016-04-17', topic, links: [link, bare] },
    { week: '2016-W16', session: null, topic: null, links: [bare] },
  ];
  const file = { ...sample.file, path: text, format: text, read: 2, added: 1, rejected: [{ at: text, reason: text }], warnings: [text] };
  const report = sample.report([file, { ...file, error: text }], {
    unknownHashtag: text,
    skipped: [{ path: text, reason: text }],
    sessions: ['2016-04-17'],
  });
  return { answers, summary, session, search, thread, hits, weeks, person, report };
}
