import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { DoorPerson, TranscriptDoor } from '../transcripts/play.ts';
import type { Shown } from '../transcripts/seen.ts';
import type { EngineOffice } from './engine-office.ts';
import { startTelegramDouble } from './telegram-double.ts';
import { group, groupText, me, mentioning, privateTap, privateText, user } from './telegram-updates.ts';
import { storiesOf } from './transcript-office.ts';
import { until } from './until.ts';

type Markup = { inline_keyboard?: { text: string; callback_data?: string; url?: string }[][] };

/** The real Telegram channel over a Telegram server by hand, with the real engine behind it. */
export async function openTelegramDoor(
  office: EngineOffice,
): Promise<TranscriptDoor & { close(): Promise<void> }> {
  const telegram = await startTelegramDouble();
  const quiet = (): void => undefined;
  const channel = createTelegramChannel({
    token: '1:double',
    apiRoot: telegram.apiRoot,
    fetch: null,
    webhookSecret: null,
    publicUrl: null,
    engine: office.engine,
    stores: office.stores,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  await channel.start();
  let people = 1_000;

  /** Gives an update, waits until it is worked off, and returns what was shown for it in the chat. */
  const exchange = async (chatId: number, update: Record<string, unknown>): Promise<Sent[]> => {
    const before = telegram.calls.length;
    const id = telegram.push(update);
    await until(() => telegram.of('getUpdates').some((call) => Number(call.params['offset'] ?? 0) > id));
    await until(async () => (await office.stores.inbound.unprocessed('telegram')).length === 0);
    return telegram.calls
      .slice(before)
      .filter((call) => ['sendMessage', 'editMessageText'].includes(call.method))
      .filter((call) => call.params['chat_id'] === String(chatId))
      .map(({ params }) => ({
        text: params['text'] ?? '',
        buttons: (JSON.parse(params['reply_markup'] ?? '{}') as Markup).inline_keyboard?.flat() ?? [],
      }));
  };

  return {
    ...storiesOf(office),
    groups: true,
    async person(locale): Promise<DoorPerson> {
      const from = (people += 1);
      const client = user(from, locale === 'en' ? { language_code: 'en' } : {});
      let seen: Sent[] = [];
      const show = (sent: Sent[]): Shown => {
        if (sent.length > 0) seen = sent;
        const buttons = sent.flatMap((message) => message.buttons);
        return {
          text: sent.map((message) => message.text).join('\n'),
          buttons: buttons.map((button) => button.text),
          links: buttons.flatMap((button) => button.url ?? []),
        };
      };
      return {
        async says(text, { place, addressed }) {
          if (place === 'private')
            return show(await exchange(from, privateText(from, text, { from: client })));
          const how = {
            mention: text.startsWith('/') ? {} : mentioning('@tongbao_bot', `@tongbao_bot ${text}`),
            reply: { reply_to_message: { message_id: 7, date: 1, chat: group, from: me, text: '…' } },
            not: {},
          }[addressed];
          return show(await exchange(group.id, groupText(from, text, { from: client, ...how })));
        },
        async taps(label, place) {
          const data = seen.flatMap((m) => m.buttons).find((b) => b.text === label)?.callback_data;
          if (data === undefined) throw new Error(`no button "${label}"`);
          const tap = privateTap(from, data)['callback_query'] as { message: object };
          const message = { ...tap.message, ...(place === 'group' ? { chat: group } : {}) };
          const chatId = place === 'group' ? group.id : from;
          return show(await exchange(chatId, { callback_query: { ...tap, from: client, message } }));
        },
      };
    },
    async close() {
      await channel.stop();
      await telegram.close();
    },
  };
}

interface Sent {
  text: string;
  buttons: { text: string; callback_data?: string; url?: string }[];
}
