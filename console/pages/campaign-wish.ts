import type { Schemas } from '../api/client.ts';
import type { Conditions } from './firm-conditions.tsx';

export type Wish = Schemas['CampaignWish'];
type Whom = Partial<Conditions & Pick<Wish, 'search' | 'usccs'>>;

const firstWish: Wish = {
  ...{ kind: 'reminder', text: null, city: null, officialStatus: null, reportedStep: null },
  ...{ officerId: null, unchangedDays: null, reachable: null, search: '', usccs: null },
  ...{ silentForDays: null, invitedForDays: null, notRemindedForDays: null, neverReached: false },
  ...{ startAt: null, notWithinWorkingDays: 1, perMinute: null, outsideHours: null },
};

/** What the list of firms hands over; taken once. */
let handedOver: Whom | null = null;
export const keepWish = (whom: Whom): void => {
  handedOver = whom;
};
/** Read while a page is put together, which may happen twice; `wishTaken` once it stands. */
export const wishToBeginWith = (): Wish => ({ ...firstWish, ...handedOver });
export const wishTaken = (): void => {
  handedOver = null;
};
