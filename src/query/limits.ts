/** How long and how deep a search may be: far beyond what anyone types, and within what SQLite takes. */
import { UserError } from '../errors.ts';

const MOST_LEAVES = 200;
const LONGEST = 5000;
const DEEPEST = 12;

/** What is said to an empty search. */
export const NOTHING =
  "nothing to search for. Did your shell eat a #? It takes #iaedchat for a comment: write tag:iaedchat, or quote it: '#iaedchat'";

/** Throws a UserError for a text that is too long. */
export function checkLength(text: string): void {
  if (text.length > LONGEST) throw new UserError(`the search is longer than ${LONGEST} characters: search for the few words that matter`);
}

/** Throws a UserError for too many conditions. */
export function checkLeaves(leaves: number): void {
  if (leaves > MOST_LEAVES) throw new UserError(`the search has more than ${MOST_LEAVES} words: search for the few that matter`);
}

/** Throws a UserError for too many brackets within brackets; a saved search is one, too. */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw new UserError(`the search has more than ${DEEPEST} brackets inside one another: take some away`);
}
