import { jsonRecords } from '../parsing/json-records.ts';
import { scrapedTweet, scraperOf, whyNotScraped } from '../parsing/scraped-tweet.ts';
import type { Importer } from './importer.ts';

/** What `snscrape --jsonl twitter-search` printed until 2023: https://github.com/JustAnotherArchivist/snscrape */
export const snscrapeJsonl: Importer = {
  name: 'snscrape-jsonl',
  title: 'snscrape tweets (JSON Lines)',
  identify: ({ json }) => json !== null && scraperOf(json.record) === 'snscrape',
  async *extract(source) {
    for await (const item of jsonRecords(source)) {
      const reason = item.kind === 'record' ? whyNotScraped(item.value) : item.reason;
      if (item.kind === 'record' && reason === null) yield { kind: 'tweet', tweet: scrapedTweet(item.value, item.at) };
      else yield { kind: 'rejected', at: item.at, reason: reason ?? 'not a tweet' };
    }
  },
};
