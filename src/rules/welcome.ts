import { foldText } from './fold.ts';

const OPENING =
  /\bwelcome (?:back )?(?:everyone |everybody |all |friends |educators )*(?:in )?to\b.{0,60}#\w|\bwelcome (?:everyone|everybody|all)\b.{0,40}#\w|\bwelcome to (?:tonight|today|this (?:week|morning|evening))|#\w+ (?:is )?(?:starts?|starting|begins?|beginning) (?:right )?now\b|\bit'?s time for #\w+/;

/** "Welcome to #chat!" said to everybody; a welcome to one newcomer starts with a handle and is none. */
export function welcome(text: string): true | null {
  const plain = foldText(text).trim();
  if (/^[.\s]*@/.test(plain) || /^(?:rt|mt) @/.test(plain)) return null;
  if (/\bwelcome to #\w+\s*,?\s*@\w/.test(plain) && !/\b(?:moderat|host|guest|tonight)/.test(plain)) return null;
  return OPENING.test(plain) && !/\bjust welcomed\b/.test(plain) ? true : null;
}
