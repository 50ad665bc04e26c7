import type { Command } from 'commander';
import { chatMonday } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import type { Attribution } from '../derive/answers.ts';
import { evidenceOf } from '../derive/session.ts';
import { whyOf } from '../derive/why.ts';
import { nothingFound } from '../errors.ts';
import { statusOf } from '../normalise/identity.ts';
import { whyJson } from '../render/json.ts';
import { renderWhy } from '../render/why.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { tweetsOfWeek } from '../store/sessions.ts';
import { questionRows } from '../store/questions.ts';
import { getSession } from '../store/session-views.ts';
import { tweetsByKey } from '../store/tweet-views.ts';
import type { Tweet } from '../tweet.ts';
import type { WhyView } from '../views.ts';
import { jsonOption } from './options.ts';
import type { Desk, Shell } from './verb.ts';

/** `edchat why ID` */
export function declareWhy(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('<id>', 'the id or address of a tweet')
    .addHelpText('after', '\nIs it wrong? Put it right: edchat fix --help\n\nExamples:\n  $ edchat why 721852617572552704')
    .action((id: string, options: { json?: boolean }) =>
      shell.reading((desk) => {
        const view = explained(desk, statusOf(id)?.id ?? id.trim());
        return shell.print(options.json ? whyJson(desk.chat, view) : renderWhy(view, desk.chat, shell.look));
      }),
    );
}

function explained({ db, chat }: Desk, key: string): WhyView {
  const found = tweetsByKey(db, chat.name, [key]).get(key);
  if (found === undefined) throw nothingFound(`The archive holds no tweet ${key}. Find tweets with: edchat search WORDS --json`);
  const { tweet, view } = found;
  const session = view.session === null ? null : getSession(db, chat.name, view.session);
  const leads = session?.moderators.some((handle) => handle.toLowerCase() === tweet.author?.toLowerCase()) ?? false;
  const asked = view.session === null ? [] : questionRows(db, chat.name, view.session);
  const { role, question, attributedBy, certainty } = view;
  const evidence = question === null ? null : evidenceIn(db, chat, tweet);
  return {
    tweet: view,
    session: session === null ? null : { ...session.summary, foundBy: session.foundBy },
    question: asked.find(({ number }) => number === question)?.text ?? null,
    reasons: whyOf(tweet, { role, question, attributedBy, leads, certainty, evidence }),
  };
}

function evidenceIn(db: Database, chat: Chat, { key, createdAt }: Tweet): Attribution | null {
  const monday = chatMonday(createdAt, chat.zone);
  const corrections = listCorrections(db, chat.name, monday).map(({ correction }) => correction);
  return evidenceOf(chat, tweetsOfWeek(db, chat, monday).tweets, corrections, key);
}
