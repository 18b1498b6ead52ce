import { seesCity } from '../console/roles.ts';

/** What an import writes of a firm. */
export interface ImportedFirm {
  name: string;
  city: string;
  contactName: string | null;
  contactPhone: string | null;
  sample: boolean;
}

/** What it writes of a firm's place on the list of its pack. */
export interface ImportedListing {
  listed: boolean;
  /** US cents, in decimal digits. */
  priorYearExportCents: string | null;
  exportYear: number | null;
}

/** Null for what is not there. */
export interface ImportedValues {
  firm: ImportedFirm | null;
  listing: ImportedListing | null;
}

/** What an import did to one firm. */
export interface ImportChange {
  before: ImportedValues;
  after: ImportedValues;
  /** The import made its enrollment. */
  enrolled: boolean;
  /** Of the enrollment that was there before; null: there was none. */
  versionBefore: number | null;
  officerBefore: string | null;
}

/** Things that happened to a firm, each a reason to leave it as it is; the first one is told. */
const undoTraces = [
  'otherList',
  'notification',
  'campaign',
  'officialEvent',
  'contact',
  'code',
  'note',
  'ticket',
  'renewal',
] as const;
export type UndoTrace = (typeof undoTraces)[number];

/** How a firm stands now, and what happened to it since the import (to one that the import enrolled: ever). */
export interface SinceImport {
  now: ImportedValues;
  officerId: string | null;
  /** Null: it is not followed. */
  enrollmentVersion: number | null;
  /** It goes on under another code, or another one goes on as this one. */
  moved: boolean;
  traces: readonly UndoTrace[];
}

/** `otherCity`: the firm is, or would be again, of a city that is not one's own. `followed`: it went on in its enrollment. */
export type LeftAlone = 'otherCity' | 'moved' | 'changed' | 'followed' | 'officer' | UndoTrace;

/** `remove`: it was not on record. `takeOff`: it was, but not on this pack's list. `restore`: it has its former values again. */
type Undoing = 'remove' | 'takeOff' | 'restore';
export type UndoVerdict = { undo: Undoing; reason: null } | { undo: null; reason: LeftAlone };

/** A workflow that has begun, and done no more than that. */
const begun = 1;

/** Whether what an import did to a firm may be undone: only where nothing happened since. */
export function judgeUndo(
  change: ImportChange,
  since: SinceImport,
  ownCities: readonly string[] | null,
): UndoVerdict {
  const reason = reasonToLeave(change, since, ownCities);
  return reason === null ? { undo: undoingOf(change), reason } : { undo: null, reason };
}

export function undoingOf({ before }: Pick<ImportChange, 'before'>): Undoing {
  if (before.firm === null) return 'remove';
  return before.listing === null ? 'takeOff' : 'restore';
}

function reasonToLeave(
  { before, after, enrolled, versionBefore, officerBefore }: ImportChange,
  { now, officerId, enrollmentVersion, moved, traces }: SinceImport,
  ownCities: readonly string[] | null,
): LeftAlone | null {
  const cities = [before, after, now].flatMap(({ firm }) => firm?.city ?? []);
  if (ownCities !== null && !cities.every((city) => seesCity(ownCities, city))) return 'otherCity';
  if (moved) return 'moved';
  if (!sameValues(now, after)) return 'changed';
  if (enrollmentVersion !== null) {
    // Without an enrollment before, and none from the import, somebody else has made it.
    if (versionBefore === null && !enrolled) return 'followed';
    if (enrollmentVersion > Math.max(versionBefore ?? begun, begun)) return 'followed';
  }
  if (officerId !== officerBefore) return 'officer';
  return undoTraces.find((trace) => traces.includes(trace)) ?? null;
}

const sameValues = (a: ImportedValues, b: ImportedValues): boolean =>
  same(a.firm, b.firm) && same(a.listing, b.listing);

function same<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
}
