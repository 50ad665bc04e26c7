/** How many columns a text takes, told without the tables of Unicode where its characters are simple ones, as nearly all are. */
import stringWidth, { type Options } from 'string-width';

const VARIANT = 0xfe0f;
// The commonest emoji, all of two columns; what Unicode says of the others takes a while to make ready.
const COMMON = [
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3f8, 0x1f43e],
  [0x1f442, 0x1f4fc],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f947, 0x1f9ff],
] as const;

/** The columns of a text: what string-width says, which takes a third of a start to make ready. */
export function textWidth(text: string, options?: Options): number {
  let columns = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (isNarrow(code) && !isVaried(text, at + size)) {
      columns += 1;
      at += size;
      continue;
    }
    const length = emojiAt(text, at, size);
    if (length === 0) return stringWidth(text, options);
    columns += 2;
    at += length;
  }
  return columns;
}

// Characters of one column that join no other: printable Latin, Cyrillic, dashes, quotes, currencies, arrows, operators, blocks.
function isNarrow(code: number): boolean {
  if (code < 0x300) return code >= 0x20 && (code < 0x7f || code >= 0xa0) && code !== 0xad;
  return (
    (code >= 0x400 && code < 0x482) ||
    (code >= 0x2010 && code < 0x2028) ||
    (code >= 0x2030 && code < 0x205f) ||
    (code >= 0x20a0 && code < 0x20c0) ||
    (code >= 0x2190 && code < 0x2300) ||
    (code >= 0x2500 && code < 0x25a0)
  );
}

// Whether something follows that makes an emoji of it: the sign that asks for one, or a colour of skin.
function isVaried(text: string, next: number): boolean {
  const unit = text.charCodeAt(next);
  return unit === VARIANT || (unit === 0xd83c && isModifier(text.codePointAt(next) ?? 0));
}

// The length of an emoji of two columns that stands alone, in another colour of skin, or in its coloured form; 0 for anything else.
function emojiAt(text: string, at: number, size: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (!(code >= 0x2190 && code < 0x2800) && !(code >= 0x1f300 && code < 0x1fa00)) return 0;
  const emoji = text.slice(at, at + size);
  if (text.charCodeAt(at + size) === VARIANT) return /^\p{Emoji}$/u.test(emoji) ? size + 1 : 0;
  if (isModifier(code)) return 0;
  if (isVaried(text, at + size)) return /^\p{Emoji_Modifier_Base}$/u.test(emoji) ? size + 2 : 0;
  return isCommon(code) || /^\p{Emoji_Presentation}$/u.test(emoji) ? size : 0;
}

function isModifier(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff;
}

function isCommon(code: number): boolean {
  return COMMON.some(([first, last]) => code >= first && code <= last);
}
