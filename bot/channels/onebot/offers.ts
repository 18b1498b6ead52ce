import type { Choice, GivenChoices, GivenChoiceStore } from '../../../activities/ports/given-choices.ts';
import type { Logger } from '../../../activities/ports/services.ts';
import { channelName } from './contract.ts';

/** Questions whose askers are remembered until they are answered. */
const mostAskers = 2_000;

interface Typed {
  chatId: string;
  userId: string;
  text: string;
  /** The message that it replies to. */
  replyTo: string | null;
}

/** The buttons shown in each chat, for what people type instead of tapping. */
export interface Offers {
  /** `asked`: who asked in this chat, and by which message. */
  heard(chatId: string, messageId: string, userId: string): void;
  /** Never rejects: the message is in the chat. */
  note(chatId: string, sent: { messageId: string; replyTo?: string; offered: Choice[] }): Promise<void>;
  /** The button that is meant; null for words of another kind. */
  meant(typed: Typed): Promise<{ data: string; messageId: string } | null>;
}

export function createOffers(given: GivenChoiceStore, log: Logger): Offers {
  const askers = new Map<string, string>();
  const keyOf = (chatId: string, messageId: string): string => `${chatId} ${messageId}`;

  return {
    heard(chatId, messageId, userId) {
      askers.set(keyOf(chatId, messageId), userId);
      const [oldest] = askers.keys();
      if (askers.size > mostAskers && oldest !== undefined) askers.delete(oldest);
    },
    async note(chatId, { messageId, replyTo, offered }) {
      const to = replyTo === undefined ? null : (askers.get(keyOf(chatId, replyTo)) ?? null);
      try {
        await given.note(channelName, chatId, { messageId, to, choices: offered });
      } catch (error) {
        log.warn('onebot.choicesNotNoted', { error: String(error) });
      }
    },
    meant: async (typed) =>
      plain(typed.text) === '' ? null : meantBy(typed, await given.latest(channelName, typed.chatId)),
  };
}

/** `here`: what the chat was offered, the newest first. */
function meantBy(
  { chatId, userId, text, replyTo }: Typed,
  here: readonly GivenChoices[],
): { data: string; messageId: string } | null {
  const word = plain(text);
  const quoted = here.find(({ messageId }) => messageId === replyTo);
  const own = here.filter(({ to }) => to === userId);
  // In a group a letter is of the list that was given to who types it, in private of the last one.
  // A quoted list that is not known any more is not taken for another one.
  const latest = chatId.startsWith('group:') ? own[0] : here[0];
  const last = quoted ?? (replyTo === null ? latest : undefined);
  const byLetter = last?.choices.find(({ letter }) => letter !== '' && letter === word.toUpperCase());
  if (last !== undefined && byLetter !== undefined) return found(last, byLetter);
  for (const offer of [...(quoted === undefined ? [] : [quoted]), ...own, ...here]) {
    const byLabel = offer.choices.find(({ label }) => plain(label) === word);
    if (byLabel !== undefined) return found(offer, byLabel);
  }
  return null;
}

const found = ({ messageId }: GivenChoices, { data }: Choice): { data: string; messageId: string } => ({
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
