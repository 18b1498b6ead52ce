import type { Queries } from '../client.ts';

/** Whoever renews into this pack and was refused or waits is judged anew by what the list says of it now. */
export async function judgeAgain(db: Queries, nextPackId: string, usccs: string[]): Promise<void> {
  if (usccs.length === 0) return;
  await db.renewalOutcome.updateMany({
    where: { nextPackId, uscc: { in: usccs }, outcome: { not: 'invited' } },
    data: { due: true },
  });
}
