/** Which tweet a tweet answers when no export says so, but it begins with somebody's handle. */
import type { Tweet } from '../tweet.ts';

/** What is said to somebody in a chat is about what they said in the last quarter of an hour. */
const RECENT = 15 * 60_000;
const ADDRESSED = /^\s*@(\w{1,30})/;

/** What must be known of a tweet. */
export type Spoken = Pick<Tweet, 'key' | 'author' | 'createdAt' | 'text' | 'isRetweet' | 'replyTo' | 'replyToAuthor' | 'quoteOf'>;

/**
 * The parents that mentions tell, by key, among the tweets of one session in time order. Only where one tweet alone can
 * be meant: of what the person named said before, what the author answered already is out, and what was said to the
 * author goes first.
 */
export function mentionParents(tweets: readonly Spoken[]): Map<string, string> {
  const said = new Map<string, Spoken[]>();
  const answered = new Set(tweets.flatMap(({ author, replyTo, quoteOf }) => [replyTo, quoteOf].map((key) => `${folded(author)} ${key}`)));
  const parents = new Map<string, string>();
  for (const tweet of tweets) {
    const author = folded(tweet.author);
    const handle = addressee(tweet);
    const parent = handle === null || handle === author ? null : only(recent(said.get(handle) ?? [], tweet), author, answered);
    if (parent !== null) {
      parents.set(tweet.key, parent.key);
      answered.add(`${author} ${parent.key}`);
    }
    if (!tweet.isRetweet) said.set(author, [...recent(said.get(author) ?? [], tweet), tweet]);
  }
  return parents;
}

/** The folded handle that a tweet without a known parent speaks to, or null. */
function addressee({ text, author, isRetweet, replyTo, replyToAuthor, quoteOf }: Spoken): string | null {
  if (isRetweet || author === null || replyTo !== null || quoteOf !== null) return null;
  const handle = replyToAuthor ?? ADDRESSED.exec(text)?.[1];
  return handle === undefined ? null : folded(handle);
}

function recent(said: readonly Spoken[], { createdAt }: Spoken): Spoken[] {
  return said.filter((one) => one.createdAt >= createdAt - RECENT);
}

function only(candidates: readonly Spoken[], author: string, answered: ReadonlySet<string>): Spoken | null {
  const open = candidates.filter(({ key }) => !answered.has(`${author} ${key}`));
  const toAuthor = open.filter(({ text, replyToAuthor }) => folded(replyToAuthor ?? ADDRESSED.exec(text)?.[1] ?? null) === author);
  const [first, ...others] = toAuthor.length > 0 ? toAuthor : open;
  return first !== undefined && others.length === 0 ? first : null;
}

function folded(handle: string | null): string {
  return handle?.toLowerCase() ?? '';
}
