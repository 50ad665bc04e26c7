/**
 * One line a tweet, for other programs: `edchat export tweets --format jsonl`. The keys and their order are a contract.
 *
 *     {"id","url","network","author","authorName","createdAt","text","kind","replyTo","retweetOf","session","role",
 *      "question","attributedBy","certainty","thread","links":[{"url","title"}]}; of a tweet that the user marked also "starred","note","tags"
 */
import type { Network } from '../tweet.ts';
import type { LinkView, LinkWeek, SessionView, TweetView } from '../views.ts';
import { isoTime, safeJson } from './json-text.ts';
import { linkPairs, linkValue, marksValue, rounded, sessionValue } from './json-values.ts';

/** A tweet with all that an export says of it. */
export interface ExportedTweet extends TweetView {
  readonly network: Network;
  /** Keys of other tweets, whether the archive holds them or not. */
  readonly replyTo: string | null;
  readonly retweetOf: string | null;
  /** The key of its thread, a tweet's own where it stands alone; null when nobody looked. */
  readonly thread: string | null;
}

/** A tweet as one line of JSON, with its line end. */
export function tweetLine(tweet: ExportedTweet): string {
  const {
    key,
    url,
    network,
    author,
    authorName,
    createdAt,
    text,
    kind,
    replyTo,
    retweetOf,
    session,
    role,
    question,
    attributedBy,
    certainty,
    thread,
  } = tweet;
  const links = linkPairs(tweet);
  const line = {
    id: key,
    url,
    network,
    author,
    authorName,
    createdAt: isoTime(createdAt),
    text,
    kind,
    replyTo,
    retweetOf,
    session,
    role,
    question,
    attributedBy,
    certainty: rounded(certainty),
    thread,
    links,
    ...(tweet.marks === undefined ? {} : marksValue(tweet)),
  };
  return `${safeJson(line)}\n`;
}

/** A link of a week as one line of JSON: `week`, `session` and `topic` (its text), then the keys of `links --json`. */
export function linkLine(link: LinkView, { week, session, topic }: Pick<LinkWeek, 'week' | 'session' | 'topic'>): string {
  return `${safeJson({ week, session, topic: topic?.text ?? null, ...linkValue(link) })}\n`;
}

/** A session in full as one line of JSON: `chat`, then the keys of `week --json`. */
export function sessionLine(session: SessionView): string {
  return `${safeJson({ chat: session.chat.name, ...sessionValue(session) })}\n`;
}
