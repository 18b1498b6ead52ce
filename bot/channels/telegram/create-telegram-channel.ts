import { createHash } from 'node:crypto';
import { Bot, TelegramApiError, webhookCallback } from 'node-telegram-bot-api';
import type { Update } from 'node-telegram-bot-api/types';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import { UserError } from '../../../knowledge/user-error.ts';
import type { Engine } from '../../model.ts';
import { createCommandMenus } from './command-menus.ts';
import { handleProjected } from './handle-projected.ts';
import { createIntake } from './intake.ts';
import { pause } from './pause.ts';
import { poll } from './polling.ts';
import { channelName, wantedUpdates } from './project-update.ts';
import type { BotSelf } from './project-update.ts';
import { createTelegramSender } from './sender.ts';

/** Where the server mounts the webhook, below the public URL. */
export const telegramWebhookPath = '/webhooks/telegram';

export interface TelegramOptions {
  token: string;
  /** Null: Telegram's own servers. */
  apiRoot: string | null;
  /** Null: the runtime's own; else one that goes through a proxy. */
  fetch: typeof fetch | null;
  /** `[A-Za-z0-9_-]`, 1-256 characters; null: one derived from the token. */
  webhookSecret: string | null;
  /** Null: long polling. */
  publicUrl: string | null;
  engine: Engine;
  stores: Pick<Stores, 'inbound' | 'identities'>;
  log: Logger;
  /** How long one call may take; a poll may take this much longer than the server holds it. */
  timeoutMs?: number;
  pollSeconds?: number;
}

export interface TelegramChannel {
  sender: MessageSender;
  /** Takes up what an earlier run left, then receives. Throws `UserError` for a token that Telegram refuses. */
  start(): Promise<void>;
  /** Ends the poll at once and waits for updates in work. */
  stop(): Promise<void>;
  /** Handles a POST to `telegramWebhookPath`: 401 without the secret, 500 when the update could not be stored. */
  webhook(request: Request): Promise<Response>;
  status(): { ok: boolean; detail: string };
  /** Null until Telegram told it. */
  readonly username: string | null;
  /** `https://t.me/<bot>?start=<payload>`, or without payload; null while the name is unknown. */
  deepLink(payload?: string): string | null;
}

export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, engine, stores, log, publicUrl } = options;
  const secret = options.webhookSecret ?? createHash('sha256').update(`webhook ${token}`).digest('hex');
  const bot = new Bot(token, {
    // A repeated sendMessage is a duplicate; Temporal repeats what may be repeated.
    maxRetries: 0,
    timeoutMs: options.timeoutMs ?? 15_000,
    ...(options.apiRoot === null ? {} : { apiRoot: options.apiRoot }),
    ...(options.fetch === null ? {} : { fetch: options.fetch }),
  });
  const { api } = bot;
  const sender = createTelegramSender(api);
  const menus = createCommandMenus(api, log);
  const stopping = new AbortController();
  const { signal } = stopping;
  const intake = createIntake({
    inbound: stores.inbound,
    log,
    handle: (projected) =>
      handleProjected(
        {
          api,
          engine,
          sender,
          log,
          signal,
          identities: stores.identities,
          offerStaffCommands: (chatId) => menus.offerStaff(chatId),
        },
        projected,
      ),
  });
  let me: BotSelf | null = null;
  let state: { ok: boolean; detail: string } = { ok: false, detail: 'not started' };
  let receiving: Promise<void> = Promise.resolve();

  const accept = (update: Update): Promise<void> => {
    if (me === null) throw new Error('not connected yet');
    return intake.accept(update, me);
  };
  bot.use((context) => accept(context.update));
  // Rethrown so that an update that could not be stored is answered with 500 and delivered again.
  bot.catch((error) => {
    log.error('telegram.updateNotStored', { error: String(error) });
    throw error;
  });
  const onWebhook = webhookCallback(bot, { secretToken: secret });

  async function connect(): Promise<void> {
    const user = await api.getMe(signal);
    me = { id: user.id, username: user.username ?? '' };
    if (publicUrl === null) {
      await api.deleteWebhook({}, signal);
    } else {
      await api.setWebhook(
        {
          url: `${publicUrl.replace(/\/+$/, '')}${telegramWebhookPath}`,
          secret_token: secret,
          allowed_updates: [...wantedUpdates],
        },
        signal,
      );
    }
    state = { ok: true, detail: publicUrl === null ? 'polling' : 'webhook' };
    log.info('telegram.connected', { username: me.username, mode: state.detail });
  }

  async function receive(): Promise<void> {
    await menus.offerPublic();
    for (const staff of await stores.identities.staffIdentities()) {
      if (staff.channel === channelName && staff.privateChatId !== null) {
        await menus.offerStaff(staff.privateChatId);
      }
    }
    if (publicUrl !== null) return;
    await poll({
      api,
      signal,
      timeoutSeconds: options.pollSeconds ?? 25,
      accept,
      onState: (polled) => {
        state = polled.ok ? { ok: true, detail: 'polling' } : failed(polled.error, polled.conflict);
      },
    });
  }

  function failed(error: unknown, conflict: boolean): { ok: false; detail: string } {
    const detail = conflict
      ? 'another process polls with the same token'
      : error instanceof Error
        ? error.message
        : String(error);
    log.warn('telegram.receiveFailed', { detail });
    return { ok: false, detail };
  }

  /** Until Telegram can be reached: an office's line may be down when the program starts. */
  async function connectInTheEnd(): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      await pause(Math.min(1_000 * 2 ** Math.min(failures, 5), 30_000), signal);
      if (signal.aborted) return;
      try {
        await connect();
        return await receive();
      } catch (error) {
        state = failed(error, false);
      }
    }
  }

  return {
    sender,
    async start() {
      try {
        await connect();
      } catch (error) {
        if (isRefusedToken(error)) throw refusedToken(error);
        state = failed(error, false);
      }
      await intake.resume();
      receiving = (state.ok ? receive() : connectInTheEnd()).catch((error: unknown) => {
        if (!signal.aborted) state = failed(error, false);
      });
    },
    async stop() {
      stopping.abort();
      await receiving;
      await intake.close();
      state = { ok: false, detail: 'stopped' };
    },
    webhook: (request) =>
      signal.aborted || me === null
        ? Promise.resolve(new Response('Service Unavailable', { status: 503 }))
        : onWebhook(request),
    status: () => state,
    get username() {
      return me?.username ?? null;
    },
    deepLink(payload) {
      if (me === null || me.username === '') return null;
      if (payload === undefined) return `https://t.me/${me.username}`;
      // Telegram hands over nothing else as a start payload.
      return /^[A-Za-z0-9_-]{1,64}$/.test(payload) ? `https://t.me/${me.username}?start=${payload}` : null;
    },
  };
}

/** 401 for a token that was revoked, 404 for one that never was. */
const isRefusedToken = (error: unknown): boolean =>
  error instanceof TelegramApiError && (error.errorCode === 401 || error.errorCode === 404);

const refusedToken = (cause: unknown): UserError =>
  new UserError(
    {
      zh: 'Telegram 不接受 TELEGRAM_BOT_TOKEN，请向 @BotFather 核对。',
      en: 'Telegram refuses TELEGRAM_BOT_TOKEN; please check it with @BotFather.',
    },
    cause,
  );
