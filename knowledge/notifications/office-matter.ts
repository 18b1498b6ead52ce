/** Something that all staff are told and that concerns no single firm. Codes and numbers; the same `key` is told once. */
export interface OfficeNotice {
  key: string;
  data: { about: OfficeMatter } & Record<string, string | number | null>;
}

export type OfficeMatter = 'calendarUnknown' | 'nextPackMissing' | 'renewalMissed' | 'renewalOpened';

/** What the texts of office notices are made of; each takes what it needs. */
export interface OfficeMatterShown {
  year: number;
  packId: string;
  nextPackId: string;
  opensOn: string;
  invited: number;
  notEligible: number;
  waiting: number;
  unsettled: number;
}
