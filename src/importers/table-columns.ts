/** Which column of a table holds what, told by its name and by what stands in it. */
import { exactId, statusOf } from '../normalise/identity.ts';
import type { CsvSample } from '../parsing/csv-sample.ts';
import { isNothing } from '../parsing/row-cells.ts';
import { dayOrder, readStated } from '../parsing/wall-clock.ts';
import { timeOfId } from '../row-number.ts';

/** What a column of a table of tweets can hold. */
type Role = 'text' | 'author' | 'name' | 'id' | 'url' | 'date' | 'time' | 'replyTo' | 'replyToAuthor' | 'likes' | 'retweets';

/** The columns by their number from `1`. */
export type Columns = { readonly [role in Role]?: string };

// Names without case, blanks and marks; `weak` ones are used for other things as well.
const NAMES: Readonly<Record<Role, { readonly sure: RegExp; readonly weak?: RegExp }>> = {
  text: {
    sure: /^(?:tweets?|tweets?text|textoftweet|fulltext|tweets?content|tweetbody|statustext|tweetmessage)$/,
    weak: /^(?:text|content|message|post|posttext|body|status|tweettext)$/,
  },
  author: {
    sure: /^(?:screenname|(?:twitter|tweet|from|author|user)?(?:handle|screenname)|twitter(?:user)?name|fromuser|tweet(?:ed)?by|tweeter|twitteraccount|@)$/,
    weak: /^(?:author|user|username|from|by|who|account|person|participant|name|postedby|authorusername|fromusername)$/,
  },
  name: { sure: /^(?:fullname|displayname|realname|authorname|name|authordisplayname|twitterdisplayname)$/ },
  id: { sure: /^(?:tweet|status|twitter)(?:idstr|id|number)$/, weak: /^(?:id|idstr)$/ },
  url: {
    sure: /^(?:(?:tweet|status)?(?:permalink|permanentlink)|(?:tweet|status|twitter)(?:url|link)|linkto(?:the)?tweet)$/,
    weak: /^(?:url|link|address)$/,
  },
  date: {
    sure: /^(?:created(?:at|time|date|on)?|date(?:created|tweeted)|tweeted(?:at|on)?|date|datetime|timestamp|tweetdate|dateoftweet|dateposted|posted(?:at|on)?|published(?:at|on)?|when|day|tweetdatetime|datetimeutc|postdate)$/,
    weak: /^time$/,
  },
  time: { sure: /^(?:time|tweettime|timeoftweet|hour|clock|timeposted)$/ },
  replyTo: { sure: /^(?:inreplyto(?:status|tweet)?id(?:str)?|replyto(?:status|tweet)?id)$/ },
  replyToAuthor: { sure: /^(?:inreplytoscreenname|inreplytouser(?:name)?|replytouser(?:name)?|replytoscreenname|inreplyto|replyto)$/ },
  likes: { sure: /^(?:likes?|favou?rites?|(?:like|favou?rite)s?count|hearts)$/ },
  retweets: { sure: /^(?:retweets?|rts?|retweets?count)$/ },
};

const HANDLE = /^@?(?=\w*[A-Za-z_])\w{1,20}$/;
const MARKED_HANDLE = /^@\w{1,20}$/;
const CLOCK_ID = /^(?:x?\d{15,19}(?:\.0)?|\d(?:\.\d+)?e\+1[4-8])$/i;
const ANY_ID = /^(?:x?\d{6,19}(?:\.0)?|\d(?:\.\d+)?e\+1[4-8])$/i;
const TWITTERLY = /[#@]\w|https?:\/\/t\.co\//;
const DAY = 86_400_000;

/** The columns of a table of tweets by name and content, or null when it is some other table. */
export function findColumns(sample: CsvSample): Columns | null {
  const columns = sample.naming === 'headless' ? byContent(sample) : byName(sample);
  if (columns.text === undefined || (columns.author ?? columns.id ?? columns.url) === undefined) return null;
  return columns;
}

/** How the dates of a table are to be read. */
export function dayOrderIn(sample: CsvSample, columns: Columns): ReturnType<typeof dayOrder> {
  return dayOrder(columns.date === undefined ? [] : valuesOf(sample, Number(columns.date) - 1));
}

function byName(sample: CsvSample): Columns {
  const named = (role: Role, fits: (values: readonly string[]) => boolean, strength: 'sure' | 'weak'): string | undefined => {
    const pattern = NAMES[role][strength];
    const index = sample.names.findIndex((name, place) => pattern?.test(bare(name)) === true && fits(valuesOf(sample, place)));
    return index < 0 ? undefined : String(index + 1);
  };
  const either = (role: Role, fits: (values: readonly string[]) => boolean) => named(role, fits, 'sure') ?? named(role, fits, 'weak');
  const text = either('text', isText);
  const url = either('url', isPermalinks) ?? anyColumn(sample, isPermalinks);
  const date = either('date', isDates);
  const id = either('id', (values) => mostly(values, ANY_ID) && agree(sample, values, date));
  const twitterly = text !== undefined && share(valuesOf(sample, Number(text) - 1), (value) => TWITTERLY.test(value)) >= 0.2;
  const idTells =
    id !== undefined && (url !== undefined || ((twitterly || date !== undefined) && mostly(valuesOf(sample, Number(id) - 1), CLOCK_ID)));
  const author =
    named('author', (values) => mostly(values, HANDLE), 'sure') ??
    named('author', (values) => mostly(values, url !== undefined || idTells || twitterly ? HANDLE : MARKED_HANDLE), 'weak');
  const name = named('name', (values) => values.length > 0, 'sure');
  const time = named('time', isDates, 'sure');
  return compact({
    text,
    url,
    id: idTells || author !== undefined ? id : undefined,
    author,
    name: name === author ? undefined : name,
    date,
    time: time === date ? undefined : time,
    replyTo: named('replyTo', () => true, 'sure'),
    replyToAuthor: named('replyToAuthor', (values) => mostly(values, HANDLE), 'sure'),
    likes: named('likes', () => true, 'sure'),
    retweets: named('retweets', () => true, 'sure'),
  });
}

// A sheet without names: every column is what stands in it.
function byContent(sample: CsvSample): Columns {
  const author = anyColumn(sample, (values) => mostly(values, MARKED_HANDLE));
  const url = anyColumn(sample, isPermalinks);
  const date = anyColumn(sample, isDates);
  const taken = new Set([author, url, date]);
  const texts = places(sample).filter((place) => !taken.has(String(place + 1)) && isText(valuesOf(sample, place)));
  const text = texts.toSorted((a, b) => length(valuesOf(sample, b)) - length(valuesOf(sample, a)))[0];
  return compact({ author, url, date, text: text === undefined ? undefined : String(text + 1) });
}

function anyColumn(sample: CsvSample, fits: (values: readonly string[]) => boolean): string | undefined {
  const found = places(sample).find((place) => fits(valuesOf(sample, place)));
  return found === undefined ? undefined : String(found + 1);
}

function places({ names, rows }: CsvSample): number[] {
  return Array.from({ length: Math.max(names.length, rows[0]?.length ?? 0) }, (_, place) => place);
}

function valuesOf({ rows }: CsvSample, place: number): string[] {
  return rows.map((row) => row[place]?.trim() ?? '').filter((value) => !isNothing(value));
}

function isText(values: readonly string[]): boolean {
  return length(values) >= 15 && share(values, (value) => /\p{L}/u.test(value) && /\s/.test(value)) >= 0.5;
}

function isPermalinks(values: readonly string[]): boolean {
  return share(values, (value) => statusOf(value) !== null) >= 0.8;
}

function isDates(values: readonly string[]): boolean {
  return (
    share(values, (value) => /^\d{10}(?:\d{3})?$/.test(value) || readStated(value, false) !== null || readStated(value, true) !== null) >=
    0.6
  );
}

// The id of a tweet is a clock: numbers that tell another day than the date beside them are of something else.
function agree(sample: CsvSample, ids: readonly string[], date: string | undefined): boolean {
  const dates = date === undefined ? [] : valuesOf(sample, Number(date) - 1);
  if (dates.length !== ids.length) return true;
  const { dayFirst } = dayOrder(dates);
  const pairs = ids.flatMap((value, index) => {
    const id = exactId(value.replace(/^x|\.0$/g, ''), null);
    const clock = id === null ? null : timeOfId(BigInt(id));
    const day = Date.parse(readStated(dates[index] ?? '', dayFirst)?.date ?? '');
    return clock === null || Number.isNaN(day) ? [] : [Math.abs(clock - day) < 3 * DAY];
  });
  return pairs.length === 0 || share(pairs, (same) => same) >= 0.5;
}

function mostly(values: readonly string[], pattern: RegExp): boolean {
  return share(values, (value) => pattern.test(value)) >= 0.8;
}

function share<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

function length(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0) / Math.max(values.length, 1);
}

function bare(name: string): string {
  return name === '@' ? name : name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function compact(columns: { readonly [role in Role]?: string | undefined }): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}
