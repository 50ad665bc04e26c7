/** The page around what is shown: no script, nothing from elsewhere, a calm look, on paper too. */
import { createHash } from 'node:crypto';
import { type Html, markup } from './template.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
h1, h2, h3, strong, time, small, .address { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.15rem; line-height: 1.35; margin-top: 2.2rem; }
h3 { font-size: 1rem; line-height: 1.35; margin-top: 1.4rem; }
ul { padding-left: 1.2rem; }
li { margin: 0.5rem 0; }
.tweets { list-style: none; padding-left: 0; }
.tweets .text { display: block; white-space: pre-line; }
strong, time, small, .address { font-size: 0.85rem; }
time, small, .address { opacity: 0.75; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } h2 { break-after: avoid; } li { break-inside: avoid; } a { color: inherit; } }
`;

// The one style of the page is allowed by its fingerprint, everything else is forbidden.
function policy(style: string): string {
  const fingerprint = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${fingerprint}'; base-uri 'none'; form-action 'none'`;
}

/** A whole page with its title; `more` is style that only this kind of page needs. */
export function document(title: string, body: Html, more = ''): string {
  const style: Html = { html: STYLE + more };
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style.html)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}</body>
</html>
`.html;
}
