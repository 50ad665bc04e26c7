import type { Command } from 'commander';
import { nothingFound, UserError } from '../errors.ts';
import { statusOf } from '../normalise/identity.ts';
import { markedJson } from '../render/json-links.ts';
import { renderMarked } from '../render/marked.ts';
import { tagOf } from '../rules/tag.ts';
import { listMarked } from '../store/marked.ts';
import { addMark, type Marked, markedLink, type MarkKind, removeMark } from '../store/marks.ts';
import type { Database } from '../store/open.ts';
import { getTweet } from '../store/tweets.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly remove?: boolean;
}

const THING = 'a tweet (its id or address) or a link (as lists show it); without one, all are listed';

/** `edchat star [THING…]` */
export function declareStar(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[things...]', THING)
    .option('--remove', 'take the stars off')
    .addHelpText(
      'after',
      helpWith(['star 721852617572552704', 'star https://example.org/rubrics', 'star --remove example.org/rubrics', 'star']),
    )
    .action((things: string[], options: Options) => {
      if (things.length === 0) return list(shell, 'star', options);
      return marking(shell, (db) => things.map((thing) => put(shell, db, thingOf(db, thing), 'star', '', options)));
    });
}

/** `edchat note [THING [WORDS…]]` */
export function declareNote(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[thing]', THING)
    .argument('[words...]', 'what to remember; takes the place of an earlier note')
    .option('--remove', 'take the note off')
    .addHelpText('after', helpWith(['note example.org/rubrics "for the new teachers"', 'note example.org/rubrics --remove', 'note']))
    .action((thing: string | undefined, words: string[], options: Options) => {
      if (thing === undefined) return list(shell, 'note', options);
      const text = words.join(' ').trim().replace(/\s+/g, ' ');
      if (text === '' && !options.remove) throw new UserError('The note is missing: write it behind, "like this"');
      return marking(shell, (db) => [put(shell, db, thingOf(db, thing), 'note', text, options)]);
    });
}

/** `edchat tag [THING [TAGS…]]` */
export function declareTag(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[thing]', THING)
    .argument('[tags...]', 'one word each')
    .option('--remove', 'take these tags off, or all of them')
    .addHelpText('after', helpWith(['tag example.org/rubrics assessment start-here', 'tag example.org/rubrics --remove start-here', 'tag']))
    .action((thing: string | undefined, words: string[], options: Options) => {
      if (thing === undefined) return list(shell, 'tag', options);
      if (words.length === 0 && !options.remove) throw new UserError('The tag is missing: write one or more words behind');
      const tags = words.map(tagNamed);
      return marking(shell, (db) => {
        const marked = thingOf(db, thing);
        return tags.length === 0
          ? [put(shell, db, marked, 'tag', null, options)]
          : tags.map((tag) => put(shell, db, marked, 'tag', tag, options));
      });
    });
}

function helpWith(examples: readonly string[]): string {
  return `
Stars, notes and tags are yours: they survive imports, undo and reindex, are shown in lists and come along in exports.

Examples:
${examples.map((example) => `  $ edchat ${example}`).join('\n')}`;
}

async function marking(shell: Shell, work: (db: Database) => readonly string[]): Promise<void> {
  existingArchive(await shell.archivePath());
  const said = await shell.writing((db) => work(db));
  await shell.print(said.map((line) => `${line}\n`).join(''));
}

// What was wanted, whether it was so already or not, is said in a line.
function put(shell: Shell, db: Database, marked: Marked, kind: MarkKind, text: string | null, { remove }: Options): string {
  if (remove) {
    if (removeMark(db, marked, kind, kind === 'tag' ? text : null)) return `Taken off ${marked.key}: ${nameOf(kind, text)}`;
    throw nothingFound(`${marked.key} has no such ${kind}. See what has: edchat ${kind}`);
  }
  const isNew = addMark(db, { ...marked, kind, text: text ?? '', madeAt: shell.io.now() });
  return `${isNew ? 'Put on' : 'Already on'} ${marked.key}: ${nameOf(kind, text)}`;
}

function nameOf(kind: MarkKind, text: string | null): string {
  if (kind === 'star') return '★';
  if (kind === 'note') return text === null || text === '' ? 'the note' : text;
  return text === null ? 'all tags' : `tag ${text}`;
}

function tagNamed(words: string): string {
  const tag = tagOf(words);
  if (tag === null) throw new UserError(`"${words}" is no tag: write one word of letters and digits, such as start-here`);
  return tag;
}

function thingOf(db: Database, text: string): Marked {
  const words = text.trim();
  const status = statusOf(words)?.id ?? words;
  for (const key of [status, `mastodon:${words}`, `bluesky:${words}`]) if (getTweet(db, key) !== null) return { thing: 'tweet', key };
  const link = markedLink(db, /^https?:\/\//i.test(words) ? words : `https://${words}`);
  if (link !== null) return link;
  throw nothingFound(
    `"${text}" is no tweet of this archive, and no link that was shared in it. Write a tweet's id or address, or a link as lists show it`,
  );
}

function list(shell: Shell, kind: MarkKind, { json }: Options): Promise<void> {
  return shell.reading(({ db, chat }) => {
    const marked = listMarked(db, chat.name, kind);
    if (json) return shell.print(markedJson(marked));
    if (marked.length === 0) throw nothingFound(`There is no ${kind} yet. Put one on a tweet or a link: edchat ${kind} --help`);
    return shell.print(renderMarked(marked, chat, shell.look));
  });
}
