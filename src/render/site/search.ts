/** The search page. Its script fills it; what is written here is there without one, too. */
import { markup } from '../html/template.ts';
import { type SiteLook, sitePage } from './shell.ts';

/** The page; `shards` are the files of the index, which the script loads when somebody searches. */
export function searchPage(look: SiteLook): string {
  const body = markup`<h1>Search</h1>
<div id="search" hidden>
<form id="form" role="search"><label for="words">Words in tweets, names and handles</label><input type="search" id="words" name="q" autocomplete="off" autocapitalize="none" spellcheck="false"></form>
<p id="state" class="soft" role="status"></p>
<ol id="hits" class="list"></ol>
<p><button type="button" id="more" hidden>More</button></p>
</div>
<p id="plain">Searching needs JavaScript, which does not run here. Everything else on this site works without: look among the <a href="topics/index.html">topics</a> or the <a href="index.html#sessions">sessions</a>.</p>
`;
  return sitePage(
    {
      path: 'search.html',
      title: 'Search',
      part: 'search',
      body,
      scripts: ['search/minisearch.js', 'search/shards.js', 'search/search.js'],
    },
    look,
  );
}
