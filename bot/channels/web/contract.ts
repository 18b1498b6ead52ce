import type { Locale } from '../../../knowledge/answering/types.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';

export const channelName = 'web';

/** Longest text that a visitor may send, in UTF-16 units as browsers count them. */
export const maxTextLength = 2000;

/** One browser that chats. Known by a random token in its cookie; we keep only the token's hash. */
export interface Visitor {
  identityId: string;
  /** Hash of the token; also the private chat's ID. */
  externalUserId: string;
  locale: Locale;
}

export interface PostedMessage {
  /** Made by the page, unique within the visitor: the same ID twice is one message. */
  clientId: string;
  content: { type: 'text'; text: string } | { type: 'tap'; data: string; messageId: number };
}

export type PostOutcome =
  /** `working`: stored, and the answer will come over the stream. */
  | { outcome: 'done' | 'working' | 'duplicate'; toast: string | null }
  | { outcome: 'refused'; code: 'textTooLong' | 'textEmpty' }
  | TooMany<'tooManyMessages'>;

/** Too much at once, from the visitor or from its address. The same will be taken after `retryAfterMs`. */
export interface TooMany<Code> {
  outcome: 'tooMany';
  code: Code;
  retryAfterMs: number;
}

/** One row of the conversation. Rows only grow; an edit is a later row that says which one it replaces. */
export type ChatItem =
  | { id: number; at: string; from: 'visitor'; text: string; tapped: boolean; clientId: string | null }
  | { id: number; at: string; from: 'bot'; message: OutboundMessage; replaces: number | null };

export interface ChatPage {
  items: ChatItem[];
  /** True when there are rows after the last of `items`. */
  more: boolean;
}

/** The demo firm of a visitor. Times are ISO 8601 instants in UTC. */
export interface TrialClock {
  uscc: string;
  firmName: string;
  /** What the firm's enrollment calls now. */
  now: string;
  /** Null when no reminder is to come. */
  nextReminderAt: string | null;
}

/** What the trial gives the web chat; the composition root wires it. */
export interface WebTrial {
  /**
   * Links the visitor to fictional firms. Called when a session opens and the visitor has no linked firm, so it must bear being
   * called again. A throw is logged and the chat works on without a firm.
   */
  onNewVisitor(identityId: string): Promise<void>;
  /** Null while the visitor's firm has no running enrollment. */
  clock(identityId: string): Promise<TrialClock | null>;
  /** Moves the firm's clock on to its next reminder; the reminder itself then arrives as any message does. */
  advance(identityId: string): Promise<'advanced' | 'nothingScheduled'>;
}

/** What the HTTP routes ask of the web chat. They know cookies and headers; it knows neither. */
export interface WebChat {
  /**
   * The visitor that a token belongs to. Without a well-formed token a new one is made and returned as `newToken`.
   * `address` is that of the browser.
   */
  enter(i: {
    token: string | null;
    address: string;
    locale: Locale | null;
  }): Promise<{ outcome: 'entered'; visitor: Visitor; newToken: string | null } | TooMany<'tooManyVisitors'>>;
  /** Gives the visitor its demo firm where the trial has one and none is linked yet. */
  welcome(visitor: Visitor): Promise<void>;
  post(visitor: Visitor, message: PostedMessage, from: { address: string }): Promise<PostOutcome>;
  history(visitor: Visitor, afterId: number): Promise<ChatPage>;
  /** Hands over every row after `afterId`, in order, those that are there and those to come. Returns the function that ends it. */
  follow(visitor: Visitor, afterId: number, onItem: (item: ChatItem) => void): () => void;
  trial: {
    clock: WebTrial['clock'];
    advance(identityId: string): Promise<'advanced' | 'nothingScheduled' | TooMany<'tooManyMessages'>>;
  } | null;
}
