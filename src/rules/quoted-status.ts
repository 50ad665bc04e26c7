const STATUS = /(?:twitter|x)\.com\/(?:#!\/)?\w+\/status(?:es)?\/(\d{15,19})(?=\D|$)/gi;

/** The id of the tweet whose address stands last in a text, or null. Transcripts often cut the address behind the id. */
export function quotedStatus(text: string): string | null {
  return text.includes('/status') ? (Array.from(text.matchAll(STATUS)).at(-1)?.[1] ?? null) : null;
}
