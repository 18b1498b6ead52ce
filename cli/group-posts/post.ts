import { SendError } from '../../activities/ports/services.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import type { GroupChat } from '../../activities/ports/groups.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';

/** What became of a post in one group. */
export type Posted = Pick<GroupChat, 'channel' | 'chatId'> &
  (
    | { outcome: 'sent' }
    | { outcome: 'notSent' | 'unknown'; code: string }
    /** Only the bot that runs can send there. */
    | { outcome: 'notFromHere' }
  );

/** Between two groups of a channel: slower than any vendor's limit for all chats together. */
const paceMs = 100;

/**
 * Posts into one group after the other, and tells of each. What may have arrived is not sent again: a group reads an announcement
 * once, and staff see where it is missing.
 */
export async function postToGroups(
  groups: readonly GroupChat[],
  senders: Record<string, MessageSender>,
  messageFor: (group: GroupChat) => GroupMessage,
): Promise<Posted[]> {
  const posted: Posted[] = [];
  for (const group of groups) {
    const { channel, chatId } = group;
    const sender = senders[channel];
    if (sender === undefined) {
      posted.push({ channel, chatId, outcome: 'notFromHere' });
      continue;
    }
    try {
      await sender.send(chatId, messageFor(group));
      posted.push({ channel, chatId, outcome: 'sent' });
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      const outcome = error.fate === 'notSent' ? 'notSent' : 'unknown';
      posted.push({ channel, chatId, outcome, code: error.code });
    }
    await new Promise((resolve) => setTimeout(resolve, paceMs));
  }
  return posted;
}
