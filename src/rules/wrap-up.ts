import { foldText } from './fold.ts';

const WRAP =
  /\bthat'?s a wrap\b|\b(?:thanks|thank you|thx|ty)\b.{0,40}\bfor (?:joining|a great|the (?:great|excellent|amazing|awesome|fantastic|wonderful)|participating|being (?:here|part)|another|coming|chatting|sharing)|\bthanks all for\b|\b(?:our|the) (?:time|hour) is (?:up|over|done)\b|\bgood ?night,? (?:all|everyone|everybody|#)|\bsee you (?:all )?(?:next|in two|again)\b|\bgreat (?:chat|discussion) (?:tonight|everyone|all)\b/;

/** Somebody closes the session or takes leave of it. */
export function wrapUp(text: string): true | null {
  const plain = foldText(text);
  return WRAP.test(plain) && !/^\s*@/.test(plain) ? true : null;
}
