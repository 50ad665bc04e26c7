/** What both the search for sessions and the reading of their tweets see in a tweet, seen once. */
import { formatRule } from '../rules/format-rule.ts';
import { promotion } from '../rules/promotion.ts';
import { questionLabel, type Label } from '../rules/question-label.ts';
import { welcome } from '../rules/welcome.ts';
import type { ChatTweet } from '../tweet.ts';

/** What the rules say of the whole text of a tweet. */
export interface FirstLook {
  readonly label: Label | null;
  readonly format: boolean;
  readonly welcome: boolean;
  readonly invites: boolean;
}

const seen = new WeakMap<ChatTweet, FirstLook>();

/** The first look at a tweet; the same tweet is looked at once. */
export function firstLook(tweet: ChatTweet): FirstLook {
  const known = seen.get(tweet);
  if (known !== undefined) return known;
  const { text } = tweet;
  const look = {
    label: questionLabel(text),
    format: formatRule(text) !== null,
    welcome: welcome(text) !== null,
    invites: promotion(text) !== null,
  };
  seen.set(tweet, look);
  return look;
}
