import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

interface Move {
  channel: string;
  fromChatId: string;
  toChatId: string;
}

/** Everything that is stored under a group's ID, in one transaction. Whoever stores another such ID moves it here too. */
export const moveGroup = (db: Database, move: Move): Promise<void> =>
  db.$transaction(async (tx) => {
    await moveSettings(tx, move);
    await moveTalk(tx, move);
    await moveTickets(tx, move);
  });

type Transaction = Prisma.TransactionClient;

async function moveSettings(tx: Transaction, { channel, fromChatId, toChatId }: Move): Promise<void> {
  const where = { channel_chatId: { channel, chatId: fromChatId } };
  // Written first: a transaction that reads before it writes may find the database locked.
  await tx.groupChat.updateMany({ where: { channel, chatId: fromChatId }, data: { updatedAt: new Date() } });
  const old = await tx.groupChat.findUnique({ where });
  if (old === null) return;
  const { answers, packId, city, announcements } = old;
  const kept = { answers, packId, city, announcements, present: true };
  // The news of joining may have come first and made a row of defaults.
  await tx.groupChat.upsert({
    where: { channel_chatId: { channel, chatId: toChatId } },
    create: { channel, chatId: toChatId, ...kept },
    update: kept,
  });
  await tx.groupChat.delete({ where });
}

/** What each asker's last turn in the group was about. */
async function moveTalk(tx: Transaction, { channel, fromChatId, toChatId }: Move): Promise<void> {
  const [from, to] = [`talk:${channel}:${fromChatId}:`, `talk:${channel}:${toChatId}:`];
  const turns = await tx.conversation.findMany({ where: { key: { startsWith: from } } });
  for (const { key, state } of turns) {
    const moved = `${to}${key.slice(from.length)}`;
    await tx.conversation.upsert({ where: { key: moved }, create: { key: moved, state }, update: {} });
    await tx.conversation.delete({ where: { key } });
  }
}

/** Answers to what was asked in the group go where it is now; the message that they replied to has another ID there. */
async function moveTickets(tx: Transaction, { channel, fromChatId, toChatId }: Move): Promise<void> {
  await tx.ticket.updateMany({
    where: { groupChatId: fromChatId, asker: { channel } },
    data: { groupChatId: toChatId, groupMessageId: null },
  });
  // Where staff had a ticket in it is not where it is there: each begins a new thread.
  await tx.staffGroup.updateMany({ where: { channel, chatId: fromChatId }, data: { chatId: toChatId } });
}
