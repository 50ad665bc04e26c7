import { questionLabel } from './question-label.ts';

const LABEL =
  /^[^\p{L}\p{N}@#]{0,3}(?:re:?\s*)?(?:question|answer|ans|[qa])\s?[.:#^/-]?\d{1,2}(?:\.\d|[a-e](?![a-z]))?[\s.:;)\]?,/–—-]*(?=\S)/iu;

const END_LABEL = /(?<=\S)\s+A\d{1,2}[a-e]?[.)!]*((?:\s+[#＃]\S+)*)\s*$/u;

/** The words of a tweet without the `A3:` it begins or ends with, letter by letter as they were; all of them when there is none. */
export function withoutAnswerLabel(text: string): string {
  const place = questionLabel(text)?.place;
  return place === 'start' ? text.replace(LABEL, '') : place === 'end' ? text.replace(END_LABEL, '$1') : text;
}
