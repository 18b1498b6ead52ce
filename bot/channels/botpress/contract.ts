import type { OutsideActions } from '../../engine/outside-actions.ts';
import type { Channel, ChannelPorts } from '../channel.ts';

export const channelName = 'botpress';

/** How Botpress is called. */
export interface BotpressAccess {
  botId: string;
  token: string;
  /** Null: Botpress's own cloud. */
  apiUrl: string | null;
  /** How long one call may take. */
  timeoutMs?: number;
}

export interface BotpressOptions extends BotpressAccess, ChannelPorts {
  /** Who calls the webhook knows it. */
  secret: string;
  actions: OutsideActions;
}

/** One HTTP call to the bot. */
export interface BotpressCall {
  secret: string | null;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  body: string;
}

export interface BotpressChannel extends Channel {
  /**
   * 401 without the secret, 403 for another bot's call, 400 for what is no call of Botpress, 503 when not running, 500 when the
   * event could not be stored, so that it is sent again.
   */
  webhook(call: BotpressCall): Promise<{ status: number; body: string }>;
}
