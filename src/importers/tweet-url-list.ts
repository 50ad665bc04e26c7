import { addressOnly } from '../parsing/status-address.ts';
import { hasHeadLine } from '../parsing/participate-lines.ts';
import { isStatusList, statusesIn } from '../parsing/status-list.ts';
import { textLines } from '../parsing/text-lines.ts';
import type { Importer } from './importer.ts';

/** A list of addresses of tweets: who was there and when; the words come when another export brings them. */
export const tweetUrlList: Importer = {
  name: 'tweet-url-list',
  title: 'List of tweet addresses (text)',
  identify: ({ html, json, columns, text, whole }) =>
    !html && json === null && isStatusList(whole ? text : text.replace(/[^\r\n]*$/, ''), columns?.length ?? null) && !hasHeadLine(text),
  async *extract(source) {
    for await (const { number, text } of textLines(source.open()))
      for (const address of statusesIn(text)) {
        const tweet = addressOnly(address, `line ${number}`);
        if (tweet !== null) yield { kind: 'tweet', tweet };
      }
  },
};
