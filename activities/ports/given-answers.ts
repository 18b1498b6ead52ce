/** Which messages of ours answer which of theirs, by the channel's IDs and without a word; forgotten after two days. */
export interface GivenAnswerStore {
  /** In the order in which they were given; empty for none, or none that is remembered. */
  to(channel: string, chatId: string, messageId: string): Promise<string[]>;
  note(channel: string, chatId: string, messageId: string, answers: readonly string[]): Promise<void>;
}
