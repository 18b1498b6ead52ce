import type { OfficialStatus, ReportedStep } from '../enrollment/state.ts';
import { mayAs } from './roles.ts';
import type { ConsoleRole } from './roles.ts';

/** Whose a view of the list of firms is. */
export interface ViewHolding {
  /** Null: the office's. */
  holderId: string | null;
  madeBy: string;
}

interface Account {
  staffId: string;
  role: ConsoleRole;
  /** Null: all. */
  cities: string[] | null;
}

export const longestViewName = 40;
export const mostOwnViews = 50;
export const mostOfficeViews = 100;

export const mayShareViews = ({ role }: Account): boolean => mayAs(role, 'operator');

/** One's own; of the office's those that one made, and for an administrator of all cities all. */
export function mayChangeView(account: Account, { holderId, madeBy }: ViewHolding): boolean {
  if (holderId !== null) return holderId === account.staffId;
  const isOfAll = account.role === 'admin' && account.cities === null;
  return isOfAll || (madeBy === account.staffId && mayShareViews(account));
}

interface BuiltInFilter {
  officialStatus?: OfficialStatus;
  /** The last one that was done: firms are stuck at the next. */
  reportedStep?: ReportedStep | 'none';
  unchangedDays?: number;
  reachable?: boolean;
  /** Those that whoever looks is named for. */
  mine?: true;
}

/** What everybody asks for, in the order in which it is offered. */
export const builtInViews = {
  mine: { mine: true },
  stuckAtSealing: { officialStatus: 'invited', reportedStep: 'confirmed', unchangedDays: 3 },
  toVerify: { officialStatus: 'invited', reportedStep: 'submitted' },
  returned: { officialStatus: 'returned' },
  silent: { officialStatus: 'invited', unchangedDays: 14 },
  withoutContact: { officialStatus: 'invited', reachable: false },
} as const satisfies Record<string, BuiltInFilter>;
export type BuiltInView = keyof typeof builtInViews;
