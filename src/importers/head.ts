import { csvHeader } from '../parsing/csv-cells.ts';
import { jsonOutline } from '../parsing/json-outline.ts';
import { startTags } from '../parsing/markup.ts';
import { decodeStart } from '../parsing/text.ts';
import type { Head } from './importer.ts';

const PAGE_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|[a-z][\w:-]*[\s/>])/i;

/** The views of the first bytes of a file; `whole` when they are all of it. */
export function readHead(bytes: Uint8Array, whole: boolean): Head {
  const text = once(() => decodeStart(bytes, whole));
  const html = once(() => PAGE_START.test(text()));
  const markup = once(() => (html() ? startTags(text()) : ''));
  const json = once(() => (html() ? null : jsonOutline(text())));
  const columns = once(() => (html() || json() !== null ? null : (csvHeader(text())?.columns ?? null)));
  return {
    whole,
    get text() {
      return text();
    },
    get html() {
      return html();
    },
    get markup() {
      return markup();
    },
    get json() {
      return json();
    },
    get columns() {
      return columns();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: compute() }).value;
}
