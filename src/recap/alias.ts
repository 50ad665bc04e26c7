/** Names hidden behind aliases: the same person has the same alias every week, and nobody can work out who it is. */
import { createHmac } from 'node:crypto';
import type { Echoed, Newcomer, PersonName, RecapView } from '../recap-views.ts';
import type { TweetView } from '../views.ts';

const FIRST =
  'Amber Ashen Autumn Bold Brave Bright Brisk Calm Cheery Clever Coastal Copper Coral Crisp Dapper Eager Early Easy Fair Fern Gentle Glad Golden Grand Hardy Hazel Honest Humble Indigo Ivory Jolly Keen Kind Lively Lucky Lunar Maple Mellow Merry Misty Mossy Nimble Noble Olive Patient Pearl Plucky Polar Proud Quick Quiet Ready Rosy Rustic Sandy Silver Snowy Solar Steady Sunny Swift Tawny Velvet Witty'.split(
    ' ',
  );
const SECOND =
  'Badger Bear Beaver Bison Bobcat Crane Cricket Deer Dolphin Dove Duck Eagle Egret Elk Falcon Finch Fox Frog Gecko Goose Grouse Gull Hare Hawk Heron Ibis Jay Kestrel Kite Lark Lemur Loon Lynx Magpie Marten Mink Moose Moth Newt Oriole Osprey Otter Owl Panda Perch Pika Plover Puffin Quail Rabbit Raven Robin Salmon Seal Shrew Sparrow Stork Swan Tern Thrush Trout Turtle Vole Wren'.split(
    ' ',
  );
const HANDLE = /(?<![\p{L}\p{N}_/.@])[@＠]([A-Za-z0-9_]{1,30}(?:[.-][A-Za-z0-9_]+)*(?:@[A-Za-z0-9.-]+\w)?)/gu;

/** The alias of each handle under the salt of an archive: `Quiet Heron 27`. Without the salt nobody can try handles until one fits. */
export function aliases(salt: string): (handle: string) => string {
  return (handle) => {
    const bytes = createHmac('sha256', salt).update(handle.toLowerCase()).digest();
    return `${FIRST[bytes.readUInt16BE(0) % FIRST.length]} ${SECOND[bytes.readUInt16BE(2) % SECOND.length]} ${10 + (bytes.readUInt16BE(4) % 90)}`;
  };
}

/**
 * The recap without handles, names and the addresses of tweets, which hold handles; handles within texts become aliases too.
 * What people call each other in plain words stays. There is nobody to thank by name, so that list is empty.
 */
export function withAliases(recap: RecapView, alias: (handle: string) => string): RecapView {
  const person = ({ author }: PersonName): PersonName => ({ author: null, name: author === null ? null : alias(author) });
  const text = (words: string): string => words.replace(HANDLE, (_, handle: string) => alias(handle));
  const tweet = (view: TweetView): TweetView => ({
    ...view,
    key: '',
    url: null,
    author: null,
    authorName: person({ author: view.author, name: null }).name,
    text: text(view.text),
  });
  const echoed = (one: Echoed): Echoed => ({ ...one, tweet: tweet(one.tweet) });
  const newcomer = (one: Newcomer): Newcomer => ({ ...person(one), first: one.first === null ? null : tweet(one.first) });
  return {
    ...recap,
    moderators: recap.moderators.map(person),
    questions: recap.questions.map((question) => ({
      ...question,
      text: text(question.text),
      askedBy: person(question.askedBy),
      best: question.best.map(echoed),
    })),
    talks: recap.talks.map((talk) => ({ ...talk, tweets: talk.tweets.map((one) => ({ ...one, tweet: tweet(one.tweet) })) })),
    newcomers: recap.newcomers.map(newcomer),
    back: recap.back.map(person),
    waiting: recap.waiting.map(tweet),
    thanks: [],
  };
}
