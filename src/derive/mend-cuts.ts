/** A person's word on when sessions were held: split, joined, moved, none. */
import type { Correction } from '../chat.ts';
import type { ChatTweet } from '../tweet.ts';
import { sessionMeant } from './session-meant.ts';
import { nameSessions, type SessionCut } from './sessions.ts';

const AROUND = 15 * 60_000;

type Cut = Omit<SessionCut, 'session'>;

/** The sessions of a chat week as corrected, in time order, named anew. `tweets` are all of the week. */
export function mendCuts(cuts: readonly SessionCut[], tweets: readonly ChatTweet[], corrections: readonly Correction[]): SessionCut[] {
  return corrections.reduce((now, correction) => nameSessions(mended(now, tweets, correction)), nameSessions(cuts));
}

function mended(cuts: readonly SessionCut[], tweets: readonly ChatTweet[], correction: Correction): readonly Cut[] {
  if (!('session' in correction)) return cuts;
  const own = sessionMeant(cuts, correction.session, correction.anchor);
  if (own === undefined) return cuts;
  const others = cuts.filter((cut) => cut !== own);
  switch (correction.kind) {
    case 'drop':
      return others;
    case 'split':
      return [...others, ...halves(own, correction.at)];
    case 'join': {
      const other = sessionMeant(others, correction.other, correction.otherAnchor);
      return other === undefined ? cuts : [...others.filter((cut) => cut !== other), joined(own, other)];
    }
    case 'move':
      return [...others, moved(own, others, tweets, correction)];
    case 'topic':
    case 'question':
      return cuts;
  }
}

function halves(cut: SessionCut, at: number): Cut[] {
  const [before, after] = [cut.tweets.filter(({ createdAt }) => createdAt < at), cut.tweets.filter(({ createdAt }) => createdAt >= at)];
  if (before.length === 0 || after.length === 0) return [cut];
  return [
    { ...cut, endsAt: Math.min(cut.endsAt, at), tweets: before },
    { ...cut, startsAt: at, endsAt: Math.max(cut.endsAt, at), tweets: after },
  ];
}

function joined(a: SessionCut, b: SessionCut): Cut {
  const [first, second] = a.startsAt <= b.startsAt ? [a, b] : [b, a];
  const tweets = [...first.tweets, ...second.tweets].toSorted((one, other) => one.createdAt - other.createdAt);
  return { ...first, endsAt: Math.max(first.endsAt, second.endsAt), tweets };
}

function moved(
  cut: SessionCut,
  others: readonly SessionCut[],
  tweets: readonly ChatTweet[],
  to: { startsAt: number; endsAt: number },
): Cut {
  const taken = new Set(others.flatMap((other) => other.tweets));
  const inside = ({ createdAt }: ChatTweet) => createdAt >= to.startsAt - AROUND && createdAt < to.endsAt + AROUND;
  return { ...cut, startsAt: to.startsAt, endsAt: to.endsAt, tweets: tweets.filter((tweet) => inside(tweet) && !taken.has(tweet)) };
}
