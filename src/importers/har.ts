import { parseOrNull } from '../parsing/exact-json.ts';
import { graphqlTweets, leftOutOfAnswers } from '../parsing/graphql-tweets.ts';
import { jsonStream } from '../parsing/json-stream.ts';
import { type JsonObject, child, text } from '../parsing/json-value.ts';
import { utf8 } from '../parsing/text.ts';
import type { Importer } from './importer.ts';

const SIGNS = [/"version"\s*:\s*"1\.\d"/, /"creator"\s*:\s*\{/, /"entries"\s*:\s*\[/, /"pages"\s*:\s*\[/, /"startedDateTime"\s*:/];
const GRAPHQL = /^https:\/\/(?:\w+\.)*(?:twitter|x)\.com\/(?:i\/api\/)?graphql\//;
const TWEET = /"(?:tweet_?results?)"/i;

/** A recording of what a browser loaded (HTTP Archive): http://www.softwareishard.com/blog/har-12-spec */
export const har: Importer = {
  name: 'har',
  title: 'Browser recording of x.com (HAR)',
  identify: ({ json, text: start }) =>
    json?.container === 'object' && json.keys[0] === 'log' && json.prefix === '' && SIGNS.filter((sign) => sign.test(start)).length >= 2,
  async *extract(source) {
    const amounts = { tweet: 0, promoted: 0, gone: 0, empty: 0 };
    for await (const item of jsonStream(utf8(source.open()), '$.log.entries.*', false)) {
      const at = item.at.replace('record', 'entry');
      if (item.kind === 'rejected') {
        yield { ...item, at };
        continue;
      }
      const body = bodyOf(item.value);
      if (body === '' && isGraphql(item.value)) amounts.empty += 1;
      // The rest of a recording are pictures, scripts, and what other pages loaded.
      if (!TWEET.test(body)) continue;
      const answer = parseOrNull(body);
      if (answer === null && isGraphql(item.value)) yield { kind: 'rejected', at, reason: 'the answer of X in it is cut or broken' };
      for (const found of graphqlTweets(answer, (index) => `${at}, tweet ${index}`)) {
        amounts[found.kind] += 1;
        if (found.kind === 'tweet') yield found;
      }
    }
    for (const message of [leftOutOfAnswers(amounts.promoted, amounts.gone), emptiness(amounts)]) {
      if (message !== null) yield { kind: 'warning', message };
    }
  },
};

function isGraphql(entry: JsonObject): boolean {
  return GRAPHQL.test(text(child(entry, 'request'), 'url') ?? '') && text(child(entry, 'request'), 'method') !== 'OPTIONS';
}

function bodyOf(entry: JsonObject): string {
  const content = child(child(entry, 'response'), 'content');
  const body = text(content, 'text') ?? '';
  if (text(content, 'encoding') !== 'base64') return body;
  return /^(?:image|video|audio|font)\//.test(text(content, 'mimeType') ?? '') ? '' : Buffer.from(body, 'base64').toString('utf8');
}

function emptiness({ tweet, empty }: { readonly tweet: number; readonly empty: number }): string | null {
  if (empty > 0 && tweet === 0)
    return 'the recording is without the contents of its answers, and so without tweets: save it again as "HAR with content"';
  if (empty > 0) return `${empty} ${empty === 1 ? 'answer' : 'answers'} of X in the recording came without content`;
  return tweet === 0
    ? 'the recording holds no tweets: open the search or the conversation on x.com while the browser records, scroll through it, and save again'
    : null;
}
