import { loadPack } from '../../activities/load-pack.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { fictionalFirm, fictionalUscc, packId } from '../../tests/support/fictional-firms.ts';

export const enrollmentOf = (firm: number): string => enrollmentIdOf(packId, fictionalUscc(firm));

/** Puts firms on the list, each with one contact on this channel; their workflows wait to be started. */
export async function enroll(
  stores: Stores,
  channel: string,
  firms: number[],
  invitedAt: Date,
): Promise<void> {
  const wanted = {
    trial: true,
    invitedAt: invitedAt.toISOString(),
    cadence: cadenceOf(await loadPack(packId)),
  };
  await stores.firms.upsertFirms(
    packId,
    firms.map((n) => fictionalFirm(n)),
    wanted,
  );
  for (const n of firms) {
    const chat = String(100_000 + n);
    const { id } = await stores.identities.upsertIdentity({
      channel,
      externalUserId: chat,
      privateChatId: chat,
    });
    await stores.identities.linkFirm(id, fictionalUscc(n));
  }
}

/** One member of staff on this channel, who hears of what firms report. */
export async function linkStaff({ identities }: Stores, channel: string): Promise<void> {
  const { staffId } = await identities.addStaff('示例工作人员');
  const person = { channel, externalUserId: 'staff', privateChatId: 'staff' };
  const { id } = await identities.upsertIdentity(person);
  const inAMinute = new Date(Date.now() + 60_000).toISOString();
  await identities.mintCode({ purpose: 'staff', staffId }, 'BENCHC0DE1', inAMinute, 'bench');
  await identities.redeemCode('BENCHC0DE1', id, new Date().toISOString());
}
