import type { Firm } from '../../activities/ports/store.ts';
import type { Firm as StoredFirm } from '../generated/client.ts';

/** A firm as the port knows it. With a pack, `listed` means listed in that pack; without, in any. */
export function firmOf(stored: StoredFirm, packId?: string): Firm {
  return {
    uscc: stored.uscc,
    name: stored.name,
    city: stored.city,
    priorYearExportUsd:
      stored.priorYearExportCents === null ? null : Number(stored.priorYearExportCents) / 100,
    exportYear: stored.exportYear,
    contactName: stored.contactName,
    contactPhone: stored.contactPhone,
    listed: packId === undefined ? stored.listedInPack !== null : stored.listedInPack === packId,
    sample: stored.sample,
  };
}

/** What an import may change of a stored firm. */
export type FirmColumns = Omit<StoredFirm, 'uscc' | 'createdAt' | 'updatedAt'>;

/** An import for one pack cannot take a firm off another pack's list. */
export function columnsOf(firm: Firm, packId: string, listedBefore: string | null): FirmColumns {
  const listedElsewhere = listedBefore === packId ? null : listedBefore;
  return {
    name: firm.name,
    city: firm.city,
    priorYearExportCents: firm.priorYearExportUsd === null ? null : centsOf(firm.priorYearExportUsd),
    exportYear: firm.exportYear,
    contactName: firm.contactName,
    contactPhone: firm.contactPhone,
    listedInPack: firm.listed ? packId : listedElsewhere,
    sample: firm.sample,
  };
}

function centsOf(usd: number): bigint {
  const cents = Math.round(usd * 100);
  if (!Number.isSafeInteger(cents)) throw new RangeError('an amount too large to keep exact to the cent');
  return BigInt(cents);
}
