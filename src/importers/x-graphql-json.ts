import { graphqlTweets, leftOutOfAnswers } from '../parsing/graphql-tweets.ts';
import { jsonRecords } from '../parsing/json-records.ts';
import type { Importer, JsonOutline } from './importer.ts';

// Timelines of tweets, a single tweet, or a search, which may have found nothing.
const ANSWER = /"(?:tweet_?results?|search_by_raw_query|threaded_conversation_with_injections(?:_v2)?)"\s*:\s*\{/i;

/** What x.com's pages get from its servers, saved by an extension or a script: searches, conversations, timelines. */
export const xGraphqlJson: Importer = {
  name: 'x-graphql-json',
  title: 'X web answers (GraphQL JSON)',
  identify: ({ json, text: start }) => json !== null && json.prefix === '' && holdsData(json) && ANSWER.test(start),
  async *extract(source) {
    const amounts = { tweet: 0, promoted: 0, gone: 0 };
    for await (const item of jsonRecords(source)) {
      if (item.kind === 'rejected') yield item;
      else {
        const place = item.at === 'record 1' ? '' : `${item.at}, `;
        for (const found of graphqlTweets(item.value, (index) => `${place}tweet ${index}`)) {
          amounts[found.kind] += 1;
          if (found.kind === 'tweet') yield found;
        }
      }
    }
    const message = leftOutOfAnswers(amounts.promoted, amounts.gone);
    if (message !== null) yield { kind: 'warning', message };
    if (amounts.tweet === 0) yield { kind: 'warning', message: 'this answer of X holds no tweets' };
  },
};

function holdsData({ keys, record, container }: JsonOutline): boolean {
  return container === 'object' ? keys.includes('data') : record !== null && 'data' in record;
}
