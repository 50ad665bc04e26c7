/** What pages are called that are not the page: walls, errors, and stubs before a script has run. */

// In small letters, without the dots at their ends.
const WALLS = new Set([
  'just a moment',
  'one moment, please',
  'please wait',
  'attention required',
  'access denied',
  'access to this page has been denied',
  'security check',
  'checking your browser',
  'are you a robot?',
  'robot check',
  'captcha',
  'human verification',
  'javascript is not available',
  'enable javascript',
  'redirecting',
  'loading',
  'login',
  'log in',
  'sign in',
  'sign-in',
  'log in to facebook',
  'log into facebook',
  'log in or sign up to view',
  'google docs: sign-in',
  'google drive: sign-in',
  'page not found',
  'page cannot be found',
  'page no longer exists',
  '404 not found',
  '404 page not found',
  '404 error',
  'error 404',
  '403 forbidden',
  '301 moved permanently',
  '302 found',
  '410 gone',
  '429 too many requests',
  'too many requests',
  '500 internal server error',
  'internal server error',
  '502 bad gateway',
  'bad gateway',
  '503 service temporarily unavailable',
  '503 service unavailable',
  'service unavailable',
  '504 gateway time-out',
  'video unavailable',
  'account suspended',
]);
// Words that are part of good titles as well.
const WALLS_ALONE = new Set([
  '404',
  '403',
  'error',
  'not found',
  'forbidden',
  'untitled',
  'untitled document',
  'document',
  'document moved',
  'object moved',
  'moved permanently',
  'found',
  'facebook',
  'instagram',
  'linkedin',
  'pinterest',
  'twitter',
  'x',
  'youtube', // what is left of " - YouTube"
  'bitly',
]);
// Between a title and the name of its site.
const SEPARATOR = / [|•·–—-] | *[|•] */;

/** Whether a title (on one line) tells nothing of the page that was asked for. */
export function isNoTitle(title: string): boolean {
  const words = bare(title);
  if (words === '' || WALLS_ALONE.has(words) || WALLS.has(words)) return true;
  // The name of the site stands before or behind.
  const parts = title.split(SEPARATOR).map(bare);
  return WALLS.has(parts[0] ?? '') || WALLS.has(parts.at(-1) ?? '');
}

function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s.…!-]+$/, '')
    .replace(/^[\s-]+/, '');
}
