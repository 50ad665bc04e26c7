/** What of a Twitter account archive is opened: it holds private messages and contacts beside the tweets. */

/** Whether a folder is the `data` folder of a Twitter account archive, which holds private messages beside the tweets. */
export function holdsAccountArchive(folder: string, names: readonly string[]): boolean {
  return folder === 'data' && names.includes('account.js');
}

/** The only parts of an account archive that edchat ever opens. */
export function isPublicPart(name: string): boolean {
  return /^(?:tweets?|note-tweet|community-tweet)(?:-part\d+)?\.js$/.test(name);
}
