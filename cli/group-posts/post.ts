import { SendError } from '../../activities/ports/services.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import type { GroupChat } from '../../activities/ports/groups.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';

/** What became of a post in one group. */
export type Posted = Pick<GroupChat, 'channel' | 'chatId'> &
  (
    | { outcome: 'sent' }
    | { outcome: 'notSent' | 'unknown'; code: string }
    /** Its channel is not set up. */
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
  {
    messageFor,
    onPosted,
  }: { messageFor: (group: GroupChat) => GroupMessage; onPosted: (one: Posted) => Promise<void> },
): Promise<Posted[]> {
  const posted: Posted[] = [];
  const note = async (one: Posted): Promise<void> => {
    posted.push(one);
    await onPosted(one);
  };
  for (const group of groups) {
    const { channel, chatId } = group;
    const sender = senders[channel];
    if (sender === undefined) {
      await note({ channel, chatId, outcome: 'notFromHere' });
      continue;
    }
    await note({ channel, chatId, ...(await outcomeOf(() => sender.send(chatId, messageFor(group)))) });
    await new Promise((resolve) => setTimeout(resolve, paceMs));
  }
  return posted;
}

async function outcomeOf(
  send: () => Promise<unknown>,
): Promise<{ outcome: 'sent' } | { outcome: 'notSent' | 'unknown'; code: string }> {
  try {
    await send();
    return { outcome: 'sent' };
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return { outcome: error.fate === 'notSent' ? 'notSent' : 'unknown', code: error.code };
  }
}
