import { z } from 'zod';
import { createProxyFetch } from '../proxy-fetch.ts';
import type { Settings } from '../settings.ts';
import { broken, fine, notice, type Finding } from './finding.ts';
import { callTelegram, type TelegramAnswer } from './telegram-api.ts';

const botSchema = z.object({
  username: z.string(),
  can_join_groups: z.boolean().optional(),
  can_read_all_group_messages: z.boolean().optional(),
});
const webhookSchema = z.object({
  url: z.string(),
  pending_update_count: z.number().optional(),
  last_error_message: z.string().optional(),
});
/** Reminders are timed to the minute; more than this is worth setting right. */
const clockToleranceMs = 60_000;

/** Token, privacy mode, groups, webhook and the clock, over the proxy if one is set. */
export async function checkTelegram(settings: Settings, now: () => Date): Promise<Finding[]> {
  const { telegram, publicUrl } = settings;
  if (telegram === null) return [notice((t) => t.telegramNotSet()), checkClock(null, now())];
  const fetchThrough = createProxyFetch(telegram.proxy);
  const me = await callTelegram(telegram, 'getMe', fetchThrough);
  if (me.outcome !== 'ok') {
    const serverTime = me.outcome === 'refused' ? me.serverTime : null;
    return [describeFailure(me, telegram.proxy), checkClock(serverTime, now())];
  }
  const clock = checkClock(me.serverTime, now());
  const webhook = await callTelegram(telegram, 'getWebhookInfo', fetchThrough);
  return [...describeBot(me.result, telegram.proxy), describeWebhook(webhook, publicUrl), clock];
}

function describeFailure(
  answer: Exclude<TelegramAnswer, { outcome: 'ok' }>,
  proxyUrl: string | null,
): Finding {
  if (answer.outcome === 'unreachable') {
    const proxy = proxyUrl === null ? null : new URL(proxyUrl).host;
    return broken((t) => t.telegramUnreachable({ proxy, reason: answer.reason }));
  }
  const { code, description } = answer;
  if (code === 401 || code === 404) return broken((t) => t.tokenRefused());
  return broken((t) => t.telegramRefused({ code, description }));
}

function describeBot(result: unknown, proxyUrl: string | null): Finding[] {
  const bot = botSchema.safeParse(result);
  if (!bot.success) return [broken((t) => t.telegramStrange())];
  const { username, can_join_groups: joins, can_read_all_group_messages: readsAll } = bot.data;
  const proxy = proxyUrl === null ? null : new URL(proxyUrl).host;
  return [
    fine((t) => t.tokenFine({ username, proxy })),
    readsAll === true ? notice((t) => t.privacyOff()) : fine((t) => t.privacyOn()),
    ...(joins === false ? [notice((t) => t.groupsOff())] : []),
  ];
}

/** Without a public URL messages are polled, which a webhook set by somebody else prevents until `npm start` removes it. */
function describeWebhook(answer: TelegramAnswer, publicUrl: string | null): Finding {
  const info = webhookSchema.safeParse(answer.outcome === 'ok' ? answer.result : null);
  if (!info.success) return notice((t) => t.webhookUnknown());
  const { url, last_error_message: lastError, pending_update_count: waiting = 0 } = info.data;
  if (publicUrl === null) {
    return url === ''
      ? fine((t) => t.pollingFine())
      : notice((t) => t.webhookElsewhere({ host: hostOf(url) }));
  }
  if (!url.startsWith(publicUrl)) return notice((t) => t.webhookNotYet());
  if (lastError !== undefined) return notice((t) => t.webhookFails({ reason: lastError, waiting }));
  return fine((t) => t.webhookFine({ host: hostOf(url) }));
}

/** Compared with the server's clock where one answered. */
function checkClock(serverTime: Date | null, now: Date): Finding {
  if (serverTime === null) {
    const plausible = now.getUTCFullYear() >= 2024 && now.getUTCFullYear() < 2100;
    return plausible
      ? fine((t) => t.clockPlausible({ now: now.toISOString() }))
      : broken((t) => t.clockImplausible({ now: now.toISOString() }));
  }
  const offMs = now.getTime() - serverTime.getTime();
  const seconds = Math.round(Math.abs(offMs) / 1000);
  if (Math.abs(offMs) <= clockToleranceMs) return fine((t) => t.clockFine());
  return broken((t) => t.clockWrong({ seconds, ahead: offMs > 0 }));
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
