import type { Answer, Locale } from '../knowledge/answering/types.ts';
import type { OutboundMessage } from '../knowledge/message.ts';

/** What a message holds besides text. The bot reads none of it, and says so. */
export const attachmentKinds = ['photo', 'document', 'voice', 'video', 'sticker', 'other'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What a channel makes of its vendor's event: the only form that the engine knows. */
export interface InboundMessage {
  channel: string;
  /** Unique within the channel; event IDs of what the message causes derive from it. */
  externalId: string;
  /** The vendor's ID of the message itself; an edited one keeps it. Absent for a tap, and where the vendor has none. */
  messageId?: string;
  /** Its sender has changed it: it is answered again, in the place of what was answered before. */
  edited?: true;
  chat: {
    id: string;
    kind: 'private' | 'group';
    /** Of a private chat where the bot may answer, and not write first: no reminder is sent there. */
    answersOnly?: true;
    /** The whole group, where `id` is a place within it, such as a topic. */
    groupId?: string;
  };
  sender: {
    externalUserId: string;
    locale: 'zh-CN' | 'en';
    /** Writes in the group's own name: an administrator who stays anonymous. */
    asGroup?: true;
  };
  /** Text without the mention of the bot; empty for a callback. */
  text: string;
  /** `/status foo` -> { name: 'status', args: 'foo' }; a deep link arrives as { name: 'start', args: code }. */
  command: { name: string; args: string } | null;
  /** Data of a tapped button. */
  callback: { data: string; messageId: string } | null;
  /** In a group: mentioned, replied to or commanded. Always true in private. */
  addressed: boolean;
  /** Absent: nothing but text. */
  attachments?: readonly AttachmentKind[];
  /** The message that this one replies to or quotes, as far as it is text. It is read as a question, and never repeated. */
  quoted?: { text: string; fromBot: boolean };
}

/** Links into a channel's private chat with the bot; null where it has none, or does not know it yet. */
export interface ChannelLinks {
  privateChat(): string | null;
  /** Hands `code` over when it is opened; it arrives as the command `start`. */
  start(code: string): string | null;
}

/** What the engine wants done: `reply` sends a new message, `edit` changes the one whose button was tapped. */
export interface Reply {
  kind: 'reply' | 'edit';
  message: OutboundMessage;
  /**
   * To be called once the message is in the chat, with the channel's ID of it. The message that it returns, if any,
   * replaces the one just sent. What must not happen before its message is seen starts here.
   */
  onSent?: (messageId: string) => Promise<OutboundMessage | null>;
}

export interface HandleResult {
  replies: Reply[];
  /** Short text shown on the tapped button, for callbacks. */
  toast: string | null;
  /** The sender has just been linked as staff: a channel with command menus now offers the staff's one. */
  staffLinked?: boolean;
  /** The question on the policy that this replies to, for the office's queue; channels ignore it. */
  asked?: { text: string; answer: Answer; locale: Locale };
  /** The policy answer in this reply, which a follow-up refers to; channels ignore it. */
  talkedOf?: Answer;
  /**
   * A change of an enrollment stayed without an answer. The same message is handled again until there is one; these replies say
   * so, and are given once.
   */
  unsettled?: true;
  /** No change could be asked for at all: the engine is not there. */
  unreached?: true;
  /** Replies that come after everything that belongs to the answer; the engine joins them to `replies`. */
  further?: Reply[];
}

/**
 * Of a message that may change something: tries once more what its sender said before it and what came to no end yet. False
 * while that is so still; then this message waits, since what is said later is what is meant.
 */
export type TakeTurn = () => Promise<boolean>;

/** How a message comes to be handled. */
export interface Handling {
  /** Absent: nothing comes before it. */
  turn?: TakeTurn;
  /** It was stored for a while, and perhaps handled before: its sender may have blocked the bot since. */
  waited?: boolean;
}

export interface Engine {
  handle(message: InboundMessage, handling?: Handling): Promise<HandleResult>;
  /**
   * Whether `handle` answers a group message that was not addressed to the bot. A channel stores and handles no other
   * such message. Absent: none.
   */
  answersUnasked?(message: InboundMessage): Promise<boolean>;
  /** What the bot says when it comes into a group of a channel. Absent: nothing. */
  groupGreeting?(channel: string, locale: Locale): OutboundMessage;
}
