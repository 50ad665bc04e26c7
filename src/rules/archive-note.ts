import { foldText } from './fold.ts';

const NOTE =
  /\barchived?\b.{0,60}\b(?:wiki|blog|site|storify|participate|link|tomorrow|shortly|soon|later|tonight|asap|up|posted|available|here)\b|\b(?:will|'ll|going to)\b.{0,25}\b(?:storify|archive)|\b(?:storify|archive|transcript)\b.{0,40}\b(?:is|will be|up|available|posted|link|here|of tonight)|#\w+ (?:archive|storify|transcript)\b/;

/** Where the transcript of the chat is or will be. */
export function archiveNote(text: string): true | null {
  return NOTE.test(foldText(text)) ? true : null;
}
