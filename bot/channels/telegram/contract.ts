import type { Stores } from '../../../activities/ports/store.ts';
import type { InboundMessage } from '../../model.ts';
import type { StaffDesk } from '../../tickets/desk.ts';
import type { Channel, ChannelPorts } from '../channel.ts';
import type { TelegramLogin } from './login-data.ts';
import type { DeskOptions } from './desk/create-desk.ts';

/** How Telegram is called. */
export interface TelegramAccess {
  token: string;
  /** Null: Telegram's own servers. */
  apiRoot: string | null;
  /** Null: the runtime's own; else one that goes through a proxy. */
  fetch: typeof fetch | null;
  /** How long one call may take; a poll may take this much longer than the server holds it. */
  timeoutMs?: number;
}

export interface TelegramOptions extends TelegramAccess, ChannelPorts {
  stores: ChannelPorts['stores'] & Pick<Stores, 'groups' | 'givenAnswers'>;
  /** `[A-Za-z0-9_-]`, 1-256 characters; null: one derived from the token. */
  webhookSecret: string | null;
  /** Null: long polling. */
  publicUrl: string | null;
  pollSeconds?: number;
  /** Absent: no group of staff is known. */
  desk?: DeskOptions;
  /** How long an answer may take before the chat shows that one is coming. */
  typingAfterMs?: number;
}

export interface TelegramChannel extends Channel {
  /** The staff's group; null where none is known. */
  readonly desk: StaffDesk | null;
  readonly receivesBy: 'polling' | 'webhook';
  /** Learns the bot's name for the links, where another process receives. Throws when Telegram does not answer. */
  introduce(): Promise<void>;
  /**
   * Takes one POST to the webhook's path: 401 without the right secret, 400 for what is no update, 500 when it could
   * not be stored, so that Telegram sends it again.
   */
  webhook: (call: { body: unknown; secretToken: string | null }) => Promise<{ status: number }>;
  /** See `EnginePorts.isGroupAdmin`. */
  isGroupAdmin(message: InboundMessage): Promise<boolean>;
  /** See `GroupDoors.leave`. */
  leaveGroup(chatId: string): Promise<void>;
  /** Null until Telegram told it. */
  username(): string | null;
  readonly login: TelegramLogin;
}
