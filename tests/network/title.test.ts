import { describe, expect, test } from 'vitest';
import { titleOf } from '../../src/network/title.ts';

const HTML = 'text/html; charset=utf-8';
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const title = (html: string | Buffer, contentType: string | null = 'text/html') => titleOf(Buffer.from(html), contentType);

describe('the title of a page', () => {
  test.each([
    ['its title', '<title>Rubrics</title>', 'Rubrics'],
    ['og:title before all', '<title>c</title><meta name="twitter:title" content="b"><meta property="og:title" content="a">', 'a'],
    ['twitter:title before its title', '<title>c</title><meta name="twitter:title" content="b">', 'b'],
    ['og:title in the wrong attribute', '<title>c</title><meta name="og:title" content="a">', 'a'],
    ['twitter:title in the other attribute', '<title>c</title><meta property="twitter:title" content="b">', 'b'],
    ['capitals', '<META PROPERTY="OG:Title" CONTENT="a">', 'a'],
    ['an empty og:title passed over', '<meta property="og:title" content=" "><title>c</title>', 'c'],
    ['the first of several', '<title>one</title><title>two</title>', 'one'],
    ['entities', '<title>Tom &amp; Ann&#8217;s &eacute;cole &lt;b&gt;</title>', 'Tom & Ann’s école <b>'],
    ['entities in attributes', '<meta property="og:title" content="Tom &amp; &quot;Ann&quot;">', 'Tom & "Ann"'],
    ['blanks folded', '<title>\n  A\t long\u00a0\u3000title\r\n</title>', 'A long title'],
    ['control characters dropped', '<title>a\u0000b\u001b[31mc\u202ed&#7;e</title>', 'ab[31mcde'],
    ['tags that are words', '<title>How to use <canvas></title>', 'How to use <canvas>'],
    ['of a drawing passed over', '<svg><title>Logo</title></svg><title>Rubrics</title>', 'Rubrics'],
    ['in a comment or a script passed over', '<!-- <title>old</title> --><script>"<title>no</title>"</script><title>new</title>', 'new'],
    ['behind a script of a megabyte', `<script>${'x'.repeat(1_000_000)}</script><title>Late</title>`, 'Late'],
    ['without end', '<title>Rubr', 'Rubr'],
    ['that only stands in the body', '<head></head><body><title>no</title>', null],
    ['none', '<p>words</p>', null],
    ['an empty page', '', null],
    ['emoji of several characters kept', '<title>👩‍🏫 class 🇺🇸</title>', '👩‍🏫 class 🇺🇸'],
  ])('%s', (_name, html, expected) => {
    expect(title(html, HTML)).toBe(expected);
  });

  test('is cut at a word, at 300 characters', () => {
    expect(title(`<title>${'word '.repeat(100)}</title>`)).toBe(`${'word '.repeat(59)}word…`);
    expect(title(`<title>${'x'.repeat(300)}</title>`)).toBe('x'.repeat(300));
    expect(title(`<title>${'x'.repeat(301)}</title>`)).toBe(`${'x'.repeat(299)}…`);
    expect(title(`<title>${'👩'.repeat(301)}</title>`)).toBe(`${'👩'.repeat(299)}…`);
  });

  test.each([
    ['text/html', true],
    ['TEXT/HTML;charset=UTF-8', true],
    ['application/xhtml+xml', true],
    [null, true],
    ['', true],
    ['text/plain', false],
    ['application/pdf', false],
    ['application/json', false],
    ['image/svg+xml', false],
  ])('is read of %s: %s', (contentType, isRead) => {
    expect(title('<title>Rubrics</title>', contentType)).toBe(isRead ? 'Rubrics' : null);
  });
});

describe('the encoding of a page', () => {
  const utf16 = Buffer.from('\ufeff<title>Déjà vu</title>', 'utf16le');
  const russian = latin('<title>\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2</title>');
  const japanese = latin('<title>\u0093\u00fa\u0096\u007b</title>');

  test.each<[string, Buffer, string, string]>([
    ['UTF-8 unsaid', Buffer.from('<title>Déjà vu</title>'), 'text/html', 'Déjà vu'],
    ['UTF-8 by its mark', Buffer.from('\ufeff<title>Déjà vu</title>'), 'text/html; charset=latin1', 'Déjà vu'],
    ['UTF-16 by its mark', utf16, 'text/html; charset=utf-8', 'Déjà vu'],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), 'text/html', 'Déjà vu'],
    ['said by the server', russian, 'text/html; charset=windows-1251', 'Привет'],
    ['said by the server in quotation marks', russian, 'text/html; Charset="CP1251"', 'Привет'],
    [
      'said by the server before the page',
      Buffer.concat([latin('<meta charset=koi8-r>'), russian]),
      'text/html; charset=windows-1251',
      'Привет',
    ],
    ['said by the page', Buffer.concat([latin('<meta charset="windows-1251">'), russian]), 'text/html', 'Привет'],
    [
      'said by the page in the old way',
      Buffer.concat([latin('<META http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'), japanese]),
      'text/html',
      '日本',
    ],
    [
      'said by the page where the server says nonsense',
      Buffer.concat([latin('<meta charset=windows-1251>'), russian]),
      'text/html; charset=none',
      'Привет',
    ],
    ['said by the page where the server is wrong', Buffer.concat([latin('<meta charset=windows-1251>'), russian]), HTML, 'Привет'],
    ['UTF-8 where the server is wrong', Buffer.from('<title>Déjà vu — 日本</title>'), 'text/html; charset=iso-8859-1', 'Déjà vu — 日本'],
    ['UTF-8 where the page is wrong', Buffer.from('<meta charset=iso-8859-1><title>Déjà vu</title>'), 'text/html', 'Déjà vu'],
    ['Japanese in seven bits', latin('<title>\u001b$BF|K\\\u001b(B</title>'), 'text/html; charset=iso-2022-jp', '日本'],
    ['Western, unsaid', latin('<title>D\u00e9j\u00e0 vu \u0097 l\u0092\u00e9cole</title>'), 'text/html', 'Déjà vu — l’école'],
    ['Western where all say UTF-8', latin('<meta charset=utf-8><title>D\u00e9j\u00e0 vu</title>'), HTML, 'Déjà vu'],
    ['Western as said', latin('<title>\u0093Rubrics\u0094</title>'), 'text/html; charset=iso-8859-1', '“Rubrics”'],
    [
      'UTF-8 with one bad byte',
      Buffer.concat([Buffer.from('<title>Déjà vu — l’école '), latin('\u00ff</title>')]),
      HTML,
      'Déjà vu — l’école \ufffd',
    ],
    ['UTF-8 cut in a character', Buffer.from('<title>Déjà vu</title><p>é').subarray(0, -1), 'text/html; charset=latin1', 'Déjà vu'],
  ])('%s', (_name, bytes, contentType, expected) => {
    expect(titleOf(bytes, contentType)).toBe(expected);
  });
});

describe('walls', () => {
  test.each([
    'Just a moment...',
    'Attention Required! | Cloudflare',
    'Access Denied',
    'Login • Instagram',
    'Instagram',
    'Page not found',
    'Page Not Found | Edutopia',
    'School Blog - Page not found',
    '404',
    '404 Not Found',
    'Error 404',
    '403 Forbidden',
    'Log in to Facebook | Facebook',
    'Google Docs: Sign-in',
    'Sign in - Google Accounts',
    ' - YouTube',
    'YouTube',
    'Redirecting…',
    'Loading...',
    'Untitled',
    '…',
  ])('%j is no title', (words) => {
    expect(title(`<title>${words}</title>`)).toBeNull();
  });

  test.each([
    'Error 404: what I learned from a lost lesson',
    'Room 404',
    'Access Denied: girls in computer science',
    'How to sign in with QR codes - Classroom Help',
    'Lost and not found',
    'Just a Moment for Teachers',
    'Using Twitter - A Guide',
    'YouTube - EdTech Channel',
    'Loading the dishwasher | Life Skills',
  ])('%j is a title', (words) => {
    expect(title(`<title>${words}</title>`)).toBe(words);
  });

  test('a wall in one place hides no title in another', () => {
    expect(title('<meta property="og:title" content="Instagram"><title>Ann on Instagram</title>')).toBe('Ann on Instagram');
  });
});

test.each([
  ['tags in tags', '<div>'],
  ['tags that never end', '<a><b><i>'],
  ['ends of nothing', '</x>'],
  ['drawings with titles', '<svg><title></title>'],
  ['scripts', '<script>'],
  ['comments', '<!--'],
  ['beginnings', '<'],
  ['beginnings of meta', '<meta '],
  ['attributes', '<meta a="'],
  ['titles', '<title>'],
  ['ends of scripts', '<script></script'],
  ['templates', '<template>'],
])(
  'half a megabyte of %s is no more than a page',
  (_name, piece) => {
    const body = `<title>Rubrics</title>${piece.repeat((512 * 1024) / piece.length)}`;
    expect(title(body)).toBe('Rubrics');
    expect(title(body.slice('<title>Rubrics</title>'.length))?.length ?? 0).toBeLessThanOrEqual(300);
  },
  10_000,
);
