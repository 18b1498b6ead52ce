import type { Firm } from '../../activities/ports/store.ts';
import { pinyinInitials } from '../../knowledge/firms/pinyin-initials.ts';
import type { Firm as StoredFirm, FirmListing } from '../generated/client.ts';

/** A firm as the port knows it: its own columns, and what one pack's list says of it (nothing, where it never named it). */
export function firmOf(stored: StoredFirm, listing: FirmListing | undefined): Firm {
  const cents = listing?.priorYearExportCents ?? null;
  return {
    uscc: stored.uscc,
    name: stored.name,
    city: stored.city,
    priorYearExportUsd: cents === null ? null : Number(cents) / 100,
    exportYear: listing?.exportYear ?? null,
    contactName: stored.contactName,
    contactPhone: stored.contactPhone,
    listed: listing?.listed ?? false,
    sample: stored.sample,
  };
}

/** What an import may change of a stored firm. */
export type FirmColumns = Omit<StoredFirm, 'uscc' | 'officerId' | 'createdAt' | 'updatedAt'>;
/** What it may change of a firm's place on the list of its pack. */
export type ListingColumns = Pick<FirmListing, 'listed' | 'priorYearExportCents' | 'exportYear'>;

export const firmColumns = ({ name, city, contactName, contactPhone, sample }: Firm): FirmColumns => ({
  ...{ name, initials: pinyinInitials(name), city, contactName, contactPhone, sample },
});

export const listingColumns = ({ listed, priorYearExportUsd, exportYear }: Firm): ListingColumns => ({
  listed,
  priorYearExportCents: priorYearExportUsd === null ? null : centsOf(priorYearExportUsd),
  exportYear,
});

function centsOf(usd: number): bigint {
  const cents = Math.round(usd * 100);
  if (!Number.isSafeInteger(cents)) throw new RangeError('an amount too large to keep exact to the cent');
  return BigInt(cents);
}
