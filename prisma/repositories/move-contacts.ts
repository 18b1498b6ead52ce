import type { Queries } from '../client.ts';

/**
 * Contacts, one-time codes and notes of a firm go over to its other code, so that nobody has to link again. Whoever is a contact of
 * both wants what it said of the firm that stays; the first contact of that one stays the first.
 */
export async function moveContacts(db: Queries, from: string, to: string): Promise<void> {
  const own = await db.firmLink.findMany({
    where: { uscc: to },
    orderBy: [{ linkedAt: 'asc' }, { identityId: 'asc' }],
  });
  const [first] = own;
  if (first !== undefined && !own.some(({ primary }) => primary)) {
    const link = { identityId: first.identityId, uscc: to };
    await db.firmLink.update({ where: { identityId_uscc: link }, data: { primary: true } });
  }
  const identityId = { in: own.map((link) => link.identityId) };
  await db.firmLink.deleteMany({ where: { uscc: from, identityId } });
  await db.firmLink.updateMany({
    where: { uscc: from },
    data: { uscc: to, ...(first === undefined ? {} : { primary: false }) },
  });
  await db.oneTimeCode.updateMany({ where: { uscc: from }, data: { uscc: to } });
  await db.firmNote.updateMany({ where: { uscc: from }, data: { uscc: to } });
}
