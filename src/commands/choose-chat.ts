import { distance } from 'fastest-levenshtein';
import type { Chat } from '../chat.ts';
import { UserError } from '../errors.ts';
import { fold } from '../normalise/text.ts';
import { busiestChat, listChats } from '../store/chats.ts';
import type { Database } from '../store/open.ts';

/** The chat when none is named and the archive is empty. */
const FALLBACK = 'iaedchat';

/** The chat a command is about: the one named, else the one the archive holds most of. */
export function chooseChat(db: Database, named: string | null): Chat {
  return findChat(listChats(db), named ?? busiestChat(db) ?? FALLBACK);
}

/** A chat by its name or hashtag, in any case; throws a UserError with the nearest name. */
export function findChat(chats: readonly Chat[], name: string): Chat {
  const wanted = fold(name.trim().replace(/^[#＃]/, ''));
  const chat = chats.find((one) => one.name === wanted || one.hashtags.includes(wanted));
  if (chat !== undefined) return chat;
  const [nearest] = chats.toSorted((a, b) => distance(a.name, wanted) - distance(b.name, wanted));
  const guess = nearest !== undefined && distance(nearest.name, wanted) <= 3 ? ` Did you mean ${nearest.name}?` : '';
  throw new UserError(
    `edchat does not know a chat "${name}".${guess} List them with: edchat chats, or add it: edchat chats add ${wanted || 'NAME'}`,
  );
}
