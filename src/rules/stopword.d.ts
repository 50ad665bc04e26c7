// The package comes without types.
declare module 'stopword' {
  export const eng: readonly string[];
}
