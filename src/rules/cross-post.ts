/** From this many hashtags on a tweet is meant for passers-by. */
const MANY = 5;

/** Sent to five hashtags at once; null for anything else. */
export function crossPost(text: string): true | null {
  const tags = text.match(/(?<![\p{L}\p{N}_/])[#＃][\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return new Set(tags.map((tag) => tag.toLowerCase())).size >= MANY ? true : null;
}
