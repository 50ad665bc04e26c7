/** Posts as ActivityPub writes them: https://docs.joinmastodon.org/spec/activitypub/ */
import type { RawReference, RawTweet } from '../tweet.ts';
import { handleAt, pollLines, wholeHandle, withSubject } from './fediverse.ts';
import { type JsonObject, child, children, count, isObject, text } from './json-value.ts';
import type { ReadPost } from './post-html.ts';
import type { Author } from './v1-tweet.ts';

const PUBLIC = /^(?:https:\/\/www\.w3\.org\/ns\/activitystreams#|as:)?Public$/;

/** For whom a post is: everyone, the followers of its author, or those it names. */
export type Audience = 'public' | 'followers' | 'direct';

/** The audience of a post, which itself says it or else the activity that made it. */
export function audienceOf(note: JsonObject, activity: JsonObject): Audience {
  const own = addressees(note);
  const all = own.length > 0 ? own : addressees(activity);
  if (all.some((address) => PUBLIC.test(address))) return 'public';
  return all.some((address) => address.endsWith('/followers')) ? 'followers' : 'direct';
}

function addressees(value: JsonObject): string[] {
  return [value['to'], value['cc']].flat().filter((address) => typeof address === 'string');
}

/** One post as a raw tweet. */
export function noteTweet(note: JsonObject, at: string, author: Author, read: ReadPost): RawTweet {
  const body = read(text(note, 'content') ?? '');
  const tags = children(note, 'tag');
  const answers = [...children(note, 'oneOf'), ...children(note, 'anyOf')].map((answer) => text(answer, 'name'));
  return {
    at,
    network: 'mastodon',
    id: text(note, 'id'),
    url: text(note, 'url'),
    ...author,
    createdAt: text(note, 'published'),
    text: withSubject(text(note, 'summary'), body.text) + pollLines(answers),
    encoded: false,
    replyTo: reference(text(note, 'inReplyTo')),
    quoteOf: reference(text(note, 'quote') ?? text(note, 'quoteUri') ?? text(note, 'quoteUrl') ?? body.quoted),
    conversation: text(note, 'conversation'),
    links: body.links,
    // The archive holds the pictures, so their addresses are paths inside it.
    media: children(note, 'attachment').flatMap((file) =>
      text(file, 'url') === null ? [] : [{ short: null, url: text(file, 'url') ?? '' }],
    ),
    hashtags: tags.filter((tag) => tag['type'] === 'Hashtag').flatMap((tag) => text(tag, 'name') ?? []),
    mentions: tags.filter((tag) => tag['type'] === 'Mention').flatMap((tag) => wholeHandle(text(tag, 'name'), text(tag, 'href')) ?? []),
    counts: { likes: count(child(note, 'likes'), 'totalItems'), retweets: count(child(note, 'shares'), 'totalItems') },
    lang: languageOf(note['contentMap']),
  };
}

function reference(uri: string | null): RawReference | null {
  return uri === null ? null : { id: uri, author: handleAt(uri) };
}

function languageOf(contents: unknown): string | null {
  const [language, other] = isObject(contents) ? Object.keys(contents) : [];
  return language === undefined || other !== undefined ? null : language;
}
