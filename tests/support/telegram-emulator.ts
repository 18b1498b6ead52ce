import { createRequire } from 'node:module';
import { freePort } from '../../cli/temporal/free-port.ts';

/** What we use of it; its own types need a package that it does not bring. */
interface Server {
  start(): Promise<void>;
  stop(): Promise<boolean>;
  storage: {
    botMessages: {
      messageId: number;
      message: {
        chat_id: number | string;
        text?: string;
        reply_markup?: { inline_keyboard?: ShownMessage['buttons'][] };
      };
    }[];
  };
  getClient(
    token: string,
    o: { userId: number; chatId: number; firstName: string; type: 'private' | 'supergroup' },
  ): Client;
}
interface Client {
  makeMessage(text: string, options: object): object;
  sendMessage(message: object): Promise<unknown>;
  makeCallbackQuery(data: string, o: object): object;
  sendCallback(query: object): Promise<unknown>;
}

/** A third party's Telegram server, with people who write to the bot and read what it shows. */
export interface TelegramEmulator {
  apiRoot: string;
  /** A person in their own chat with the bot, or in a group. */
  person(id: number, groupId?: number): EmulatedPerson;
  close(): Promise<void>;
}

export interface EmulatedPerson {
  writes(text: string): Promise<void>;
  /** Taps the button with this label on the newest message that has one. */
  taps(label: string): Promise<void>;
  /** What this person's chat shows now, oldest first; an edited message shows its new text. */
  sees(): ShownMessage[];
}

export interface ShownMessage {
  id: number;
  text: string;
  buttons: { text: string; callback_data?: string; url?: string }[];
}

export async function startTelegramEmulator(token: string): Promise<TelegramEmulator> {
  const TelegramServer = createRequire(import.meta.url)('telegram-test-api') as new (o: {
    port: number;
    host: string;
  }) => Server;
  const port = await freePort();
  const server = new TelegramServer({ port, host: '127.0.0.1' });
  await server.start();

  const shownTo = (id: number): ShownMessage[] =>
    server.storage.botMessages
      .filter((m) => String(m.message.chat_id) === String(id))
      .map((m) => ({
        id: m.messageId,
        text: m.message.text ?? '',
        buttons: (m.message.reply_markup?.inline_keyboard ?? []).flat(),
      }));

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    person(id, groupId) {
      const chatId = groupId ?? id;
      const type = groupId === undefined ? 'private' : 'supergroup';
      const client = server.getClient(token, { userId: id, chatId, firstName: '测试', type });
      return {
        async writes(text) {
          await client.sendMessage(client.makeMessage(text, { entities: mentionsIn(text) }));
        },
        async taps(label) {
          const [shown] = shownTo(chatId)
            .reverse()
            .filter((m) => m.buttons.some((b) => b.text === label));
          const data = shown?.buttons.find((b) => b.text === label)?.callback_data;
          if (shown === undefined || data === undefined) throw new Error(`no button "${label}"`);
          await client.sendCallback(client.makeCallbackQuery(data, { message: { message_id: shown.id } }));
        },
        sees: () => shownTo(chatId),
      };
    },
    close: async () => {
      await server.stop();
    },
  };
}

/** Telegram's clients mark who is mentioned. */
const mentionsIn = (text: string): { type: 'mention'; offset: number; length: number }[] =>
  [...text.matchAll(/@\w+/g)].map((m) => ({ type: 'mention', offset: m.index, length: m[0].length }));
