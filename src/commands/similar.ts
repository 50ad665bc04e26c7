import type { Command } from 'commander';
import { nothingFound, UserError } from '../errors.ts';
import { statusOf } from '../normalise/identity.ts';
import { similarJson } from '../render/json.ts';
import { renderSimilar } from '../render/similar.ts';
import { anyWordOf, nearestSessions } from '../store/nearest.ts';
import { nearestTweets } from '../store/nearest-tweets.ts';
import { tweetsByKey } from '../store/tweet-views.ts';
import type { SimilarView } from '../search-views.ts';
import { jsonOption, positive } from './options.ts';
import { synonymTable } from './synonyms.ts';
import { topicHits } from './topics.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly limit: number;
}

/** `edchat similar ID` */
export function declareSimilar(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('<id>', 'the id or address of a tweet')
    .option('--limit <n>', 'tweets and sessions to show', positive, 10)
    .addHelpText(
      'after',
      '\nExamples:\n  $ edchat similar 721852617572552704\n  $ edchat similar https://twitter.com/someone/status/721852617572552704 --limit 5',
    )
    .action((id: string, options: Options) =>
      shell.reading((desk) => {
        const view = similarTo(desk, statusOf(id)?.id ?? id.trim(), options.limit);
        return options.json ? shell.print(similarJson(desk.chat, view)) : shell.show(renderSimilar(view, desk.chat, shell.look));
      }),
    );
}

function similarTo(desk: Desk, key: string, limit: number): SimilarView {
  const { db, chat } = desk;
  if (key === '') throw new UserError('Name a tweet by its id or address: edchat similar 721852617572552704');
  const tweet = tweetsByKey(db, chat.name, [key]).get(key)?.view;
  if (tweet === undefined) throw nothingFound(`The archive holds no tweet ${key}. Find tweets with: edchat search WORDS --json`);
  const query = anyWordOf(tweet.text, synonymTable(db));
  const hits = query === null ? [] : nearestTweets(db, { chat: chat.name, zone: chat.zone }, tweet, query, limit);
  const near = query === null ? [] : nearestSessions(db, chat.name, query).filter(({ session }) => session !== tweet.session);
  const sessions = topicHits(desk, near.slice(0, limit));
  if (hits.length === 0 && sessions.length === 0) throw nothingFound(`Nothing in the archive is near to tweet ${key}.`);
  const views = tweetsByKey(
    db,
    chat.name,
    hits.map((hit) => hit.key),
  );
  const tweets = hits.flatMap(({ key: own, excerpt, again }) => {
    const view = views.get(own)?.view;
    return view === undefined ? [] : [{ tweet: view, excerpt, again, before: [], after: [] }];
  });
  return { tweet, tweets, sessions };
}
