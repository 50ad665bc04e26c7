// Tweets as Twitter's API 1.1 gave them, one a line. Written by hand, since what never changes is put together once a person.

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n) => String(n).padStart(2, '0');

/** `Mon Apr 18 00:03:12 +0000 2016` */
export function apiDate(ms) {
  const d = new Date(ms);
  const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
  return `${DAYS[d.getUTCDay()]} ${MONTHS[d.getUTCMonth()]} ${two(d.getUTCDate())} ${clock} +0000 ${d.getUTCFullYear()}`;
}

/** The API escapes these three characters. */
export const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const users = new Map();

function userJson(person) {
  const known = users.get(person.number);
  if (known !== undefined) return known;
  const picture = `pbs.twimg.com/profile_images/${person.id}00/face_normal.jpg`;
  const theme = 'abs.twimg.com/images/themes/theme9/bg.gif';
  const made = JSON.stringify({
    id: Number(person.id),
    id_str: person.id,
    name: person.name,
    screen_name: person.handle,
    location: person.place,
    description: person.about,
    url: `https://t.co/u${person.id}`,
    entities: {
      url: {
        urls: [
          {
            url: `https://t.co/u${person.id}`,
            expanded_url: `https://${person.handle}.example.net`,
            display_url: 'example.net',
            indices: [0, 23],
          },
        ],
      },
      description: { urls: [] },
    },
    protected: false,
    followers_count: person.followers,
    friends_count: person.friends,
    listed_count: person.followers % 97,
    created_at: apiDate(Date.UTC(2008, 0, 1) + person.number * 3_600_000),
    favourites_count: person.written % 4001,
    utc_offset: null,
    time_zone: null,
    geo_enabled: true,
    verified: false,
    statuses_count: person.written,
    lang: null,
    contributors_enabled: false,
    is_translator: false,
    is_translation_enabled: false,
    profile_background_color: '000000',
    profile_background_image_url: `http://${theme}`,
    profile_background_image_url_https: `https://${theme}`,
    profile_background_tile: false,
    profile_image_url: `http://${picture}`,
    profile_image_url_https: `https://${picture}`,
    profile_banner_url: `https://pbs.twimg.com/profile_banners/${person.id}/1664215281`,
    profile_link_color: 'FAB81E',
    profile_sidebar_border_color: '000000',
    profile_sidebar_fill_color: '000000',
    profile_text_color: '000000',
    profile_use_background_image: false,
    has_extended_profile: true,
    default_profile: false,
    default_profile_image: false,
    following: null,
    follow_request_sent: null,
    notifications: null,
    translator_type: 'none',
    withheld_in_countries: [],
  });
  users.set(person.number, made);
  return made;
}

const text = JSON.stringify;

/** The `entities` of a tweet. */
export function entitiesJson({ text: words, link, parent, retweets }) {
  const hashtags = Array.from(
    words.matchAll(/#(\w+)/g),
    ({ 1: tag, index }) => `{"text":"${tag}","indices":[${index},${index + tag.length + 1}]}`,
  );
  const to = (parent ?? retweets)?.author;
  const start = words.indexOf('@');
  const mentions =
    to === undefined
      ? ''
      : `{"screen_name":"${to.handle}","name":${text(to.name)},"id":${to.id},"id_str":"${to.id}","indices":[${start},${start + to.handle.length + 1}]}`;
  const at = link === null ? 0 : words.indexOf(link.short);
  const urls =
    link === null
      ? ''
      : `{"url":"${link.short}","expanded_url":"${link.url}","display_url":"${link.shown}","indices":[${at},${at + link.short.length}]}`;
  return `{"hashtags":[${hashtags.join(',')}],"symbols":[],"user_mentions":[${mentions}],"urls":[${urls}]}`;
}

/** One tweet as the API's JSON. */
export function apiJson(tweet) {
  const { id, ms, author, parent, quoted, retweets } = tweet;
  const to = parent?.author;
  const words = escapeText(tweet.text);
  return (
    `{"created_at":"${apiDate(ms)}","id":${id},"id_str":"${id}","full_text":${text(words)},"truncated":false,"display_text_range":[0,${words.length}],` +
    `"entities":${entitiesJson(tweet)},"source":${text(author.client)},"in_reply_to_status_id":${parent?.id ?? null},` +
    `"in_reply_to_status_id_str":${text(parent?.id ?? null)},"in_reply_to_user_id":${to?.id ?? null},"in_reply_to_user_id_str":${text(to?.id ?? null)},` +
    `"in_reply_to_screen_name":${text(to?.handle ?? null)},"user":${userJson(author)},"geo":null,"coordinates":null,"place":null,"contributors":null,` +
    (retweets === undefined ? '' : `"retweeted_status":${apiJson(retweets)},`) +
    (quoted === undefined
      ? ''
      : `"quoted_status_id":${quoted.id},"quoted_status_id_str":"${quoted.id}","quoted_status":${apiJson({ ...quoted, quoted: undefined })},`) +
    `"is_quote_status":${quoted !== undefined},"retweet_count":${tweet.shares},"favorite_count":${tweet.likes},"favorited":false,"retweeted":false,` +
    `"possibly_sensitive":false,"lang":"en"}`
  );
}
