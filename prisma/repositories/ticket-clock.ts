import type { Queries } from '../client.ts';

const row = { id: 1 };

/**
 * Says that tickets changed. Last in a transaction: whoever moves the clock holds its row until the end, so that what it says comes to
 * be seen in its order, and who has seen one number has seen all before it.
 */
export async function moveTicketClock(tx: Queries, ticketIds: readonly number[]): Promise<void> {
  const { no } = await tx.ticketClock.upsert({
    where: row,
    create: { ...row, no: 1 },
    update: { no: { increment: 1 } },
  });
  for (const ticketId of ticketIds)
    await tx.ticketMark.upsert({ where: { ticketId }, create: { ticketId, no }, update: { no } });
}

export const ticketClock = async (db: Queries): Promise<number> =>
  (await db.ticketClock.findUnique({ where: row }))?.no ?? 0;
