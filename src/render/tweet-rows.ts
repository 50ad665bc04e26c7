/** Tweets as rows for a terminal: who, when, what, one under the other. */
import type { TweetView } from '../views.ts';
import { fit, hang, pad, widest, widthOf } from './layout.ts';
import { markWords } from './page-words.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';
import { tweetText } from './tweet-text.ts';
import { handle, moment } from './words.ts';

/** Where rows of tweets belong: the zone of their clock, and the date they need not repeat. */
export interface RowPlace {
  readonly zone: string;
  /** The session's local date; null shows the date of every tweet. */
  readonly date: string | null;
  readonly indent: number;
  /** Shows the id of each tweet, as `edchat thread` wants it. */
  readonly ids?: boolean;
}

/** What a row shows of a tweet; `text` stands for an excerpt. */
export interface Row {
  readonly tweet: TweetView;
  readonly text?: string;
}

// An `@` and the fifteen letters that Twitter allows.
const HANDLE = 16;
const READABLE = 30;

/** The rows of some tweets, their handles and times aligned. */
export function tweetRows(rows: readonly Row[], place: RowPlace, look: Look): string[] {
  const names = rows.map(({ tweet }) => fit(handle(tweet.author), HANDLE));
  const times = rows.map(({ tweet }) => moment(tweet.createdAt, place.zone, place.date));
  const [nameWidth, timeWidth] = [widest(names), widest(times)];
  return rows.map(({ tweet, text }, at) => {
    const name = names[at] ?? '';
    const time = times[at] ?? '';
    const lead = `${' '.repeat(place.indent)}${author(name, tweet, look)}${' '.repeat(nameWidth - widthOf(name))}  ${inkOf(look).dim(pad(time, timeWidth, 'right'))}  `;
    return row(lead, (text ?? tweetText(tweet, look)) + idMark(tweet, place, look) + ownMarks(tweet, look), place, look);
  });
}

// On a narrow terminal the text goes below the name rather than into a gutter.
function row(lead: string, text: string, place: RowPlace, look: Look): string {
  if (!isNarrow(widthOf(lead), look)) return hang(lead, text, look.width);
  return `${lead.trimEnd()}\n${hang(' '.repeat(place.indent + 2), text, look.width)}`;
}

function isNarrow(lead: number, look: Look): boolean {
  return look.width - lead < READABLE;
}

/** The column at which `tweetRows` begins the texts of these tweets. */
export function textColumn(tweets: readonly TweetView[], place: RowPlace, look: Look): number {
  const names = widest(tweets.map((tweet) => fit(handle(tweet.author), HANDLE)));
  const lead = place.indent + names + widest(tweets.map(({ createdAt }) => moment(createdAt, place.zone, place.date))) + 4;
  return tweets.length === 0 ? place.indent : isNarrow(lead, look) ? place.indent + 2 : lead;
}

/** The handle of a tweet's author, leading to the tweet where the terminal can. */
export function author(name: string, tweet: Pick<TweetView, 'url'>, look: Look): string {
  return hyperlink(inkOf(look).green(name), tweet.url, look);
}

/** The user's own words on a tweet, behind its text. */
export function ownMarks({ marks }: Pick<TweetView, 'marks'>, look: Look): string {
  return marks === undefined ? '' : ` ${inkOf(look).yellow(markWords(marks))}`;
}

/** The id of a tweet, when ids are asked for. */
export function idMark(tweet: Pick<TweetView, 'key'>, place: Pick<RowPlace, 'ids'>, look: Look): string {
  return place.ids === true ? ` ${inkOf(look).dim(`[${tweet.key}]`)}` : '';
}
