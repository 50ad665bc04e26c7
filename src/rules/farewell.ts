import { foldText } from './fold.ts';

const WORDS =
  /\b(?:thank(?:s|ful)?|thx|ty|good ?night|g'?night|night all|nighty?|see (?:you|ya)|bye|cheers|farewell|next (?:week|time|chat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)|tonight|(?:great|awesome|amazing|fun|good|fast|quick|wonderful|excellent) (?:chat|hour|night|evening|discussion|conversation)|(?:went|flew|goes|flies) (?:by|so|too|fast))\b/;

/** Words of leave: they tell a farewell once a session was closed, and nothing before; null without any. */
export function farewell(text: string): true | null {
  return WORDS.test(foldText(text)) ? true : null;
}
