/** What one file tells of the posts and people in it, under the numbers that its server gave them. */
import { wholeHandle } from './fediverse.ts';
import { type JsonObject, child, children, idText, text } from './json-value.ts';

/** Posts and people by their number on the server that wrote the file. */
export interface Known {
  /** Notes a post, who wrote it, whom it addresses, and the posts inside it. */
  note(status: JsonObject): void;
  /** What a post answers: the uri as far as it is known or can be built, and the author. */
  answered(status: JsonObject): { readonly id: string | null; readonly author: string | null } | null;
}

interface Account {
  readonly handle: string | null;
  /** What the addresses of its posts begin with, for an account of this server. */
  readonly posts: string | null;
}

/** An empty notebook. */
export function knownPosts(): Known {
  const uris = new Map<string, string>();
  const accounts = new Map<string, Account>();
  const noteAccount = (account: JsonObject | null) => {
    const id = idText(account, 'id');
    if (account !== null && id !== null && accounts.get(id)?.posts == null) accounts.set(id, accountOf(account));
  };
  const note = (status: JsonObject, depth = 0) => {
    const id = idText(status, 'id');
    const uri = text(status, 'uri');
    if (id !== null && uri !== null) uris.set(id, uri);
    noteAccount(child(status, 'account'));
    for (const mention of children(status, 'mentions')) noteAccount(mention);
    for (const inner of depth < 2 ? innerStatuses(status) : []) note(inner, depth + 1);
  };
  return {
    note: (status) => note(status),
    answered(status) {
      const id = idText(status, 'in_reply_to_id');
      const account = accounts.get(idText(status, 'in_reply_to_account_id') ?? '') ?? null;
      if (id === null && account === null) return null;
      const built = account === null || account.posts === null || id === null ? null : account.posts + id;
      return { id: (id === null ? null : uris.get(id)) ?? built, author: account?.handle ?? null };
    },
  };
}

/** The post that a boost repeats and the one that a post quotes. */
function innerStatuses(status: JsonObject): JsonObject[] {
  return [child(status, 'reblog'), quotedStatus(status)].filter((inner) => inner !== null);
}

/** The post that a post quotes, where the export holds it. */
export function quotedStatus(status: JsonObject): JsonObject | null {
  const quote = child(status, 'quote');
  return child(quote, 'quoted_status') ?? (text(quote, 'uri') === null ? null : quote);
}

// Only Mastodon and its kin write profiles as `/@user`, and number their posts under `/users/user/statuses/`.
function accountOf(account: JsonObject): Account {
  const name = text(account, 'acct') ?? '';
  const url = text(account, 'url');
  const [, server] = /^(https?:\/\/[^/]+)\/@[^/]+$/.exec(url ?? '') ?? [];
  const own = server !== undefined && !name.includes('@');
  return { handle: wholeHandle(name, url), posts: own ? `${text(account, 'uri') ?? `${server}/users/${name}`}/statuses/` : null };
}
