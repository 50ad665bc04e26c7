/** The debrief of a session: what its moderators want to know before they plan the next one. */
import { groupBy } from '../group-by.ts';
import type { DebriefView } from '../figures.ts';
import { questionFigures, sessionFigures, usualFigures } from '../derive/debrief.ts';
import type { Database } from '../store/open.ts';
import { type Heard, heardIn } from '../store/heard.ts';
import { type Scope, wholeScope } from '../store/scope.ts';
import { questionRows } from '../store/questions.ts';
import { getSession } from '../store/session-views.ts';

/** A function that debriefs a session of a chat by its name; null when there is none. The archive is read once for all. */
export function debriefer(db: Database, { chat }: Pick<Scope, 'chat'>): (name: string) => DebriefView | null {
  const asked = groupBy(questionRows(db, chat.name, null), ({ session }) => session);
  const heard = groupBy(heardIn(db, chat.name), ({ session }) => session);
  const figures = new Map(
    wholeScope(db, chat).sessions.map((name) => [name, sessionFigures(asked.get(name) ?? [], heard.get(name) ?? [])]),
  );
  return (name) => {
    const session = getSession(db, chat.name, name)?.summary;
    const own = figures.get(name);
    if (session === undefined || own === undefined) return null;
    const others = [...figures].filter(([other]) => other !== name).map(([, one]) => one);
    const tweets: readonly Heard[] = heard.get(name) ?? [];
    return {
      session,
      questions: questionFigures(asked.get(name) ?? [], tweets),
      figures: own,
      usual: usualFigures(others),
      others: others.length,
    };
  };
}
