import { dateIn, hasHeadLine, headLine, type HeadLine, minuteOf, titleOf } from '../parsing/participate-lines.ts';
import { textLines } from '../parsing/text-lines.ts';
import type { RawTweet } from '../tweet.ts';
import type { Extracted, Importer } from './importer.ts';

/** A tweet of a transcript, line by line. */
interface Block {
  readonly head: HeadLine;
  readonly at: string;
  readonly lines: string[];
}

/** What the top of a transcript says of all its tweets. */
interface Chat {
  readonly hashtag: string | null;
  readonly date: { readonly year: number; readonly month: number } | null;
}

/** A transcript of a chat copied from Participate Learning, which gave no addresses of tweets. */
export const participateText: Importer = {
  name: 'participate-text',
  title: 'Participate transcript (text)',
  identify: ({ html, json, text }) => !html && json === null && hasHeadLine(text),
  async *extract(source, options) {
    let chat: Chat = { hashtag: null, date: statedDate(options?.date) };
    let block: Block | null = null;
    const minutes = new Map<number, number>();
    for await (const { number, text } of textLines(source.open())) {
      const head = headLine(text);
      if (head !== null) {
        if (block !== null) yield finish(block, chat, minutes);
        block = { head, at: `line ${number}`, lines: [] };
      } else if (block !== null) block.lines.push(text);
      else chat = { hashtag: chat.hashtag ?? titleOf(text), date: dateIn(text) ?? chat.date };
    }
    if (block !== null) yield finish(block, chat, minutes);
  },
};

// The user's own date, `2016-04-17`.
function statedDate(date: string | undefined): Chat['date'] {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(date ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) };
}

function finish({ head, at, lines }: Block, { hashtag, date }: Chat, minutes: Map<number, number>): Extracted {
  if (date === null)
    return { kind: 'rejected', at, reason: 'no year: the transcript has no date at its top. Give the date of the chat with --date' };
  const minute = minuteOf(head, date);
  if (minute === null)
    return { kind: 'rejected', at, reason: `no time: ${head.zone} is not a zone edchat knows, or the day does not exist` };
  const { text, answered } = wordsOf(lines);
  if (text === '') return { kind: 'rejected', at, reason: 'no text' };
  // Seconds are not told. A millisecond for each keeps the tweets of a minute in their order.
  const earlier = minutes.get(minute) ?? 0;
  minutes.set(minute, earlier + 1);
  const tweet: RawTweet = {
    at,
    author: head.author,
    createdAt: minute + Math.min(earlier, 59_999),
    text,
    encoded: false,
    replyTo: answered[0] === undefined ? null : { id: null, author: answered[0] },
    mentions: answered,
    // The site took the chat's own hashtag out of some texts.
    hashtags: hashtag === null ? [] : [hashtag],
  };
  return { kind: 'tweet', tweet };
}

// The handles answered stand on the line "In reply to" or on the next.
function wordsOf(lines: readonly string[]): { text: string; answered: string[] } {
  const plain = lines.map((line) => line.trim());
  const last = plain.findLastIndex((line) => /^In reply to(?:\s+@|$)/.test(line));
  const rest = last === -1 ? '' : plain.slice(last).join(' ');
  const isReply = /^In reply to\s+@\w+(?:[,\s]+@\w+)*\s*$/.test(rest);
  const answered = isReply ? [...new Set(Array.from(rest.matchAll(/@(\w{1,20})/g), ([, name = '']) => name))] : [];
  const text = (isReply ? plain.slice(0, last) : plain).join('\n').trim();
  return { text: text.replace(/(?<=\p{Script=Latin})\u0e42(?=\p{Script=Latin})/gu, '’'), answered };
}
