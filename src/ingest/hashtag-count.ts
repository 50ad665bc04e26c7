import { ownText } from '../normalise/own-text.ts';
import type { Stored } from '../store/tweets.ts';

const ENOUGH = 10;

/** Counts the hashtags of what comes in, to notice a chat that nobody told edchat about. */
export class HashtagCount {
  readonly #counts = new Map<string, number>();
  #tweets = 0;

  note({ outcome, tweet }: Stored): void {
    if (outcome !== 'added') return;
    this.#tweets += 1;
    for (const tag of tweet.hashtags) {
      const count = this.#counts.get(tag);
      this.#counts.set(count === undefined ? ownText(tag) : tag, (count ?? 0) + 1);
    }
  }

  /** The commonest hashtag, when half of the tweets have it and no chat claims it. */
  unclaimed(known: ReadonlySet<string>): string | null {
    const [first] = [...this.#counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return first !== undefined && first[1] * 2 >= this.#tweets && this.#tweets >= ENOUGH && !known.has(first[0]) ? first[0] : null;
  }
}
