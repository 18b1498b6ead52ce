import type { Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createBotpressOutbox } from '../../bot/channels/botpress/create-botpress-channel.ts';
import { createMailOutbox } from '../../bot/channels/mail/create-mail-channel.ts';
import { createTelegramOutbox } from '../../bot/channels/telegram/telegram-api.ts';
import { createWebOutbox } from '../../bot/channels/web/sender.ts';
import type { Settings } from '../settings.ts';
import { withLinks } from '../settings-mail.ts';
import { channelsOf } from './doors.ts';
import type { Doors } from './doors.ts';
import { telegramAccess } from './telegram-access.ts';

export type Senders = Record<string, MessageSender>;

/** Of a process whose doors are open: an open page shows at once what is sent. */
export const sendersOf = (doors: Doors): Senders =>
  byChannel([...channelsOf(doors), ...(doors.mail === null ? [] : [doors.mail])].map(({ sender }) => sender));

/** Of a process that only sends. */
export function createSenders({ telegram, botpress, mail }: Settings, stores: Stores, log: Logger): Senders {
  const mailAccess = withLinks(mail);
  return byChannel([
    createWebOutbox({ ...stores, log }),
    ...(telegram === null ? [] : [createTelegramOutbox(telegramAccess(telegram), { ...stores, log })]),
    ...(botpress === null ? [] : [createBotpressOutbox(botpress, log)]),
    ...(mailAccess === null ? [] : [createMailOutbox(mailAccess, stores)]),
  ]);
}

const byChannel = (senders: MessageSender[]): Senders =>
  Object.fromEntries(senders.map((sender) => [sender.channel, sender]));
