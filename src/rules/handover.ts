import { foldText } from './fold.ts';

const ON =
  /\b(?:continue|keep|carry on|move|take|bring)\b.{0,40}\b(?:conversation|discussion|chat|chatting|learning|going|talking|over)\b.{0,30}#\w|\b(?:head|hop|jump|go|switch) (?:on )?over to #\w|\b(?:up|coming) next\b.{0,20}#\w|\bstick around for #\w/;

/** "Continue the conversation NOW at #otherchat": people are sent on when the hour is over; else null. */
export function handover(text: string): true | null {
  const plain = foldText(text);
  return plain.includes('#') && ON.test(plain) ? true : null;
}
