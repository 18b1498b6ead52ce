import { z } from 'zod';
import type { CliContext } from '../context.ts';
import { broken, fine, notice, type Finding } from './finding.ts';
import type { AskTelegram, TelegramBot } from './telegram-api.ts';

const chatSchema = z.object({ is_forum: z.boolean().optional() });
const memberSchema = z.object({ status: z.string(), can_manage_topics: z.boolean().optional() });

/** Whether tickets can be shown in the staff's group, with a topic each. Nothing where no group is tied. */
export async function checkStaffGroup(
  context: CliContext,
  ask: AskTelegram,
  bot: TelegramBot,
): Promise<Finding[]> {
  try {
    const { tickets } = await context.openStores();
    const group = await tickets.staffGroup('telegram');
    return group === null ? [] : [await describe(ask, bot, group.chatId)];
  } catch (error) {
    // The other checks say what is wrong with the database, and must not be kept from it.
    context.log.warn('doctor.staffGroupNotChecked', { error });
    return [];
  }
}

async function describe(ask: AskTelegram, bot: TelegramBot, chatId: string): Promise<Finding> {
  const asked = { chat_id: chatId, user_id: String(bot.id) };
  const [chat, member] = await Promise.all([
    ask('getChat', { chat_id: chatId }),
    ask('getChatMember', asked),
  ]);
  const group = chatSchema.safeParse(chat.outcome === 'ok' ? chat.result : null);
  const me = memberSchema.safeParse(member.outcome === 'ok' ? member.result : null);
  if (!group.success || !me.success || ['left', 'kicked'].includes(me.data.status)) {
    return broken((t) => t.staffGroupGone());
  }
  if (group.data.is_forum !== true) return notice((t) => t.staffGroupNoForum());
  if (me.data.status !== 'administrator') return broken((t) => t.staffGroupNotAdmin());
  return me.data.can_manage_topics === true
    ? fine((t) => t.staffGroupFine())
    : broken((t) => t.staffGroupNoTopics());
}
