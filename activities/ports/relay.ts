import type { SendErrorCode } from './services.ts';

/** What became of a relayed message: as `MessageSender.send` and `SendError` say it. */
export type RelayOutcome =
  { messageId: string } | { fate: 'notSent' | 'ambiguous'; code: SendErrorCode; retryAfterMs: number | null };

export interface RelayedMessage {
  id: number;
  chatId: string;
  /** In the channel's own form. */
  content: string;
}

/**
 * Messages that one process sends for another: a channel may have one connection, and only the process that holds it can send.
 * Nothing is kept of a message once who asked for it knows its end.
 */
export interface RelayStore {
  /** Asks for a message to be sent; not after `beginBefore`. */
  ask(message: Omit<RelayedMessage, 'id'> & { channel: string; beginBefore: Date }): Promise<number>;
  /** Null while there is no end. What has ended is forgotten by this. */
  endOf(id: number): Promise<RelayOutcome | null>;
  /** False where it was begun, and may have been sent. */
  takeBack(id: number): Promise<boolean>;
  /** Nobody waits for its end any more. */
  forget(id: number): Promise<void>;
  /**
   * Takes what waits on a channel, the oldest of each chat but those named; each is taken by one process. The rest of a chat waits
   * where it can be taken back.
   */
  take(channel: string, exceptChats: readonly string[]): Promise<RelayedMessage[]>;
  end(id: number, outcome: RelayOutcome): Promise<void>;
}
