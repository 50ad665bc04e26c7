// `https…`, `https://t…` to `https://t.co/`, at the end of a word or before `…`, and `https://t.co/abc…`.
const CUT = /(?<![\w/.])https?(?::\/{0,2})?…|https?:\/\/t(?:\.(?:co?)?)?\/?(?:…|(?=\s|$))|https?:\/\/t\.co\/\w+…/gi;

/**
 * The stubs in a text of addresses that an export cut short, as they stand there: where they led is lost. Only t.co ones;
 * before any other, `…` is put by exports that show addresses in short.
 */
export function cutLinks(text: string): readonly string[] {
  return text.includes('http') ? (text.match(CUT) ?? []) : [];
}
