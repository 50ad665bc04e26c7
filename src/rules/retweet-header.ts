import { straighten } from './fold.ts';

/** A tweet passed on by hand or by an export: who wrote it, and what the sender said first. */
export interface RetweetHeader {
  /** What stands before the header; empty for a plain retweet. */
  readonly comment: string;
  readonly author: string;
  readonly body: string;
}

const HEADER = /^(?<comment>.*?)(?:\b[RM]T:?\s+"?@|"@)(?<author>\w{1,20})(?:\s*:|\s)\s*(?<body>.*)$/s;
// "So true! @user: A4 …": a handle with a colon counts when a label follows it.
const LABELLED = /^(?<comment>.+?[^\w\s@#]\s*)@(?<author>\w{1,20}):\s*(?<body>[AQ]\s?\d.*)$/s;

/** The header of a retweet or quoted text (`RT @user: …`, `Yes! "@user: …"`), or null for somebody's own words. */
export function retweetHeader(text: string): RetweetHeader | null {
  const plain = straighten(text);
  const groups = (HEADER.exec(plain) ?? LABELLED.exec(plain))?.groups;
  if (groups === undefined) return null;
  return { comment: (groups['comment'] ?? '').trim(), author: groups['author'] ?? '', body: (groups['body'] ?? '').trim() };
}
