import { foldText } from './fold.ts';

const INVITES =
  /\bjoin (?:us|me|in|@\w+)\b|\bdon'?t (?:miss|forget)\b|\bsee you (?:at|there|in|tonight|for)\b|\bhop(?:e|ing) to see\b|\bcome (?:chat|join)/;
const WHEN =
  /\b(?:in|less than|about|only) (?:\d+|an?|one|five|ten|fifteen|twenty|thirty|half an) (?:more )?(?:min(?:ute)?s?|hours?|hrs?)\b|\b(?:starts?|begins?|starting|beginning|kicks? off)\b|\bat \d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?|[ecmp][sd]?t\b|et\b|ct\b)|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\b(?:tonight|tomorrow|today|this evening)\b|\b\d+ (?:min(?:ute)?s?|hours?) (?:until|till|til|to|before)\b|\babout to begin\b/;
const COUNTDOWN =
  /\b\d+ (?:min(?:ute)?s?|hours?) (?:until|till|til|to go|away|before)\b|#\w+ (?:starts?|begins?) in\b|\b(?:starts?|begins?|starting|beginning) in (?:\d+|an?|one|five|ten|fifteen|twenty|thirty|half)\b|#\w+ (?:is )?about to (?:begin|start)\b/;

/** What every countdown has: most tweets have none of it. */
const MAY_COUNT = /start|begin|min|hour|hr/;

/** An invitation to a meeting of the chat that is still to come (`#chat starts in 10 minutes`). */
export function promotion(text: string): true | null {
  const plain = foldText(text);
  if (!plain.includes('#') || /^[.\s]*@/.test(plain)) return null;
  return (MAY_COUNT.test(plain) && COUNTDOWN.test(plain)) || (INVITES.test(plain) && WHEN.test(plain)) ? true : null;
}
