import { groupId, messageFrom, startOneBotBot } from './onebot-bot.ts';
import type { OneBotBot } from './onebot-bot.ts';
import { doubleToken, startOneBotDouble } from './onebot-double.ts';

/**
 * QQ with two accounts in it: the bot's, and that of a person who sits at somebody else's OneBot client. What one sends is told to
 * the other as it is, so neither our reading of a message nor our writing is measured by itself.
 */
export interface OneBotWorld {
  bot: OneBotBot;
  personId: number;
  /** Where the person's client connects. */
  personUrl: string;
  token: string;
  close(): Promise<void>;
}

export async function startOneBotWorld(): Promise<OneBotWorld> {
  const bot = await startOneBotBot();
  const theirs = await startOneBotDouble(20_002);
  const personUrl = await theirs.serve(doubleToken);
  const { qq } = bot;
  const both = [
    [theirs, qq],
    [qq, theirs],
  ] as const;
  for (const [from, to] of both) {
    from.onSent = ({ chat, id, message }) => {
      const place = chat === `group:${groupId}` ? 'group' : 'private';
      if (place === 'private' && chat !== `private:${to.selfId}`) return;
      // Both accounts know the message under one ID.
      to.knows(id, {
        message,
        sender: { user_id: from.selfId },
        ...(place === 'group' ? { group_id: groupId } : {}),
      });
      void to.push(messageFrom(from.selfId, place, id, message));
    };
  }
  theirs.firstMessageId(80_000);
  return {
    ...{ bot, personId: theirs.selfId, personUrl, token: doubleToken },
    async close() {
      await bot.close();
      await theirs.close();
    },
  };
}
