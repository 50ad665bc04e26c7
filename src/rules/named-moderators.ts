import { straighten } from './fold.ts';

const NAMED = /\b(?:co-?)?(?:moderat|host|mods?\b)/i;
const NAMES =
  /\b(?:guest|tonight'?s|our|co-?)\s*-?(?:\w+\s)?(?:moderators?|hosts?|mods?)\b|\b(?:co-?)?(?:moderating|hosting)\b.{0,20}\bwith\b|\b(?:moderators?|hosts?) (?:tonight|today|this (?:week|evening))\b|\bas (?:(?:our|the|a|guest|tonight's|today's) )*(?:co-?)?(?:moderator|host|mod)s?\b|\bwith us\b.{0,30}\bto (?:co-?)?(?:moderate|host)\b|\bwelcome (?:our |my )?(?:guest |co-?)?(?:moderator|host)s?\b/i;
const HANDLE = /(?<!\w)@(\w{1,20})/g;

/** The handles, folded, that "Please welcome our guest moderators @a and @b" names; null for a text that names none. */
export function namedModerators(text: string): readonly string[] | null {
  if (!NAMED.test(text) || !NAMES.test(text)) return null;
  const handles = Array.from(text.matchAll(HANDLE), (match) => (match[1] ?? '').toLowerCase());
  return handles.length === 0 ? null : handles;
}

const WITH = /\b(?:co-?)?(?:moderating|hosting)\b.{0,20}\bwith\b/i;
const SELF =
  /\byour (?:co-?|guest )?(?:moderator|host)s?\b|\bi(?:'?m| am)\b.{0,80}\b(?:co-?)?(?:mod|moderator|host) of #\w|\bi(?:'?m| am|'?ll be| will be) (?:co-?|guest )?(?:moderating|hosting) (?:tonight|today|#\w)/i;

/** Who says "co-moderating with @a" or "I'm your host tonight" moderates as well; null for any other text. */
export function declaresModerator(text: string): true | null {
  return NAMED.test(text) && (WITH.test(text) || SELF.test(straighten(text))) ? true : null;
}
