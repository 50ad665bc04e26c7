// A TAGS v6.1 sheet, saved as CSV: the eighteen columns, the newest tweet on top, and the sheet's known faults.

import { apiDate, entities, escapeText, repliedTo } from './api.mjs';

const COLUMNS =
  'id_str,from_user,text,created_at,time,geo_coordinates,user_lang,in_reply_to_user_id_str,in_reply_to_screen_name,' +
  'from_user_id_str,in_reply_to_status_id_str,source,profile_image_url,user_followers_count,user_friends_count,' +
  'user_location,status_url,entities_str';

const two = (n) => String(n).padStart(2, '0');

/** The sheet's wall clock: its owner set it to London, so in April it is an hour ahead of UTC. */
function sheetTime(ms) {
  const d = new Date(ms + 3600_000);
  const date = [two(d.getUTCDate()), two(d.getUTCMonth() + 1), d.getUTCFullYear()].join('/');
  return `${date} ${[d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()].map(two).join(':')}`;
}

/** Now and then a cell was taken for a number, and the id lost its last digits. */
function idCell(id, row) {
  if (row % 61 === 17) return Number(id).toExponential(5).replace('e+', 'E+');
  if (row % 173 === 40) return Number(id).toExponential(14).replace('e+', 'E+');
  return String(id);
}

function cells(tweet, row) {
  const { author } = tweet;
  const to = repliedTo(tweet);
  return [
    idCell(tweet.id, row),
    author.handle,
    escapeText(tweet.text),
    apiDate(tweet.second),
    // Spreadsheets keep times as fractions of a day: some come back a second early.
    sheetTime(tweet.second - (row % 9 === 4 ? 1000 : 0)),
    '',
    author.lang,
    to ? String(to.id) : '',
    to ? to.handle : '',
    String(author.id),
    tweet.parent ? String(tweet.parent.id) : '',
    author.client,
    `http://pbs.twimg.com/profile_images/0/${author.handle}_normal.jpg`,
    String(author.followers),
    String(author.friends),
    author.place,
    `http://twitter.com/${author.handle}/statuses/${tweet.id}`,
    // The script behind the sheet is JavaScript: long ids are rounded in `id`, whole in `id_str`.
    JSON.stringify(entities(tweet.tokens, Number)),
  ];
}

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function tagsFile(tweets) {
  const rows = tweets
    .filter((tweet) => tweet.tagged)
    .sort((a, b) => b.second - a.second)
    .map((tweet, row) => cells(tweet, row).map(quote).join(','));
  // Two fetches overlapped by two tweets, and the sheet only removes runs of three.
  const overlap = Math.floor(rows.length * 0.4);
  rows.splice(overlap, 0, ...rows.slice(overlap, overlap + 2));
  return `${[COLUMNS, ...rows].join('\n')}\n`;
}
