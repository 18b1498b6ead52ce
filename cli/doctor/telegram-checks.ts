import type { CliContext } from '../context.ts';
import { createProxyFetch } from '../proxy-fetch.ts';
import { broken, fine, notice, type Finding } from './finding.ts';
import { botSchema, telegramAsker, type TelegramAnswer, type TelegramBot } from './telegram-api.ts';
import { checkTelegramGroups } from './telegram-groups-check.ts';
import { checkStaffGroup } from './telegram-staff-group-check.ts';
import { checkReceiving } from './telegram-receiving-check.ts';

/** Reminders are timed to the minute; more than this is worth setting right. */
const clockToleranceMs = 60_000;

/** Token, privacy mode, groups, webhook, other pollers and the clock, over the proxy if one is set. */
export async function checkTelegram(context: CliContext, now: () => Date): Promise<Finding[]> {
  const { telegram } = context.settings;
  if (telegram === null) return [notice((t) => t.telegramNotSet()), checkClock(null, now())];
  const ask = telegramAsker(telegram, createProxyFetch(telegram.proxy));
  const me = await ask('getMe');
  if (me.outcome !== 'ok') {
    const serverTime = me.outcome === 'refused' ? me.serverTime : null;
    return [describeFailure(me, telegram.proxy), checkClock(serverTime, now())];
  }
  const clock = checkClock(me.serverTime, now());
  const bot = botSchema.safeParse(me.result);
  if (!bot.success) return [broken((t) => t.telegramStrange()), clock];
  return [
    ...describeBot(bot.data, telegram.proxy),
    ...(await checkReceiving(context, ask, now())),
    ...(await checkTelegramGroups(context, ask, bot.data)),
    ...(await checkStaffGroup(context, ask, bot.data)),
    clock,
  ];
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

function describeBot(bot: TelegramBot, proxyUrl: string | null): Finding[] {
  const { username, can_join_groups: joins, can_read_all_group_messages: readsAll } = bot;
  const proxy = proxyUrl === null ? null : new URL(proxyUrl).host;
  return [
    fine((t) => t.tokenFine({ username, proxy })),
    readsAll === true ? notice((t) => t.privacyOff()) : fine((t) => t.privacyOn()),
    ...(joins === false ? [notice((t) => t.groupsOff())] : []),
  ];
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
