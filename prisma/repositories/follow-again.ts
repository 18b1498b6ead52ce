import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { Queries } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

/**
 * Inside a transaction: changes that were about to be undone and are not. Their workflows were ended, or may have been: the
 * starter looks after them again, and starts those from the projection.
 */
export async function followAgain(db: Queries, which: Prisma.FirmImportChangeWhereInput): Promise<void> {
  const where = { ...which, state: 'closing' };
  const closing = await db.firmImportChange.findMany({ where, select: { packId: true, uscc: true } });
  const ids = closing.map(({ packId, uscc }) => enrollmentIdOf(packId, uscc));
  for (let start = 0; start < ids.length; start += 500)
    await db.enrollment.updateMany({
      where: { id: { in: ids.slice(start, start + 500) } },
      data: { startedAt: null },
    });
  await db.firmImportChange.updateMany({ where, data: { state: 'written' } });
}
