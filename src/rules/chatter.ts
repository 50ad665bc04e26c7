import { foldText, spoken } from './fold.ts';

const PLEASANTRY =
  /^(?:(?:so |very |totally |completely |couldn'?t )?(?:true|agreed?|agree more|exactly|amen|absolutely|yes|yep|yeah|love (?:it|this|that)|nice|cool|awesome|great (?:idea|point|chat|question|thought|discussion|stuff)\w*|good (?:point|idea|question|one)|well said|me too|same here|ditto|haha+|lol|thanks?|thank you|thx|ty|welcome|hi|hello|hey|good (?:evening|morning|night)|goodnight|bye|see you|congrats|wow|ha|sorry|oops))\b/;
const LOGISTICS =
  /\b(?:what(?:'?s| is| was)|which|miss(?:ed)?|repost|re-?tweet|where(?:'?s| is)|see|on)\b.{0,20}\b(?:q|question)\s?#?\d|\bare we on\b|\bforgot (?:the|my) (?:hash)?tag\b|\bmissed (?:#|the chat|tonight)/;

/** Talk that answers nothing: thanks, greetings, applause, "what was Q3?". */
export function chatter(text: string): true | null {
  const folded = foldText(text);
  const plain = spoken(folded);
  if (plain.length < 12 || LOGISTICS.test(folded)) return true;
  return PLEASANTRY.test(plain) && plain.length < 60 ? true : null;
}
