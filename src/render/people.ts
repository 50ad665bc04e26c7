/** The people of a chat as a table. */
import type { Chat } from '../chat.ts';
import type { PersonView } from '../views.ts';
import { columns } from './columns.ts';
import { chatHeading } from './heading.ts';
import { fit, hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, handle, number } from './words.ts';

const NAME = 30;
const UNANSWERED = 'UNANSWERED';
const UNANSWERED_NOTE = 'UNANSWERED: tweets that nobody replied to, quoted or passed on, as far as the exports tell';

/** The table of people: handle, name, and what each of them did. */
export function renderPeople(people: readonly PersonView[], chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const numbers = (pick: (person: PersonView) => number) => people.map((person) => number(pick(person)));
  const rows = columns(
    [
      { head: 'PERSON', cells: people.map(({ author }) => fit(handle(author), 24)), style: (cell) => ink.green(cell) },
      { head: 'NAME', cells: people.map(({ name }) => fit(harmless(name ?? ''), NAME)), grows: true },
      { head: 'TWEETS', cells: numbers(({ tweets }) => tweets), align: 'right' },
      { head: 'ASKED', cells: numbers(({ questions }) => questions), align: 'right' },
      { head: 'ANSWERS', cells: numbers(({ answers }) => answers), align: 'right' },
      { head: 'LINKS', cells: numbers(({ links }) => links), align: 'right', spare: 1 },
      { head: UNANSWERED, cells: numbers(({ unanswered }) => unanswered), align: 'right', spare: 3 },
      { head: '', cells: people.map(marks), spare: 2, style: (cell) => ink.dim(cell) },
    ],
    look,
  );
  const title = chatHeading(chat, count(people.length, 'person', 'people'), look);
  // The column gives way on a narrow terminal, and its note with it.
  const notes = rows[0]?.includes(UNANSWERED) ? ['', hang('', ink.dim(UNANSWERED_NOTE), look.width)] : [];
  return `${[title, ...(people.length === 0 ? [] : ['', ...rows, ...notes])].join('\n')}\n`;
}

function marks({ moderator, isNew, cameBack }: PersonView): string {
  return [...(moderator ? ['moderator'] : []), ...(isNew ? ['new'] : []), ...(cameBack ? ['back'] : [])].join(', ');
}
