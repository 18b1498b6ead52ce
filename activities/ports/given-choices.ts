/** What may be typed instead of tapping a button. */
export interface Choice {
  /** Typed instead of the label; empty when the letters are used up. */
  letter: string;
  label: string;
  data: string;
}

export interface GivenChoices {
  /** The channel's ID of the message that shows them. */
  messageId: string;
  /** The channel's ID of the person whose question the message answers; null where that is not known. */
  to: string | null;
  /** None: it offers nothing. */
  choices: Choice[];
}

/** What was offered in each chat of a channel without buttons, whichever process sent it; forgotten after a month. */
export interface GivenChoiceStore {
  /** The latest messages of a chat, the newest first, 20 at most. */
  latest(channel: string, chatId: string): Promise<GivenChoices[]>;
  /** A message without choices is noted where it puts earlier ones out of date. */
  note(channel: string, chatId: string, given: GivenChoices): Promise<void>;
}
