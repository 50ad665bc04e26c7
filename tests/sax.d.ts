declare module 'sax' {
  interface Parser {
    write(text: string): Parser;
    close(): Parser;
  }
  /** A parser that, when strict, refuses what is no well-formed XML. */
  export function parser(strict: boolean): Parser;
}
