/** A visit -> what it tells of a link. It brings the parser of pages, so it is loaded when there is a page to read. */
import { titleOf } from '../network/title.ts';
import type { Visit } from '../network/visit.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { QueuedLink } from '../store/link-queue.ts';
import type { LearnedPage, Outcome } from '../store/pages.ts';
import { lookOf } from './look.ts';

/** `learnedFrom`, for those who load it late. */
export type Learn = typeof learnedFrom;

/** What a visit tells of a link. */
export function learnedFrom({ canonical, url }: Pick<QueuedLink, 'canonical' | 'url'>, visit: Visit): LearnedPage {
  const learned = (outcome: Outcome, more: Partial<LearnedPage> = {}): LearnedPage => ({
    canonical,
    url,
    target: null,
    title: null,
    outcome,
    ...more,
  });
  if (visit.kind === 'refused') return learned('refused');
  if (visit.kind === 'failed') return learned('unsure');
  if (visit.kind === 'led') {
    const target = canonicalUrl(visit.finalUrl);
    return target === null ? learned('gone') : learned('led', { target: { canonical: target.canonical, url: visit.finalUrl } });
  }
  const { status, body, contentType } = visit;
  if (status === 404 || status === 410) return learned('gone');
  if (status < 200 || status >= 300) return learned(status >= 500 ? 'unsure' : 'blocked');
  // What is shown in the place of a page has a title of its own.
  const isPage = ['alive', 'moved'].includes(lookOf(visit).state);
  return learned('answered', { target: { canonical, url }, title: isPage && body !== null ? titleOf(body, contentType) : null });
}
