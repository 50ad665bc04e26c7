import type { Importer } from './importer.ts';
import { storifyHtml } from './storify-html.ts';
import { tagsCsv } from './tags-csv.ts';
import { twitterArchive } from './twitter-archive.ts';
import { twitterV1 } from './twitter-v1.ts';

/**
 * The formats edchat reads, commonest first. To add one, write its file beside this one (`importer.ts` is the manual),
 * name it here, and give it a fixture in `tests/fixtures`. The order decides nothing: a file that two importers claim is
 * an error.
 */
export const importers: readonly Importer[] = [tagsCsv, storifyHtml, twitterArchive, twitterV1];
