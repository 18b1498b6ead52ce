import type { NotificationKind, OfficialStatus } from '../../knowledge/enrollment/state.ts';
import type { NotificationState } from './notification-state.ts';

/** Which firms staff look for. Everything that is given must hold. */
export interface ConsoleFirmFilter {
  packId: string;
  /** Only firms of these cities; null: of all. */
  cities: readonly string[] | null;
  /** Part of the name or of a former one, of its pinyin initials, or of the code. */
  text?: string;
  /** The text may also be part of a contact's name or phone number. */
  inContacts?: boolean;
  officialStatus?: OfficialStatus;
  /** `none`: nothing reported yet. */
  reportedStep?: string;
  /** `none`: nobody is named for it. */
  officerId?: string;
  /** Nothing official and nothing said by the firm since then, ISO 8601. */
  unchangedSince?: string;
  /** Somebody is linked and has not blocked the bot, or nobody is. */
  reachable?: boolean;
  /** These alone, 500 at most. */
  usccs?: readonly string[];
}

export const firmOrders = ['name', 'city', 'officialStatus', 'reportedStep', 'changedAt'] as const;
export type FirmOrder = (typeof firmOrders)[number];

/** A firm that a pack's list names, as the console's table shows it. */
export interface ConsoleFirmRow {
  uscc: string;
  name: string;
  city: string;
  listed: boolean;
  contactName: string | null;
  contactPhone: string | null;
  /** Null where it is not followed. */
  officialStatus: OfficialStatus | null;
  reportedStep: string | null;
  /** When its official status changed or the firm said something, whichever was last; ISO 8601. */
  changedAt: string | null;
  officerId: string | null;
  officer: string | null;
  reachable: boolean;
}

/** One message of the system to a person about a firm. */
export interface ConsoleNotification {
  at: string;
  kind: NotificationKind;
  channel: string;
  state: NotificationState;
  error: string | null;
}

/** What the console's pages read about firms. */
export interface ConsoleFirmStore {
  search(
    filter: ConsoleFirmFilter,
    page: { order: FirmOrder; descending: boolean; offset: number; limit: number },
  ): Promise<{ total: number; rows: ConsoleFirmRow[] }>;
  /** Cities of a pack's firms, those that may be seen. */
  citiesOf(packId: string, visible: readonly string[] | null): Promise<string[]>;
  /** Who is named for a firm. */
  officerOf(uscc: string): Promise<{ staffId: string; name: string } | null>;
  /** To the firm's contacts, the latest first, 100 at most. */
  notificationsOf(enrollmentId: string): Promise<ConsoleNotification[]>;
}
