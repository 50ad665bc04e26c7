/** Names and addresses of the Fediverse: https://docs.joinmastodon.org/spec/webfinger/ */

/** The whole handle `user@host` of an account: servers leave out their own host. `address` is any of its addresses. */
export function wholeHandle(name: string | null, address: string | null): string | null {
  const handle = name?.replace(/^@/, '') ?? '';
  if (handle === '' || handle.includes('@')) return handle || null;
  const host = address !== null && URL.canParse(address) ? new URL(address).host : '';
  return host === '' ? handle : `${handle}@${host}`;
}

/** The handle that the address of an account, or of one of its posts, tells; null when it tells none. */
export function handleAt(address: string | null): string | null {
  const [, host, name] = /^https?:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)(?:[/?#]|$)/.exec(address ?? '') ?? [];
  return host === undefined || name === undefined ? null : `${name}@${host}`;
}

/** The uri of a post whose web address is given: Mastodon's and that of bridged Bluesky follow from it, any other stays as it is. */
export function postUri(address: string): string {
  return address
    .replace(/^(https?:\/\/[^/]+)\/@([\w.-]+)\/(\d+)$/, '$1/users/$2/statuses/$3')
    .replace(
      /^https:\/\/bsky\.app\/profile\/(did:[\w:.-]+)\/post\/(\w+)$/,
      'https://bsky.brid.gy/convert/ap/at://$1/app.bsky.feed.post/$2',
    );
}

/** The text of a post with what stands over it: the warning or subject that readers see first. */
export function withSubject(subject: string | null, text: string): string {
  return subject === null ? text : `${subject}\n\n${text}`.trim();
}

/** The answers of a poll, a line each; empty when there are none. */
export function pollLines(answers: readonly (string | null)[]): string {
  const lines = answers.flatMap((answer) => (answer === null ? [] : [`- ${answer}`]));
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/** `1 post`, `3 posts`, or null for none. */
export function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}
