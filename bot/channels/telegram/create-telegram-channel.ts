import { createHash } from 'node:crypto';
import { safeEqual, TelegramApiError } from 'node-telegram-bot-api';
import type { Update } from 'node-telegram-bot-api/types';
import { userError } from '../../../knowledge/locales/both-languages.ts';
import { createStoredAnswers } from '../earlier-answers.ts';
import { createConversing } from '../converse.ts';
import { createIntake } from '../intake.ts';
import { pause } from '../pause.ts';
import { botLink } from './bot-link.ts';
import { capabilities } from './capabilities.ts';
import { createCommandMenus } from './command-menus.ts';
import { createDesk, deskKeyOf, isOfDesk } from './desk/create-desk.ts';
import type { DeskWanted } from './desk/create-desk.ts';
import { createTelegramApi } from './telegram-api.ts';
import { createTelegramGroups } from './groups.ts';
import { handleProjected, queueKeyOf, readWanted } from './handle-projected.ts';
import { storedIdOf, toBeStored } from './to-be-stored.ts';
import type { TelegramChannel, TelegramOptions } from './contract.ts';
import { checkLoginData } from './login-data.ts';
import { poll } from './polling.ts';
import { projectUpdate, wantedUpdates } from './project-update.ts';
import { channelName } from './projected.ts';
import type { BotSelf, Wanted } from './projected.ts';
import { createTelegramSender } from './sender.ts';
import { webhookUrlOf } from './webhook-url.ts';

export type { TelegramChannel, TelegramOptions } from './contract.ts';

export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, engine, stores, log, publicUrl } = options;
  const secret = options.webhookSecret ?? createHash('sha256').update(`webhook ${token}`).digest('hex');
  const api = createTelegramApi(options);
  const sender = createTelegramSender(api, { onMoved: (move) => groups.moved(move) });
  const stopping = new AbortController();
  const { signal } = stopping;
  const menus = createCommandMenus(api, log, signal);
  const { identities } = stores;
  const { keyedSends } = capabilities;
  const groups = createTelegramGroups({ api, engine, sender, log, signal, groups: stores.groups });
  const converse = createConversing({
    ...{ engine, sender, log, signal, identities, keyedSends },
    earlier: createStoredAnswers(channelName, stores, log),
    onGroupGone: (chatId) => groups.gone(chatId),
  });
  const { typingAfterMs } = options;
  const typing = { api, log, signal, ...(typingAfterMs === undefined ? {} : { typingAfterMs }) };
  const offerStaffCommands = (chatId: string): Promise<void> => menus.offerStaff(chatId);
  const desk = options.desk === undefined ? null : createDesk({ api, log, ...options.desk });
  const intake = createIntake<Wanted | DeskWanted, unknown>({
    channel: channelName,
    inbound: stores.inbound,
    log,
    read: readWanted,
    keyOf: (stored) => (isOfDesk(stored) ? deskKeyOf(stored) : queueKeyOf(stored)),
    handle: async (stored, handling) => {
      if (isOfDesk(stored)) await desk?.handle(stored);
      else
        await handleProjected(
          { ...typing, identities, converse, groups, offerStaffCommands, handling },
          stored,
        );
    },
  });
  let me: BotSelf | null = null;
  let state: ReturnType<TelegramChannel['status']> = { ok: false, detail: 'not started' };
  let receiving: Promise<void> = Promise.resolve();

  const accept = async (update: Update): Promise<void> => {
    if (me === null) throw new Error('not connected yet');
    const ofDesk = (await desk?.take(update, me)) ?? null;
    if (ofDesk !== null) {
      await intake.accept(ofDesk.externalId, ofDesk);
      return;
    }
    const projected = projectUpdate(update, me);
    const wanted = await toBeStored(projected, { engine, log });
    if (wanted !== null) await intake.accept(storedIdOf(wanted), wanted);
  };
  const webhookUrl = webhookUrlOf(publicUrl);

  const receivesBy = webhookUrl === null ? 'polling' : 'webhook';

  async function introduce(): Promise<BotSelf> {
    const user = await api.getMe(signal);
    me = { id: user.id, username: user.username ?? '' };
    return me;
  }

  async function connect(): Promise<void> {
    const { username } = await introduce();
    if (webhookUrl === null) {
      await api.deleteWebhook({}, signal);
    } else {
      await api.setWebhook(
        {
          url: webhookUrl,
          secret_token: secret,
          allowed_updates: [...wantedUpdates],
        },
        signal,
      );
    }
    state = { ok: true, detail: receivesBy };
    log.info('telegram.connected', { username, mode: state.detail });
  }

  async function receive(): Promise<void> {
    await menus.offerPublic();
    for (const staff of await stores.identities.staffIdentities()) {
      if (staff.channel === channelName && staff.privateChatId !== null) {
        await menus.offerStaff(staff.privateChatId);
      }
    }
    if (webhookUrl !== null) return;
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

  const address = (start?: string): string | null =>
    me === null || me.username === '' ? null : botLink(me.username, start);

  function failed(error: unknown, conflict: boolean): { ok: false; detail: string; outside: true } {
    const detail = conflict
      ? 'another process polls with the same token'
      : error instanceof Error
        ? error.message
        : String(error);
    log.warn('telegram.receiveFailed', { detail });
    return { ok: false, detail, outside: true };
  }

  /** Until Telegram can be reached: an office's line may be down when the program starts. */
  async function connectInTheEnd(): Promise<void> {
    const stopped = (): boolean => signal.aborted;
    for (let failures = 1; !stopped(); failures += 1) {
      await pause(Math.min(1_000 * 2 ** Math.min(failures, 5), 30_000), signal);
      if (stopped()) return;
      try {
        await connect();
        await receive();
        return;
      } catch (error) {
        state = failed(error, false);
      }
    }
  }

  return {
    name: channelName,
    capabilities,
    links: {
      privateChat: () => address(),
      // Telegram hands over nothing else as a start payload.
      start: (code) => (/^[A-Za-z0-9_-]{1,64}$/.test(code) ? address(code) : null),
    },
    sender,
    desk: desk?.staffDesk ?? null,
    receivesBy,
    async start() {
      let connected = false;
      try {
        await connect();
        connected = true;
      } catch (error) {
        if (isRefusedToken(error)) throw userError((t) => t.cli.doctor.tokenRefused(), error);
        state = failed(error, false);
      }
      await intake.resume();
      receiving = (connected ? receive() : connectInTheEnd()).catch((error: unknown) => {
        if (!signal.aborted) state = failed(error, false);
      });
    },
    async introduce() {
      await introduce();
    },
    async stop() {
      stopping.abort();
      await receiving;
      await intake.close();
      state = { ok: false, detail: 'stopped' };
    },
    async webhook({ body, secretToken }) {
      if (!safeEqual(secretToken ?? '', secret)) return { status: 401 };
      if (!isUpdate(body)) return { status: 400 };
      if (signal.aborted || me === null) return { status: 503 };
      try {
        await accept(body);
        return { status: 200 };
      } catch (error) {
        log.error('telegram.updateNotStored', { error: String(error) });
        return { status: 500 };
      }
    },
    isGroupAdmin: (message) => groups.isAdmin(message),
    leaveGroup: (chatId) => groups.leave(chatId),
    status: () => state,
    login: { botId: () => me?.id ?? null, check: (data, now) => checkLoginData(data, token, now) },
    username: () => me?.username ?? null,
  };
}

/** What is signed with the secret comes from Telegram; this only keeps a broken proxy's bodies out. */
const isUpdate = (body: unknown): body is Update =>
  typeof body === 'object' && body !== null && 'update_id' in body && Number.isInteger(body.update_id);

/** 401 for a token that was revoked, 404 for one that never was. */
const isRefusedToken = (error: unknown): boolean =>
  error instanceof TelegramApiError && (error.errorCode === 401 || error.errorCode === 404);
