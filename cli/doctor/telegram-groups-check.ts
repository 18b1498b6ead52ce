import { z } from 'zod';
import type { CliContext } from '../context.ts';
import { notice, type Finding } from './finding.ts';
import type { AskTelegram, TelegramBot } from './telegram-api.ts';

const memberSchema = z.object({ status: z.string() });
/** So many groups are looked at: each is one call. */
const mostGroups = 20;

/** Groups that want to be answered without calling the bot, where it hears nothing that is not for it. */
export async function checkTelegramGroups(
  context: CliContext,
  ask: AskTelegram,
  bot: TelegramBot,
): Promise<Finding[]> {
  if (bot.can_read_all_group_messages === true) return [];
  try {
    const { groups } = await context.openStores();
    const unasked = (await groups.present('telegram')).filter(({ answers }) => answers === 'alsoUnasked');
    let deaf = 0;
    for (const { chatId } of unasked.slice(0, mostGroups)) {
      const answer = await ask('getChatMember', { chat_id: chatId, user_id: String(bot.id) });
      const member = memberSchema.safeParse(answer.outcome === 'ok' ? answer.result : null);
      if (member.success && member.data.status !== 'administrator') deaf += 1;
    }
    return deaf === 0 ? [] : [notice((t) => t.groupsNotHeard({ count: deaf }))];
  } catch (error) {
    // The other checks say what is wrong with the database, and must not be kept from it.
    context.log.warn('doctor.groupsNotChecked', { error });
    return [];
  }
}
