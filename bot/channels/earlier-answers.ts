import type { Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';

/** Messages whose answers are remembered; one that is edited later than that is answered anew. */
const most = 2_000;

/** Which messages answered which, so that an edited question is answered in the same place. Never rejects. */
export interface EarlierAnswers {
  to(chatId: string, messageId: string): readonly string[] | Promise<readonly string[]>;
  note(chatId: string, messageId: string, answers: readonly string[]): void | Promise<void>;
}

/** In the database, for two days. */
export const createStoredAnswers = (
  channel: string,
  { givenAnswers }: Pick<Stores, 'givenAnswers'>,
  log: Logger,
): EarlierAnswers => ({
  async to(chatId, messageId) {
    try {
      return await givenAnswers.to(channel, chatId, messageId);
    } catch (error) {
      // Answered a second time rather than not at all.
      log.warn('door.answersNotLoaded', { channel, error });
      return [];
    }
  },
  async note(chatId, messageId, answers) {
    try {
      await givenAnswers.note(channel, chatId, messageId, answers);
    } catch (error) {
      log.warn('door.answersNotNoted', { channel, error });
    }
  },
});

/** Forgotten with the process. */

export function createEarlierAnswers(): EarlierAnswers {
  const answers = new Map<string, readonly string[]>();
  const keyOf = (chatId: string, messageId: string): string => `${chatId} ${messageId}`;
  return {
    to: (chatId, messageId) => answers.get(keyOf(chatId, messageId)) ?? [],
    note(chatId, messageId, given) {
      const key = keyOf(chatId, messageId);
      answers.delete(key);
      answers.set(key, given);
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    },
  };
}
