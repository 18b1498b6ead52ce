import type { InboundMessage } from '../../model.ts';

export const channelName = 'telegram';

/** What an update means to us. JSON, without names: this is what is stored, not the raw update. */
export type Projected =
  | {
      kind: 'message';
      message: InboundMessage;
      callbackQueryId: string | null;
      /** In a group, where the bot was not called: it is for somebody else. */
      toOthers?: true;
      /** Pictures sent together come as messages of their own: they are one. */
      albumId?: string;
    }
  /** A person blocked the bot in private, or let it in again. */
  | { kind: 'membership'; externalId: string; externalUserId: string; chatId: string; blocked: boolean }
  /** The bot came into a group, or was removed from it. `locale`: of the one who did it. */
  | { kind: 'group'; externalId: string; chatId: string; present: boolean; locale: SenderLocale }
  /** A group became a supergroup, which has another ID. */
  | { kind: 'moved'; externalId: string; fromChatId: string; toChatId: string }
  /** A tapped button whose message is gone. `locale` is absent in older payloads. */
  | { kind: 'orphanCallback'; externalId: string; callbackQueryId: string; locale?: SenderLocale }
  | { kind: 'ignored' };

type SenderLocale = InboundMessage['sender']['locale'];

/** What is stored and handled. */
export type Wanted = Exclude<Projected, { kind: 'ignored' }>;

export interface BotSelf {
  id: number;
  username: string;
}
