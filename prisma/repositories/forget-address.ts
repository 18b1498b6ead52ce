import type { Queries } from '../client.ts';

/** The addresses of a person and of codes on their way are removed; that codes were sent is known for a day. */
export async function forgetAddress(db: Queries, personId: string): Promise<boolean> {
  const gone = await db.identity.deleteMany({ where: { channel: 'mail', personId } });
  const ended = await endCodes(db, personId);
  return gone.count + ended > 0;
}

/** Codes on their way to a person's addresses work no more. */
export async function endCodes(db: Queries, personId: string): Promise<number> {
  const own = { identity: { personId }, address: { not: null } };
  return (await db.mailCode.updateMany({ where: own, data: { address: null } })).count;
}
