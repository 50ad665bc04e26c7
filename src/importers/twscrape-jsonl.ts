import { jsonRecords } from '../parsing/json-records.ts';
import { scrapedTweet, scraperOf, whyNotScraped } from '../parsing/scraped-tweet.ts';
import type { Importer } from './importer.ts';

/** What `twscrape search` prints since 2023, in the shape of snscrape with every id also as a string: https://github.com/vladkens/twscrape */
export const twscrapeJsonl: Importer = {
  name: 'twscrape-jsonl',
  title: 'twscrape tweets (JSON Lines)',
  identify: ({ json }) => json !== null && scraperOf(json.record) === 'twscrape',
  async *extract(source) {
    for await (const item of jsonRecords(source)) {
      const reason = item.kind === 'record' ? whyNotScraped(item.value) : item.reason;
      if (item.kind === 'record' && reason === null) yield { kind: 'tweet', tweet: scrapedTweet(item.value, item.at) };
      else yield { kind: 'rejected', at: item.at, reason: reason ?? 'not a tweet' };
    }
  },
};
