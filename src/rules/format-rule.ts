import { foldText } from './fold.ts';

const FORMAT =
  /\bq\s?\d?\s?[/&,-]?\s?(?:and )?a\s?\d?\b.{0,15}\bformat|\bformat\b.{0,25}\bq\s?1|\b(?:respond|answer|reply|label|start|begin|preface|tag)\b.{0,60}(?:\bwith\b|\busing\b|\bby\b).{0,25}(?:["'(]?\ba["')]?(?:\s*(?:&|and|\+|plus)\s*(?:the\s+)?(?:question\s+)?(?:number|#)|\d\b|#))|\bq1,? q2,? (?:and )?q3\b|\bquestions? with (?:a )?["'(]?q|\b(?:use|add|put|include|write) (?:the |an? |label )*["'(]?a1\b|\ba1\W+a2\W+(?:and so on|etc|a3)|\bq1\b.{0,40}\ba1\b.{0,40}\b(?:format|etc)/;

/** What every such rule has: most tweets have none of it. */
const MAY_RULE = /format|q1|a1|with|using|by\b|use /;

/** How to answer ("We use Q1/A1"): a rule of the house, never a question. */
export function formatRule(text: string): true | null {
  const plain = foldText(text);
  return MAY_RULE.test(plain) && FORMAT.test(plain) ? true : null;
}
