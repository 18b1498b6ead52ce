import type { OfficialStatus, ReportedStep } from '../../knowledge/enrollment/state.ts';
import type { ViewHolding } from '../../knowledge/console/firm-views.ts';
import type { FirmOrder } from './console-firms.ts';

/** What the list of firms can be asked for, as the page keeps it. Null, or no text: not asked for. */
export interface FirmViewQuery {
  /** Null: the office's own. */
  packId: string | null;
  text: string;
  city: string | null;
  officialStatus: OfficialStatus | null;
  reportedStep: ReportedStep | 'none' | null;
  officerId: string | null;
  unchangedDays: number | null;
  reachable: boolean | null;
  order: FirmOrder;
  descending: boolean;
}

export interface FirmView extends ViewHolding {
  id: number;
  name: string;
  query: FirmViewQuery;
  /** Grows with each change. */
  version: number;
}

type Change = Pick<FirmView, 'name' | 'query' | 'holderId'>;
interface By {
  staffId: string;
  at: string;
}

/** Conditions and order of the list of firms, kept under a name: by somebody, or for the office. */
export interface FirmViewStore {
  /** Somebody's own and the office's, by name. One that an earlier version kept may hold what there is no more. */
  of(staffId: string): Promise<FirmView[]>;
  add(view: Change, by: By): Promise<{ id: number }>;
  /** False where it is not there as it was read. */
  change(view: Change & Pick<FirmView, 'id' | 'version'>, by: By): Promise<boolean>;
  remove(view: Pick<FirmView, 'id' | 'version'>): Promise<boolean>;
}
