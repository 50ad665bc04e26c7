import type { Importer } from './importer.ts';
import { academictwitterCsv } from './academictwitter-csv.ts';
import { apifyJson } from './apify-json.ts';
import { blueskyJson } from './bluesky-json.ts';
import { dmiTcatCsv } from './dmi-tcat-csv.ts';
import { getoldtweetsCsv } from './getoldtweets-csv.ts';
import { grailbird } from './grailbird.ts';
import { har } from './har.ts';
import { mastodonApiJson } from './mastodon-api-json.ts';
import { mastodonOutbox } from './mastodon-outbox.ts';
import { nitterHtml } from './nitter-html.ts';
import { participateText } from './participate-text.ts';
import { rtweetCsv } from './rtweet-csv.ts';
import { snscrapeJsonl } from './snscrape-jsonl.ts';
import { storify2011Json } from './storify-2011-json.ts';
import { storifyApiJson } from './storify-api-json.ts';
import { storifyHtml } from './storify-html.ts';
import { otherTable } from './table.ts';
import { tagsCsv } from './tags-csv.ts';
import { threadreaderHtml } from './threadreader-html.ts';
import { togetterHtml } from './togetter-html.ts';
import { twarcCsv } from './twarc-csv.ts';
import { twarc1Csv } from './twarc1-csv.ts';
import { tweetHarvestCsv } from './tweet-harvest-csv.ts';
import { tweetUrlList } from './tweet-url-list.ts';
import { tweetdeckHtml } from './tweetdeck-html.ts';
import { twintCsv } from './twint-csv.ts';
import { twitterArchiveCsv } from './twitter-archive-csv.ts';
import { twitterArchive } from './twitter-archive.ts';
import { twitterMobileHtml } from './twitter-mobile-html.ts';
import { twitterOembedJson } from './twitter-oembed-json.ts';
import { twitterTweetEmbedHtml } from './twitter-tweet-embed-html.ts';
import { twitterV1 } from './twitter-v1.ts';
import { twitterV2Json } from './twitter-v2-json.ts';
import { twitterWebLegacyHtml } from './twitter-web-legacy-html.ts';
import { twitterWebReactHtml } from './twitter-web-react-html.ts';
import { twscrapeJsonl } from './twscrape-jsonl.ts';
import { xGraphqlJson } from './x-graphql-json.ts';

/**
 * The formats edchat reads, commonest first. To add one, write its file beside this one (`importer.ts` is the manual),
 * name it here, and give it a fixture in `tests/fixtures`. The order decides nothing: a file that two importers claim is
 * an error.
 */
const formats: readonly Importer[] = [
  tagsCsv,
  storifyHtml,
  twitterArchive,
  twitterV1,
  twitterV2Json,
  grailbird,
  storifyApiJson,
  storify2011Json,
  snscrapeJsonl,
  twscrapeJsonl,
  apifyJson,
  xGraphqlJson,
  har,
  mastodonApiJson,
  mastodonOutbox,
  blueskyJson,
  twitterOembedJson,
  rtweetCsv,
  academictwitterCsv,
  twarcCsv,
  twarc1Csv,
  twintCsv,
  getoldtweetsCsv,
  tweetHarvestCsv,
  twitterArchiveCsv,
  dmiTcatCsv,
  twitterWebLegacyHtml,
  twitterWebReactHtml,
  twitterMobileHtml,
  tweetdeckHtml,
  nitterHtml,
  threadreaderHtml,
  togetterHtml,
  twitterTweetEmbedHtml,
  participateText,
  tweetUrlList,
];

/** Every importer: those of one format each, and the one that reads what tables they leave. */
export const importers: readonly Importer[] = [...formats, otherTable(formats)];
