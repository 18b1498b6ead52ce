import type { Channel } from '../../bot/channels/channel.ts';
import { capabilities } from '../../bot/channels/telegram/capabilities.ts';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import { group, me, mentioning, privateChat, privateTap, user } from '../support/telegram-updates.ts';
import { until } from '../support/until.ts';
import { describeChannel } from './contract.ts';
import type { ShownInChat, Vendor, VendorEvent } from './contract.ts';

type Markup = { inline_keyboard?: { text: string; callback_data?: string; url?: string }[][] };

const faults = {
  rateLimited: refused(429, 'Too Many Requests', { retry_after: 0 }),
  gone: refused(403, 'Forbidden: bot was blocked by the user'),
  serverError: refused(502, 'Bad Gateway'),
};
const files = {
  photo: { photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }] },
  document: { document: { file_id: 'd', file_unique_id: 'd' } },
  voice: { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } },
  video: { video: { file_id: 'w', file_unique_id: 'w', width: 1, height: 1, duration: 1 } },
  sticker: { sticker: { file_id: 's', file_unique_id: 's', type: 'regular', width: 1, height: 1 } },
  other: { location: { latitude: 0, longitude: 0 } },
};

async function telegramVendor(): Promise<Vendor> {
  const telegram = await startTelegramDouble();
  let channel: Channel;
  return {
    async open(ports) {
      channel = createTelegramChannel({
        ...ports,
        ...{ token: '1:double', apiRoot: telegram.apiRoot, fetch: null },
        ...{ webhookSecret: null, publicUrl: null },
      });
      await channel.start();
      return channel;
    },
    async gives(event) {
      const id = telegram.push(updateOf(event));
      await until(() => telegram.of('getUpdates').some(({ params }) => Number(params['offset'] ?? 0) > id));
    },
    chatId: (who, place) => String(place === 'private' ? who : group.id),
    userId: String,
    shown: async (who, place) => shownIn(telegram, String(place === 'private' ? who : group.id)),
    toasts: async () => telegram.of('answerCallbackQuery').flatMap(({ params }) => params['text'] ?? []),
    fails: (fault) => telegram.fail('sendMessage', faults[fault]),
    sends: () => telegram.of('sendMessage').length,
    close: () => telegram.close(),
  };
}

function updateOf({ id, who, place, tap, ...event }: VendorEvent): Record<string, unknown> {
  if (tap !== undefined) return { update_id: id, ...privateTap(who, tap.data, Number(tap.messageId)) };
  const { text = '', addressed = true, attachment, edits, quotes } = event;
  const mentions = place === 'group' && addressed;
  const said = mentions
    ? mentioning('@tongbao_bot', `@tongbao_bot ${text}`)
    : {
        text,
        ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: 6 }] } : {}),
      };
  const content =
    attachment === undefined ? said : { ...files[attachment], ...(text === '' ? {} : { caption: text }) };
  const message = {
    ...{ message_id: 1_000 + (edits ?? id), date: 0, from: user(who) },
    chat: place === 'group' ? group : privateChat(who),
    ...content,
    ...(quotes === undefined
      ? {}
      : {
          reply_to_message: {
            ...{ message_id: 3, date: 0, chat: privateChat(who), text: quotes.text },
            from: quotes.fromBot ? me : user(9),
          },
        }),
  };
  return edits === undefined ? { update_id: id, message } : { update_id: id, edited_message: message };
}

/** What the chat shows: a refused call is not in it. */
function shownIn(telegram: TelegramDouble, chatId: string): ShownInChat[] {
  const shown = new Map<string, ShownInChat>();
  for (const { params, messageId } of telegram.calls) {
    if (params['chat_id'] !== chatId || messageId === null) continue;
    const id = String(messageId);
    const markup = JSON.parse(params['reply_markup'] ?? '{}') as Markup;
    shown.set(id, {
      id,
      text: params['text'] ?? '',
      buttons: (markup.inline_keyboard ?? []).flat().map((button) => ({
        label: button.text,
        ...{ data: button.callback_data ?? null, url: button.url ?? null },
      })),
    });
  }
  return [...shown.values()];
}

describeChannel({
  name: 'telegram',
  can: capabilities,
  usersEdit: true,
  usersQuote: true,
  vendorFails: true,
  vendor: telegramVendor,
});
