import type { Queries } from '../client.ts';

/** The code under which a firm is followed now; any other code comes back as it is. */
export async function currentCode(db: Queries, uscc: string): Promise<string> {
  const former = await db.formerCode.findUnique({ where: { code: uscc }, select: { uscc: true } });
  return former?.uscc ?? uscc;
}
