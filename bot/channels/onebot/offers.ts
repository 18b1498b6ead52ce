import type { Offered } from './render.ts';

/** Chats, and messages in each, whose buttons are remembered. */
const mostChats = 2_000;
const mostMessages = 20;

interface Offer {
  messageId: string;
  /** Whose question it answers; null where that is not known. */
  to: string | null;
  offered: Offered[];
}

interface Typed {
  chatId: string;
  userId: string;
  text: string;
  /** The message that it replies to. */
  replyTo: string | null;
}

/** The buttons shown in each chat, for what people type instead of tapping. Forgotten with the process. */
export interface Offers {
  /** `asked`: who asked in this chat, and by which message. */
  heard(chatId: string, messageId: string, userId: string): void;
  note(chatId: string, sent: { messageId: string; replyTo?: string; offered: Offered[] }): void;
  /** The button that is meant; null for words of another kind. */
  meant(typed: Typed): { data: string; messageId: string } | null;
}

export function createOffers(): Offers {
  const offers = new Map<string, Offer[]>();
  const askers = new Map<string, string>();
  const keyOf = (chatId: string, messageId: string): string => `${chatId} ${messageId}`;

  return {
    heard(chatId, messageId, userId) {
      remember(askers, keyOf(chatId, messageId), userId);
    },
    note(chatId, { messageId, replyTo, offered }) {
      const to = replyTo === undefined ? null : (askers.get(keyOf(chatId, replyTo)) ?? null);
      const before = offers.get(chatId) ?? [];
      if (offered.length === 0 && before.length === 0) return;
      remember(offers, chatId, [{ messageId, to, offered }, ...before].slice(0, mostMessages));
    },
    meant({ chatId, userId, text, replyTo }) {
      const word = plain(text);
      if (word === '') return null;
      const here = offers.get(chatId) ?? [];
      const quoted = here.find(({ messageId }) => messageId === replyTo);
      const own = here.filter(({ to }) => to === userId);
      // In a group a letter is of the list that was given to who types it, in private of the last one.
      // A quoted list that is not known any more is not taken for another one.
      const latest = chatId.startsWith('group:') ? own[0] : here[0];
      const last = quoted ?? (replyTo === null ? latest : undefined);
      const byLetter = last?.offered.find(({ letter }) => letter !== '' && letter === word.toUpperCase());
      if (last !== undefined && byLetter !== undefined) return found(last, byLetter);
      for (const offer of [...(quoted === undefined ? [] : [quoted]), ...own, ...here]) {
        const byLabel = offer.offered.find(({ label }) => plain(label) === word);
        if (byLabel !== undefined) return found(offer, byLabel);
      }
      return null;
    },
  };
}

const found = ({ messageId }: Offer, { data }: Offered): { data: string; messageId: string } => ({
  data,
  messageId,
});

/** As it is typed on a telephone: full-width letters, a full stop, `A.` with its label behind it. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^([a-z])\s*[.、)]\s*(?=\S)/i, '')
    .replace(/[.。、)]$/, '')
    .trim();

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostChats && oldest !== undefined) map.delete(oldest);
}
