import type { Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createBotpressOutbox } from '../../bot/channels/botpress/create-botpress-channel.ts';
import { createMailOutbox } from '../../bot/channels/mail/create-mail-channel.ts';
import { createOneBotOutbox } from '../../bot/channels/onebot/relay.ts';
import { createTelegramOutbox } from '../../bot/channels/telegram/telegram-api.ts';
import { createWebOutbox } from '../../bot/channels/web/sender.ts';
import { createWecomSender } from '../../bot/channels/wecom/sender.ts';
import type { Settings } from '../settings.ts';
import { withLinks } from '../settings-mail.ts';
import { byChannel } from './by-channel.ts';
import type { Senders } from './by-channel.ts';
import { systemClock } from './system-clock.ts';
import { telegramAccess } from './telegram-access.ts';

/** Of a process that only sends. */
export function createSenders(
  { telegram, botpress, mail, onebot, wecom }: Settings,
  { stores, log }: { stores: Stores; log: Logger },
): Senders {
  const mailAccess = withLinks(mail);
  return byChannel([
    createWebOutbox({ ...stores, log }),
    ...(telegram === null ? [] : [createTelegramOutbox(telegramAccess(telegram), { ...stores, log })]),
    ...(botpress === null ? [] : [createBotpressOutbox(botpress, log)]),
    ...(mailAccess === null ? [] : [createMailOutbox(mailAccess, stores)]),
    ...(onebot === null ? [] : [createOneBotOutbox(stores.relay)]),
    ...(wecom === null ? [] : [createWecomSender(wecom, systemClock)]),
  ]);
}
