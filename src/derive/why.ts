/** Why a tweet was recognised as it was: the rule that spoke, in words. */
import type { AttributedBy, Role } from '../chat.ts';
import { crossPost } from '../rules/cross-post.ts';
import { handover } from '../rules/handover.ts';
import { labelTalk } from '../rules/label-talk.ts';
import { namedModerators } from '../rules/named-moderators.ts';
import type { ChatTweet } from '../tweet.ts';
import type { Attribution } from './answers.ts';
import type { Guess } from './clock.ts';
import { readTweets, type Reading } from './reading.ts';

/** What was recognised of a tweet. */
export interface Recognised {
  readonly role: Role | null;
  readonly question: number | null;
  readonly attributedBy: AttributedBy | null;
  /** True when its author moderated the session. */
  readonly leads: boolean;
  /** How probable its question is the right one, 0 to 1. */
  readonly certainty: number | null;
  /** What spoke for its question. */
  readonly evidence: Pick<Attribution, 'guess' | 'against'> | null;
}

/** The reasons for the role and for the question of a tweet, a sentence each, without full stops. */
export function whyOf(
  tweet: ChatTweet,
  { role, question, attributedBy, leads, certainty, evidence }: Recognised,
): { role: string; question: string } {
  const [reading] = readTweets([tweet]);
  if (reading === undefined) return { role: 'nothing is known of it', question: 'it is tied to none' };
  const by = leads ? 'its author moderated the session' : 'its author took part in the session';
  return {
    role: attributedBy === 'user' ? 'you said so' : `${roleReason(role, reading, question)}; ${by}`,
    question:
      question === null
        ? 'no label, no parent and no clock ties it to a question'
        : `${questionReason(question, reading, { role, attributedBy, evidence })}${sureness(certainty, attributedBy)}`,
  };
}

function roleReason(role: Role | null, reading: Reading, question: number | null): string {
  const label = reading.label === null ? '' : ` (its label: ${labelWords(reading.label)})`;
  switch (role) {
    case 'question':
      return reading.label === null ? 'it asks, at a place where a question was due' : `it asks a question first${label}`;
    case 'answer':
      return reading.label === null ? 'it says something to a question' : `it is labelled as an answer${label}`;
    case 'teaser':
      return 'it announces a question ("coming up") without asking it';
    case 'topic':
      return 'it states what the session is about';
    case 'welcome':
      return 'it welcomes people to the chat';
    case 'wrap':
      return 'it closes the session';
    case 'admin':
      return organising(reading, question);
    case 'talk':
      return talking(reading);
    case null:
      return 'it is in no session';
  }
}

function organising({ format, introduces, pointer, next, archives, invites, tweet }: Reading, question: number | null): string {
  if (format) return 'it explains how answers are labelled';
  if (introduces === 'call') return 'it asks people to introduce themselves';
  if (pointer !== null) return `it points again to Q${pointer.number}`;
  if (question !== null) return `it says Q${question} again in the same words`;
  if (namedModerators(tweet.text) !== null) return 'it names the moderators';
  if (handover(tweet.text) !== null) return 'it sends people on to another hashtag';
  if (next !== null) return 'it says what the next session is about';
  if (archives) return 'it says where the archive of the chat is';
  return invites ? 'it invites people to the chat' : 'it organises the session';
}

function talking({ isRelay, introduces, seeks, tweet }: Reading): string {
  if (isRelay) return 'it passes on what somebody else said';
  if (introduces !== null) return 'its author introduces themselves';
  if (seeks) return 'it asks which question is on';
  if (crossPost(tweet.text) !== null) return 'it was sent to many hashtags at once';
  if (labelTalk(tweet.text) !== null) return 'it speaks about a question, not to it';
  return 'it is none of question, answer, welcome, topic, wrap-up or announcement';
}

function labelWords({ kind, number }: NonNullable<Reading['label']>): string {
  return `${kind === 'question' ? 'Q' : 'A'}${number}`;
}

// What a person said needs no number.
function sureness(certainty: number | null, attributedBy: AttributedBy | null): string {
  return certainty === null || attributedBy === 'user' ? '' : `; ${Math.round(certainty * 100)} % sure`;
}

const MINUTE = 60_000;
/** Log odds smaller than this say nothing to speak of. */
const SLIGHT = 0.2;

function clockReason(question: number, guess: Guess | null): string {
  if (guess === null) return `the clock and its words: Q${question} fits best of the questions asked before it`;
  const { number, other, evidence, lag } = guess;
  if (other === null) return `Q${number} was the only question asked before it`;
  const newest = evidence.clock + evidence.others + evidence.words + evidence.own > 0 ? number : other;
  const minutes = Math.floor(lag / MINUTE);
  const ago = minutes === 0 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const told = [
    ['what people around it answer', evidence.others],
    ['its words', evidence.words],
    ['what its author answers before and after', evidence.own],
  ] as const;
  const older = newest === number ? other : number;
  const parts = told.flatMap(([what, odds]) => (Math.abs(odds) < SLIGHT ? [] : [`${what} for Q${odds > 0 ? newest : older}`]));
  const clock = `Q${newest} had been asked ${ago} before, which speaks for Q${evidence.clock > 0 ? newest : older}`;
  return [clock, ...parts].join('; ') + `; so Q${number}, else Q${other}`;
}

type Told = Pick<Recognised, 'role' | 'attributedBy' | 'evidence'>;

function questionReason(question: number, { label }: Reading, { role, attributedBy, evidence }: Told): string {
  if (role === 'question' && attributedBy === 'clock') return `nobody said its number: Q${question} was due`;
  switch (attributedBy) {
    case 'label':
      return label === null
        ? `its author said so right after, or a curator put it under question ${question}`
        : `it carries the label ${labelWords(label)}${evidence?.against === undefined ? '' : `, though it speaks to a tweet of Q${evidence.against}`}`;
    case 'reply':
      return `it replies to a tweet that belongs to Q${question}`;
    case 'quote':
      return `it quotes a tweet that belongs to Q${question}`;
    case 'retweet':
      return `it passes on a tweet that belongs to Q${question}`;
    case 'clock':
      return clockReason(question, evidence?.guess ?? null);
    case 'user':
      return 'you said so';
    case null:
      return `it belongs to Q${question}`;
  }
}
