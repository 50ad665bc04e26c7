/** Which export contributed what, and how complete a time probably is. */
import type { Completeness, SourceView } from '../views.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, number } from './words.ts';

/** Fewer answered tweets than this say nothing of completeness. */
const ENOUGH = 10;

/** The exports of a time, what each carries and what it has alone. */
export function renderSources(sources: readonly SourceView[], completeness: Completeness, label: string, look: Look): string {
  const ink = inkOf(look);
  const blocks = sources.map(({ path, format, run, tweets, alone }) => {
    const own = alone === 0 ? 'none of them alone' : `${number(alone)} of them alone`;
    return [
      hang('', `${ink.bold(harmless(path))}  ${ink.dim(`${format}, run ${run}`)}`, look.width, '  '),
      `  ${count(tweets, 'tweet')}, ${own}`,
    ].join('\n');
  });
  return `${[...blocks, hang('', sentence(completeness, harmless(label)), look.width)].join('\n\n')}\n`;
}

function sentence({ answered, held }: Completeness, label: string): string {
  if (answered < ENOUGH) return `How complete ${label} is cannot be told: too few of its tweets are answered by others.`;
  const share = Math.floor((100 * held) / answered);
  return `${label.charAt(0).toUpperCase()}${label.slice(1)} is probably ${share} % complete: of ${number(answered)} tweets that others answer, the archive holds ${number(held)}.`;
}
