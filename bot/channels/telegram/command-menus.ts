import type { Api } from 'node-telegram-bot-api';
import type { BotCommand, BotCommandScope } from 'node-telegram-bot-api/types';
import type { Logger } from '../../../activities/ports/services.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import { staffCommands } from '../../engine/recognise.ts';
import type { PublicCommand } from '../../engine/recognise.ts';
import { decodeChatId } from './chat-id.ts';

const inPrivate: readonly PublicCommand[] = [
  ...(['status', 'steps', 'eligible', 'ask', 'link'] as const),
  ...(['me', 'contacts', 'stop', 'resume', 'language', 'mydata', 'person', 'help'] as const),
];
const inGroups: readonly PublicCommand[] = ['ask', 'eligible', 'person', 'help'];
const forGroupAdmins: readonly PublicCommand[] = [...inGroups, 'settings'];
/** Of no interest to the rest of a group: where the server can, only who sends them sees them and what comes back. */
const forOneself: readonly string[] = ['help', 'settings'];

export interface CommandMenus {
  offerPublic(): Promise<void>;
  offerStaff(chatId: string): Promise<void>;
}

/** The menus of commands that Telegram shows, for each kind of chat, in Chinese and for English clients in English. */
export function createCommandMenus(api: Api, log: Logger, signal: AbortSignal): CommandMenus {
  async function offer(scope: BotCommandScope, commands: (locale: Locale) => BotCommand[]): Promise<void> {
    try {
      await api.setMyCommands({ scope, commands: commands('zh-CN') }, signal);
      await api.setMyCommands({ scope, commands: commands('en'), language_code: 'en' }, signal);
    } catch (error) {
      if (signal.aborted) return;
      // The commands work without their menu.
      log.warn('telegram.menuNotSet', { scope: scope.type, error: String(error) });
    }
  }

  /** Beside the text field of a private chat, in place of what another program may have set there. */
  async function offerMenuButton(): Promise<void> {
    try {
      await api.setChatMenuButton({ menu_button: { type: 'commands' } }, signal);
    } catch (error) {
      if (!signal.aborted) log.warn('telegram.menuButtonNotSet', { error: String(error) });
    }
  }

  const publicOnes = (names: readonly PublicCommand[], locale: Locale): BotCommand[] =>
    names.map((command) => ({
      command,
      description: textsFor(locale).bot.commandDescriptions[command],
    }));
  const groupOnes = (names: readonly PublicCommand[], locale: Locale): BotCommand[] =>
    publicOnes(names, locale).map((one) =>
      forOneself.includes(one.command) ? { ...one, is_ephemeral: true } : one,
    );
  const staffOnes = (locale: Locale): BotCommand[] =>
    staffCommands.map((command) => ({
      command,
      description: textsFor(locale).staff.commandDescriptions[command],
    }));

  return {
    async offerPublic() {
      await offer({ type: 'all_private_chats' }, (locale) => publicOnes(inPrivate, locale));
      await offer({ type: 'all_group_chats' }, (locale) => groupOnes(inGroups, locale));
      await offer({ type: 'all_chat_administrators' }, (locale) => groupOnes(forGroupAdmins, locale));
      await offerMenuButton();
    },
    async offerStaff(chatId) {
      await offer({ type: 'chat', chat_id: decodeChatId(chatId).chat_id }, (locale) => [
        ...staffOnes(locale),
        ...publicOnes(inPrivate, locale),
      ]);
    },
  };
}
