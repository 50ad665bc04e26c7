// Tweets as rows of a TAGS v6.1 sheet, saved as CSV.
import { apiDate, entitiesJson, escapeText } from './api.mjs';

export const COLUMNS =
  'id_str,from_user,text,created_at,time,geo_coordinates,user_lang,in_reply_to_user_id_str,in_reply_to_screen_name,' +
  'from_user_id_str,in_reply_to_status_id_str,source,profile_image_url,user_followers_count,user_friends_count,' +
  'user_location,status_url,entities_str';

const two = (n) => String(n).padStart(2, '0');

function sheetTime(ms) {
  const d = new Date(ms);
  const date = `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`;
  return `${date} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
}

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One tweet as a row. */
export function tagsRow(tweet) {
  const { id, ms, author, parent } = tweet;
  const cells = [
    id,
    author.handle,
    escapeText(tweet.text),
    apiDate(ms),
    sheetTime(ms),
    '',
    'en',
    parent?.author.id ?? '',
    parent?.author.handle ?? '',
    author.id,
    parent?.id ?? '',
    author.client,
    `http://pbs.twimg.com/profile_images/${author.id}00/face_normal.jpg`,
    String(author.followers),
    String(author.friends),
    author.place,
    `http://twitter.com/${author.handle}/statuses/${id}`,
    entitiesJson(tweet),
  ];
  return cells.map(quote).join(',');
}
