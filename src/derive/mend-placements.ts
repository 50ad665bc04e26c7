/** A person's word on single tweets: what they are, and which question they answer. */
import type { Correction, Placement } from '../chat.ts';

/** The placements as corrected; what was corrected says so. */
export function mendPlacements(placements: readonly Placement[], corrections: readonly Correction[]): Placement[] {
  const own = corrections.filter((correction) => 'key' in correction);
  if (own.length === 0) return [...placements];
  const byKey = new Map(placements.map((placement) => [placement.key, placement]));
  for (const correction of own) {
    const placement = byKey.get(correction.key);
    if (placement !== undefined) byKey.set(correction.key, mended(placement, correction));
  }
  return [...byKey.values()];
}

function mended(placement: Placement, correction: Extract<Correction, { key: string }>): Placement {
  if (correction.kind === 'role') {
    const tied = correction.role === 'question' || correction.role === 'answer';
    return {
      ...placement,
      role: correction.role,
      question: tied ? placement.question : null,
      attributedBy: 'user',
      certainty: tied ? placement.certainty : null,
    };
  }
  const role = correction.question === null ? 'talk' : placement.role === 'question' ? 'question' : 'answer';
  return { ...placement, role, question: correction.question, attributedBy: 'user', certainty: correction.question === null ? null : 1 };
}
