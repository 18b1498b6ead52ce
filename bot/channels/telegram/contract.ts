import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import type { Engine } from '../../model.ts';

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

export interface TelegramOptions extends TelegramAccess {
  /** `[A-Za-z0-9_-]`, 1-256 characters; null: one derived from the token. */
  webhookSecret: string | null;
  /** Null: long polling. */
  publicUrl: string | null;
  engine: Engine;
  stores: Pick<Stores, 'inbound' | 'identities'>;
  log: Logger;
  pollSeconds?: number;
}

export interface TelegramChannel {
  sender: MessageSender;
  readonly receivesBy: 'polling' | 'webhook';
  /** Takes up what an earlier run left, then receives. Throws `UserError` for a token that Telegram refuses. */
  start(): Promise<void>;
  /** Learns the bot's name for `linkTo`, where another process receives. Throws when Telegram does not answer. */
  introduce(): Promise<void>;
  /** Ends the poll at once and waits for updates in work. */
  stop(): Promise<void>;
  /**
   * Takes one POST to the webhook's path: 401 without the right secret, 400 for what is no update, 500 when it could
   * not be stored, so that Telegram sends it again.
   */
  webhook: (call: { body: unknown; secretToken: string | null }) => Promise<{ status: number }>;
  status(): { ok: boolean; detail: string };
  /** Null until Telegram told it. */
  username(): string | null;
  /** `https://t.me/<bot>?start=<code>`, or without a code; null while the name is unknown. */
  linkTo(code: string | null): string | null;
}
