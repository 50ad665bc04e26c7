import { createHash } from 'node:crypto';
import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { escapeHtml, markup } from '../../src/render/html/template.ts';
import { linksPage, tweetsPage, weekPage, weeksPage } from '../../src/render/html.ts';
import { linksMarkdown, tweetsMarkdown, weekMarkdown } from '../../src/render/markdown.ts';
import { answers, chat, linkGroups, session } from './sample.ts';

test('links become a list for a blog', () => {
  expect(linksMarkdown(linkGroups, chat)).toMatchInlineSnapshot(`
    "## First visits to water, April 17, 2016

    - [Pond journals \\[free\\]](https://www.pondnotes.example/journals/spring-2016?page=2) (pondnotes.example), shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy, under Q1
    - [buckets.example](https://buckets.example/), shared by @reedy

    ## #PondChat, 2016-W16

    - [buckets.example](https://buckets.example/), shared by @reedy
    "
  `);
});

test('headings begin at the level a blog wants', () => {
  expect(linksMarkdown(linkGroups, chat, { level: 3 })).toMatch(/^### First visits/);
});

test('a week becomes a page of Markdown', () => {
  expect(weekMarkdown(session)).toMatchInlineSnapshot(`
    "# #PondChat: First visits to water

    Sunday, April 17, 2016, 7:00–8:00 p.m. (America/Chicago). 1,153 tweets by 41 people, 3 questions, 12 links. Moderated by @mod_minnow and @heron_hollis.

    ## Q1: What does a first visit to water look like with your class, and what do they take home?

    - **@heron_hollis** [7:05](https://twitter.com/heron_hollis/status/721800000000001005): A1: We count tadpoles every Friday. The data wall is the best part #pondchat
    - **@MarshaMudd4** [7:06](https://twitter.com/MarshaMudd4/status/721800000000001006): A1 Journals! Ours are here: [pondnotes.example/journals/spring-2016](https://www.pondnotes.example/journals/spring-2016?page=2) (free to copy) #pondchat [(picture)](https://t.co/pic0000001)
    - **@reedy** [7:06](https://twitter.com/reedy/status/721800000000001006): RT @heron_hollis: A1: We count tadpoles every Friday.
    - **someone** 7:07: A1 One class, one bucket, one question each. Then we vote 🐸
    - **@a_very_long_name** [7:09](https://twitter.com/a_very_long_name/status/721800000000001009): A1 Standing still for five minutes. Hardest thing I teach, and the one that they remember when they are back in the building.
    - **@heron_hollis** [Apr 18](https://twitter.com/heron_hollis/status/721800000000002120): A1 Late, but: let them name the pond.

    ## Q2a: Which tool earned its place in your bag?

    ## Q2b: …and which one stays home?

    - **@reedy** [7:21](https://twitter.com/reedy/status/721800000000001021): A2: The big net stays home.

    ## Q3: Who helps?

    ## Links

    - [Pond journals \\[free\\]](https://www.pondnotes.example/journals/spring-2016?page=2) (pondnotes.example), shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy, under Q1
    - [buckets.example](https://buckets.example/), shared by @reedy
    "
  `);
});

test('tweets become a list, each on one line', () => {
  expect(tweetsMarkdown(answers, chat)).toMatchInlineSnapshot(`
    "- **@heron_hollis** [2016-04-17, 7:05 p.m.](https://twitter.com/heron_hollis/status/721800000000001005): A1: We count tadpoles every Friday. The data wall is the best part #pondchat
    - **@MarshaMudd4** [2016-04-17, 7:06 p.m.](https://twitter.com/MarshaMudd4/status/721800000000001006): A1 Journals! Ours are here: [pondnotes.example/journals/spring-2016](https://www.pondnotes.example/journals/spring-2016?page=2) (free to copy) #pondchat [(picture)](https://t.co/pic0000001)
    - **@reedy** [2016-04-17, 7:06 p.m.](https://twitter.com/reedy/status/721800000000001006): RT @heron_hollis: A1: We count tadpoles every Friday.
    - **someone** 2016-04-17, 7:07 p.m.: A1 One class, one bucket, one question each. Then we vote 🐸
    - **@a_very_long_name** [2016-04-17, 7:09 p.m.](https://twitter.com/a_very_long_name/status/721800000000001009): A1 Standing still for five minutes. Hardest thing I teach, and the one that they remember when they are back in the building.
    - **@heron_hollis** [2016-04-18, 1:40 p.m.](https://twitter.com/heron_hollis/status/721800000000002120): A1 Late, but: let them name the pond.
    "
  `);
});

test('a week becomes a page of HTML', () => {
  expect(weekPage({ ...session, questionList: session.questionList.slice(2) })).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-CSQIly77osF94KPskI2C88KfRP8Ueu+QKtNiN/c6EaE=&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>#PondChat: First visits to water</title>
    <style>
    :root { color-scheme: light dark; }
    body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
    h1, h2, h3, strong, time, small, .address { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.25; }
    h2 { font-size: 1.15rem; line-height: 1.35; margin-top: 2.2rem; }
    h3 { font-size: 1rem; line-height: 1.35; margin-top: 1.4rem; }
    ul { padding-left: 1.2rem; }
    li { margin: 0.5rem 0; }
    .tweets { list-style: none; padding-left: 0; }
    .tweets .text { display: block; white-space: pre-line; }
    strong, time, small, .address { font-size: 0.85rem; }
    time, small, .address { opacity: 0.75; }
    @media print { body { max-width: none; margin: 0; font-size: 11pt; } h2 { break-after: avoid; } li { break-inside: avoid; } a { color: inherit; } }
    </style>
    </head>
    <body>
    <h1>#PondChat: First visits to water</h1>
    <p>Sunday, April 17, 2016, 7:00–8:00 p.m. (America/Chicago). 1,153 tweets by 41 people, 3 questions, 12 links. Moderated by @mod_minnow and @heron_hollis.</p>
    <section>
    <h2>Q2b: …and which one stays home?</h2>
    <ul class="tweets">
    <li><strong>@reedy</strong> <a href="https://twitter.com/reedy/status/721800000000001021" rel="noopener noreferrer nofollow"><time datetime="2016-04-18T00:21:00Z">7:21</time></a> <span class="text" dir="auto">A2: The big net stays home.</span></li>
    </ul>
    </section>
    <section>
    <h2>Q3: Who helps?</h2>
    <p><small>No tweets found.</small></p>
    </section>
    <section>
    <h2>Links</h2>
    <ul>
    <li><a href="https://www.pondnotes.example/journals/spring-2016?page=2" rel="noopener noreferrer nofollow">Pond journals [free]</a> <span class="address">pondnotes.example</span><br>
    <small>shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy, under Q1</small></li>
    <li><a href="https://buckets.example/" rel="noopener noreferrer nofollow">buckets.example</a><br>
    <small>shared by @reedy</small></li>
    </ul>
    </section>
    </body>
    </html>
    "
  `);
});

test('links and tweets become pages with the same words', () => {
  expect(load(linksPage(linkGroups, chat))('body').text()).toMatchInlineSnapshot(`
    "
    Links of #PondChat

    First visits to water, April 17, 2016

    Pond journals [free] pondnotes.example
    shared by 4 people: @MarshaMudd4, then @heron_hollis, someone and @reedy, under Q1
    buckets.example
    shared by @reedy



    #PondChat, 2016-W16

    buckets.example
    shared by @reedy


    "
  `);
  expect(load(tweetsPage(answers.slice(1, 4), chat))('body').text()).toMatchInlineSnapshot(`
    "
    Tweets of #PondChat

    @MarshaMudd4 2016-04-17, 7:06 p.m. A1 Journals! Ours are here: pondnotes.example/journals/spring-2016 (free to copy) #pondchat (picture)
    @reedy 2016-04-17, 7:06 p.m. RT @heron_hollis: A1: We count tadpoles every Friday.
    someone 2016-04-17, 7:07 p.m. A1 One class, one bucket, one question each.
    Then we vote 🐸

    "
  `);
  expect(load(weeksPage([session, session], chat))('h1')).toHaveLength(2);
});

test('the policy of a page allows its own style and nothing else', () => {
  const $ = load(weekPage(session));
  const print = createHash('sha256').update($('style').text()).digest('base64');
  expect($('meta[http-equiv]').attr('content')).toBe(
    `default-src 'none'; style-src 'sha256-${print}'; base-uri 'none'; form-action 'none'`,
  );
  expect($('html').attr('lang')).toBe('en');
});

test('the template escapes every hole but its own pieces', () => {
  expect(escapeHtml(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  expect(markup`<p>${'<'}${[markup`<b>${1}</b>`, '&']}</p>`.html).toBe('<p>&lt;<b>1</b>&amp;</p>');
});
