/** Where a post was made. */
export type Network = 'twitter' | 'mastodon' | 'bluesky' | 'other';

/** A link as one export spells it. `short` is the t.co form that stands in the text, when there is one. */
export interface Link {
  readonly short: string | null;
  /** The address it leads to, as far as the export knows it. */
  readonly url: string;
  readonly title: string | null;
}

/** A picture or video of the tweet's own. */
export interface Media {
  readonly short: string | null;
  readonly url: string;
}

/** The four counts an export may hold; null is "not known", which is not 0. */
export interface Counts {
  readonly likes: number | null;
  readonly retweets: number | null;
  readonly replies: number | null;
  readonly quotes: number | null;
}

/** Another tweet that this one points to, as far as the export names it. */
export interface RawReference {
  /** Twitter: digits, however spoilt, or a permalink. Elsewhere: the uri of that post. */
  readonly id?: string | null;
  readonly author?: string | null;
}

/** For whom a post is that is not for everyone: followers, those it names, or whom a protected account lets in. */
type Audience = 'followers' | 'direct' | 'protected';

/**
 * One post as an importer reads it, before any cleaning. A missing field is one the format does not have.
 * Importers copy; `normalise/` decides what to believe.
 */
export interface RawTweet {
  /** The place in the file, for the report: `line 12`, `element 3`. */
  readonly at: string;
  readonly network?: Network;
  /** Twitter: the id as the file spells it, exact or spoilt (`1.26E+18`). Elsewhere: the post's own stable address (uri). */
  readonly id?: string | null;
  /** The tweet's own address; repairs a spoilt id and names the author. */
  readonly url?: string | null;
  readonly author?: string | null;
  readonly authorName?: string | null;
  readonly authorId?: string | null;
  /** ISO 8601 with a zone, Twitter's `Sun Apr 17 23:59:00 +0000 2016`, or epoch milliseconds. */
  readonly createdAt?: string | number | null;
  readonly text: string | null;
  /** True when the text still holds HTML entities (`&amp;`): they are decoded once. */
  readonly encoded: boolean;
  /** Set for what is not public: it is imported only where the user says so. */
  readonly audience?: Audience | null | undefined;
  /** True when the export holds no text but only that there is such a tweet: kept until another export brings it. */
  readonly stub?: boolean;
  /** True when the export says, or the importer knows, that the text is cut. */
  readonly truncated?: boolean;
  readonly replyTo?: RawReference | null;
  readonly retweetOf?: RawReference | null;
  readonly quoteOf?: RawReference | null;
  readonly conversation?: string | null;
  readonly links?: readonly Partial<Link>[];
  readonly media?: readonly Partial<Media>[];
  readonly hashtags?: readonly string[];
  readonly mentions?: readonly string[];
  readonly counts?: Partial<Counts>;
  readonly lang?: string | null;
  /** The program it was written with; may be an HTML anchor. */
  readonly client?: string | null;
  /** The curator's heading it stands under, such as `Question 3`. */
  readonly section?: string | null;
  /** Tweets that came along inside this one (quoted, retweeted), not exported themselves. */
  readonly context?: readonly RawTweet[];
}

/**
 * A post in the archive's terms. References are keys: for Twitter the status id in digits, for a post
 * without an id `note:…`, for another network `network:…`.
 */
export interface Tweet extends Counts {
  readonly key: string;
  readonly network: Network;
  /** The handle without `@`; null when the export does not say. */
  readonly author: string | null;
  readonly authorName: string | null;
  readonly authorId: string | null;
  /** UTC, milliseconds since 1970. */
  readonly createdAt: number;
  /** Whole and clean: entities decoded, control characters gone; t.co links stand as tweeted. */
  readonly text: string;
  readonly truncated: boolean;
  readonly isRetweet: boolean;
  readonly replyTo: string | null;
  readonly replyToAuthor: string | null;
  readonly retweetOf: string | null;
  readonly retweetOfAuthor: string | null;
  readonly quoteOf: string | null;
  readonly conversation: string | null;
  /** Shared pages only: not the tweet's own media, not other tweets, not hashtag pages. */
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  /** Folded to lower case, without `#`, sorted. */
  readonly hashtags: readonly string[];
  /** Folded to lower case, without `@`, sorted. */
  readonly mentions: readonly string[];
  readonly lang: string | null;
  readonly client: string | null;
  readonly section: string | null;
  /** True when it only came along inside another tweet and was never exported itself. */
  readonly context: boolean;
}

/** What the recognition of sessions sees of a tweet. */
export type ChatTweet = Pick<
  Tweet,
  | 'key'
  | 'author'
  | 'createdAt'
  | 'text'
  | 'isRetweet'
  | 'replyTo'
  | 'replyToAuthor'
  | 'retweetOf'
  | 'quoteOf'
  | 'links'
  | 'media'
  | 'section'
>;

export type Kind = 'original' | 'reply' | 'quote' | 'retweet';

/** What a tweet is, from what it points to; a retweet of a reply is a retweet. */
export function kindOf(tweet: Pick<Tweet, 'isRetweet' | 'replyTo' | 'replyToAuthor' | 'quoteOf'>): Kind {
  if (tweet.isRetweet) return 'retweet';
  if (tweet.replyTo !== null || tweet.replyToAuthor !== null) return 'reply';
  return tweet.quoteOf === null ? 'original' : 'quote';
}

/** The public address of a tweet, or null for a post that never had one we know. */
export function tweetUrl(tweet: Pick<Tweet, 'key' | 'network' | 'author'>): string | null {
  if (tweet.author !== null && isAlias(tweet.author)) return null;
  if (tweet.network === 'mastodon') return /^mastodon:(https?:\/\/.+)$/.exec(tweet.key)?.[1] ?? null;
  if (tweet.network === 'bluesky') return blueskyUrl(tweet.key, tweet.author);
  if (!/^\d+$/.test(tweet.key)) return null;
  return `https://twitter.com/${tweet.author ?? 'i/web'}/status/${tweet.key}`;
}

// Whether a handle only stands for somebody who is hidden.
function isAlias(handle: string): boolean {
  return /^person_[0-9a-f]{6,}$/.test(handle);
}

// at://did/app.bsky.feed.post/key
function blueskyUrl(key: string, author: string | null): string | null {
  const [, did, post] = /^bluesky:at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(key) ?? [];
  return post === undefined ? null : `https://bsky.app/profile/${author ?? did}/post/${post}`;
}
