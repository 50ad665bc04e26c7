/** What a search means, before anyone asks where the tweets are. Dates are civil dates of the chat; no instants here. */
import type { DateRange } from '../calendar.ts';

/** A search as it was read. */
export interface Query {
  /** As it was typed, or joined from the arguments. */
  readonly text: string;
  readonly root: QueryNode;
  /** True when OR stands beside words without OR, and no bracket says what belongs together. */
  readonly mixed: boolean;
}

/**
 * What a tweet is, as `is:` asks. A reply that quotes is both a reply and a quote. `new`: by a person whose first session of the
 * chat this is; `moderator`: by somebody who moderated the session it belongs to.
 */
export type TweetIs = 'reply' | 'retweet' | 'quote' | 'original' | 'question' | 'answer' | 'new' | 'moderator';

/** What people did with a tweet, as far as an export says. */
export type Counted = 'likes' | 'retweets' | 'replies' | 'quotes';

/** How the user put a range of dates. */
type DatesSaid = 'week' | 'since' | 'until' | 'on' | 'newer' | 'older' | 'season';

export type QueryNode =
  | { readonly kind: 'and'; readonly parts: readonly QueryNode[] }
  /** `also`: the first part is what was typed, the others are spellings added to it. */
  | { readonly kind: 'or'; readonly parts: readonly QueryNode[]; readonly also?: true }
  | { readonly kind: 'not'; readonly part: QueryNode }
  /** A saved search: it means what `part` means. */
  | { readonly kind: 'saved'; readonly name: string; readonly part: QueryNode }
  | Leaf;

/** One condition on one tweet. */
export type Leaf =
  /** `stem`: in any inflection; `exact`: just so; `prefix`: words that begin so. Punctuation inside makes it a phrase. */
  | { readonly kind: 'word'; readonly text: string; readonly form: 'stem' | 'exact' | 'prefix' }
  /** These words in this order, uninflected. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** Signs that are no words, such as an emoji: found where they stand in the text. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'from' | 'to' | 'mention'; readonly who: string }
  /** Tweets of sessions this person moderated. */
  | { readonly kind: 'mod'; readonly who: string }
  /** Folded, without `#`. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** `said` is how the user put it, for explaining it back. */
  | { readonly kind: 'dates'; readonly range: DateRange; readonly said: DatesSaid }
  /** A session by its name, or `latest`. */
  | { readonly kind: 'session'; readonly session: string }
  /** Every session that starts within these dates. */
  | { readonly kind: 'sessions'; readonly range: DateRange }
  | { readonly kind: 'has'; readonly what: 'link' | 'media' }
  | { readonly kind: 'is'; readonly what: TweetIs }
  /** At least so many. A tweet whose count nobody told is not among them. */
  | { readonly kind: 'least'; readonly of: Counted; readonly count: number }
  /** The whole thread of one tweet, by its key. */
  | { readonly kind: 'thread'; readonly id: string }
  /** The whole threads of all tweets that `part` finds. */
  | { readonly kind: 'threadOf'; readonly part: QueryNode }
  /** A part of a shared address, or a whole one. */
  | { readonly kind: 'url'; readonly text: string }
  /** A host: its subdomains count. */
  | { readonly kind: 'site'; readonly host: string }
  /** Tweets that ask, or answer, the questions `first` to `last`. */
  | { readonly kind: 'numbered'; readonly role: 'question' | 'answer'; readonly first: number; readonly last: number }
  /** Tweets of sessions whose topic has all these words. */
  | { readonly kind: 'topic'; readonly words: string };

/** The leaves that count for a hit: those not under a NOT. What `thread:{…}` asks need not be true of the hit itself. */
export function wantedLeaves(node: QueryNode): Leaf[] {
  if (node.kind === 'not') return [];
  if (node.kind === 'saved') return wantedLeaves(node.part);
  if (node.kind === 'and' || node.kind === 'or') return node.parts.flatMap(wantedLeaves);
  return [node];
}
