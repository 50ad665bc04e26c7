import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, idText, text } from '../parsing/json-value.ts';
import { type Author, v1Tweet, whyNoTweet } from '../parsing/v1-tweet.ts';
import { timeOfId } from '../row-number.ts';
import type { RawTweet } from '../tweet.ts';
import type { ExtractOptions, Importer, Source } from './importer.ts';

const MONTH = /^Grailbird\.data\.tweets_\d{4}_\d{2}\s*=$/;
// In an archive the months lie one folder below the description of their owner.
const OWNER_FILES = ['../user_details.js', 'user_details.js'];
// JSON without care rounds ids by up to 64 at their size; two tweets are further apart.
const ROUNDED = 1000;

/** A month of the archive that Twitter gave a person of their own account from 2012 to 2018, `data/js/tweets/2015_11.js`. */
export const grailbird: Importer = {
  name: 'grailbird',
  title: 'Your old Twitter archive (data/js/tweets, 2012-2018)',
  identify: ({ json }) => json !== null && MONTH.test(json.prefix),
  async *extract(source, options) {
    const owner = await readOwner(source, options);
    for await (const item of jsonRecords(source)) {
      if (item.kind === 'rejected') {
        yield item;
        continue;
      }
      const reason = whyNoTweet(item.value);
      if (reason === null) yield { kind: 'tweet', tweet: readTweet(item.value, item.at, owner) };
      else yield { kind: 'rejected', at: item.at, reason };
    }
  },
};

function readTweet(status: JsonObject, at: string, owner: Author): RawTweet {
  const given = v1Tweet(status, at);
  // The number `id` was spoilt by the programs that kept these archives going; without `id_str` the words and the time are the key.
  const tweet = { ...given, id: text(status, 'id_str'), ...(given.author == null && given.authorId == null ? owner : {}) };
  return isSyncedRetweet(status, tweet, owner) ? retweetBy(owner, tweet) : tweet;
}

/*
 * A script that kept archives going until 2023 wrote retweets under the name of the original's author, without a mark. At
 * first everything was the original's; then `id_str` alone was the retweet's; then also the time, and only the number `id`
 * was the original's.
 */
function isSyncedRetweet(status: JsonObject, { author, id, createdAt }: RawTweet, owner: Author): boolean {
  if (author == null || owner.author === null || author.toLowerCase() === owner.author.toLowerCase() || id == null) return false;
  const clock = /^\d+$/.test(id) ? timeOfId(BigInt(id)) : null;
  if (clock !== null && Math.abs(clock - Date.parse(String(createdAt))) > 2000) return true;
  const number = idText(status, 'id');
  return number !== null && Math.abs(Number(number) - Number(id)) > ROUNDED;
}

function retweetBy(owner: Author, original: RawTweet): RawTweet {
  return {
    ...original,
    ...owner,
    // Stated is either the time of the original or that of the id.
    createdAt: null,
    text: `RT @${original.author}: ${original.text}`,
    replyTo: null,
    retweetOf: { id: null, author: original.author ?? null },
    quoteOf: null,
    mentions: [...(original.author == null ? [] : [original.author]), ...(original.mentions ?? [])],
    counts: {},
    client: null,
  };
}

async function readOwner(source: Source, options: ExtractOptions | undefined): Promise<Author> {
  for (const name of OWNER_FILES) {
    const file = await source.sibling(name);
    if (file === null) continue;
    for await (const item of jsonRecords(file)) {
      const author = item.kind === 'record' ? text(item.value, 'screen_name') : null;
      if (item.kind === 'record' && author !== null)
        return { author, authorName: text(item.value, 'full_name'), authorId: idText(item.value, 'id') };
    }
  }
  return options?.author === undefined
    ? commonestAuthor(source)
    : { author: options.author.replace(/^@/, ''), authorName: null, authorId: null };
}

// Most of a month is by its owner, whatever else a program put in.
async function commonestAuthor(source: Source): Promise<Author> {
  const amounts = new Map<string, number>();
  let best: Author = { author: null, authorName: null, authorId: null };
  for await (const item of jsonRecords(source)) {
    const user = item.kind === 'record' ? child(item.value, 'user') : null;
    const author = text(user, 'screen_name');
    if (author === null) continue;
    const amount = (amounts.get(author) ?? 0) + 1;
    amounts.set(author, amount);
    if (amount > (amounts.get(best.author ?? '') ?? 0)) best = { author, authorName: text(user, 'name'), authorId: idText(user, 'id_str') };
  }
  return best;
}
