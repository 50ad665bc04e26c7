declare module 'bibtex-parse' {
  /** The entries of a BibTeX file: their fields in capitals, with `key` and `type`. */
  export function entries(text: string): readonly Readonly<Record<string, string>>[];
}
