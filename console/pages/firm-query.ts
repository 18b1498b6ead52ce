import type { Schemas } from '../api/client.ts';

export type FirmQuery = Omit<Schemas['FirmSearch'], 'packId'> & { packId: string | null };

export const firstQuery: FirmQuery = {
  ...{ packId: null, text: '', city: null, officialStatus: null, reportedStep: null, officerId: null },
  ...{ unchangedDays: null, reachable: null, order: 'name', descending: false, page: 1, pageSize: 20 },
};

/** Kept while the console is open, so that one comes back to the same list. Never in the address: it may name a person. */
let last = firstQuery;
export const lastQuery = (): FirmQuery => last;
export const keepQuery = (query: FirmQuery): void => {
  last = query;
};

/** The view that was chosen last. */
let lastChosen: string | null = null;
export const lastView = (): string | null => lastChosen;
export const keepView = (key: string | null): void => {
  lastChosen = key;
};
