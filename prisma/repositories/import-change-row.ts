import type {
  ImportChange,
  ImportedFirm,
  ImportedListing,
  ImportedValues,
} from '../../knowledge/firms/undo-import.ts';
import type { FirmImportChange } from '../generated/client.ts';
import type { FirmColumns, ListingColumns } from './firm-row.ts';

/** What was there before, with what must come back beside the values. */
export interface Before extends ImportedValues {
  /** Null where the import left them as they are. */
  formerNames: { name: string; until: string }[] | null;
  /** The list that was written last speaks for a firm that several name. */
  listingUpdatedAt: string | null;
}

export const importedFirm = (stored: Omit<FirmColumns, 'initials'>): ImportedFirm => {
  const { name, city, contactName, contactPhone, sample } = stored;
  return { name, city, contactName, contactPhone, sample };
};

export const importedListing = (stored: ListingColumns): ImportedListing => {
  const { listed, priorYearExportCents: cents, exportYear } = stored;
  return { listed, priorYearExportCents: cents === null ? null : String(cents), exportYear };
};

export const listingOf = (kept: ImportedListing): ListingColumns => {
  const { listed, priorYearExportCents: cents, exportYear } = kept;
  return { listed, priorYearExportCents: cents === null ? null : BigInt(cents), exportYear };
};

export const beforeOf = ({ before }: Pick<FirmImportChange, 'before'>): Before =>
  JSON.parse(before) as Before;

export const changeOf = (stored: FirmImportChange): ImportChange => ({
  before: beforeOf(stored),
  after: JSON.parse(stored.after) as ImportedValues,
  enrolled: stored.enrolled,
  versionBefore: stored.versionBefore,
  officerBefore: stored.officerBefore,
});
