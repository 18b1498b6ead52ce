import { loadPack } from '../../../activities/load-pack.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import { cadenceOf } from '../../../knowledge/packs/cadence-of.ts';
import { enrollmentIdOf } from '../../../workflows/contract.ts';
import { fictionalFirm, packId } from '../../support/fictional-firms.ts';

/** Reminded by campaigns of staff; the firms of the other city by their cadence. */
export const campaignCity = '苏州';
const cadenceCity = '淮安';

export interface FirmCase {
  n: number;
  uscc: string;
  enrollmentId: string;
  byCampaign: boolean;
  /** Private chats of its contacts, on Telegram. */
  chats: string[];
}

/** Firm `n` has one contact, every third one two; every fifth is reminded by campaigns. */
export function firmCase(n: number): FirmCase {
  const { uscc } = fictionalFirm(n);
  const chats = [String(100_000 + n), ...(n % 3 === 0 ? [String(200_000 + n)] : [])];
  return { n, uscc, enrollmentId: enrollmentIdOf(packId, uscc), byCampaign: n % 5 === 0, chats };
}

const chunk = 50;

/** Puts the firms on their way, as an import does: in parts, each with enrollments that wait to be started. */
export async function enlist(stores: Stores, cases: FirmCase[], pause: () => Promise<void>): Promise<void> {
  const wanted = {
    trial: true,
    invitedAt: new Date().toISOString(),
    cadence: cadenceOf(await loadPack(packId)),
  };
  for (let i = 0; i < cases.length; i += chunk) {
    const firms = cases
      .slice(i, i + chunk)
      .map(({ n, byCampaign }) => fictionalFirm(n, { city: byCampaign ? campaignCity : cadenceCity }));
    await stores.firms.upsertFirms(packId, firms, wanted);
    await pause();
  }
}
