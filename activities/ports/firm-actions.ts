import type { OfficialStatus, Refusal, ReminderSkip } from '../../knowledge/enrollment/state.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import type { ReminderResult } from '../../workflows/contract.ts';
import type { UnavailableCode } from './services.ts';

/** A note about a firm. `id` is of the request that brought it. */
export interface FirmNote {
  id: string;
  uscc: string;
  staffId: string;
  text: string;
  /** ISO 8601. */
  at: string;
}

/** Append-only. */
export interface FirmNoteStore {
  /** One with the same ID is there already: nothing is added. */
  add(note: FirmNote): Promise<void>;
  /** Of a firm by its present code, oldest first. */
  of(uscc: string): Promise<FirmNote[]>;
}

/** Who of the staff does something with which firm. */
export interface FirmTarget {
  packId: string;
  uscc: string;
  staffId: string;
}

export interface OfficialChangeWanted extends FirmTarget {
  status: OfficialStatus;
  /** May be empty where the status needs none. */
  reason: string;
  /** It mends a status that was entered wrongly: any other one may follow. */
  correction: boolean;
  /** The `standingMark` that was seen. */
  basedOn: string;
  /** Sent again, it is the same change. */
  requestId: string;
}

export type OfficialChangeResult =
  | { outcome: 'applied' | 'alreadyApplied' }
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'unavailable'; code: UnavailableCode };

/** What a reminder would be now. Who is to be reminded is looked at again before it is sent. */
export interface ReminderPreview {
  /** As its reader would see it. */
  message: OutboundMessage;
  /** People that it would go to. */
  recipients: number;
  /** Why it does not go now; null when it does. */
  skip: ReminderSkip | null;
  /** Outside the time of sending: when that begins again, ISO 8601. */
  quietUntil: string | null;
}

export interface Invitation {
  code: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Opens the chat of each door that has such a link and redeems the code. `local`: on this machine only. */
  links: { channel: string; url: string; local: boolean }[];
}

/** What staff do with one firm, wherever they sit. Everything is in the audit, also what was refused. */
export interface FirmActions {
  changeStatus(wanted: OfficialChangeWanted): Promise<OfficialChangeResult>;
  /** Null where the firm is not followed. */
  previewReminder(target: FirmTarget, locale: 'zh-CN' | 'en'): Promise<ReminderPreview | null>;
  /** Two who ask at the same time ask for one reminder. */
  remind(target: FirmTarget): Promise<ReminderResult | { outcome: 'unavailable'; code: UnavailableCode }>;
  /** A one-time code, which ends the firm's earlier ones; null for a firm that is not on the list. */
  invite(target: FirmTarget): Promise<Invitation | null>;
}
