import type { Correction } from '../chat.ts';

/** A session may begin so much earlier or later once more of its tweets are known, and still be the one somebody meant. */
const NEAR = 3 * 3_600_000;

/** The session a person meant by a name, back when it began at `anchor` (UTC, milliseconds; without it the name alone counts). */
export function sessionMeant<T extends { readonly session: string; readonly startsAt: number }>(
  sessions: readonly T[],
  name: string,
  anchor: number | undefined,
): T | undefined {
  if (anchor === undefined) return sessions.find(({ session }) => session === name);
  const far = ({ startsAt }: T) => Math.abs(startsAt - anchor);
  return sessions.filter((one) => far(one) <= NEAR).toSorted((a, b) => far(a) - far(b))[0];
}

/** The corrections of topics and questions under the names that their sessions bear now; those of sessions that are gone are left out. */
export function underNewNames(
  corrections: readonly Correction[],
  sessions: readonly { readonly session: string; readonly startsAt: number }[],
): Correction[] {
  return corrections.flatMap((one): Correction[] => {
    if (one.kind !== 'topic' && one.kind !== 'question') return [one];
    const meant = sessionMeant(sessions, one.session, one.anchor);
    return meant === undefined ? [] : [{ ...one, session: meant.session }];
  });
}
