/** Messages whose answers are remembered; one that is edited later than that is answered anew. */
const most = 2_000;

/** Which messages answered which, so that an edited question is answered in the same place. Forgotten with the process. */
export interface EarlierAnswers {
  to(chatId: string, messageId: string): readonly string[];
  note(chatId: string, messageId: string, answers: readonly string[]): void;
}

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
