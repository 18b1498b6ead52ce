import type { FaultKind, Told } from './faults.ts';

/** What befell one call that shows something to a person: the double's word is the truth of the whole run. */
export interface ShownCall {
  /** The process that called, by the API root that it was given. */
  via: string;
  method: 'sendMessage' | 'editMessageText';
  /** The chat that was called for; a moved one under its first ID. */
  chat: string;
  text: string;
  /** Milliseconds of the harness's clock. */
  at: number;
  fault: FaultKind | 'blocked' | 'deactivated' | 'notFound' | 'moved' | null;
  /** The person saw it. */
  accepted: boolean;
  messageId: string | null;
  /** What the caller could know; `ambiguous` also when it went away before the answer was out. */
  told: Told;
  /** The caller went away first: it was killed, or ran out of patience. */
  cutByCaller: boolean;
}

export interface TelegramRecord {
  calls: ShownCall[];
  /** How often each update was handed out. */
  delivered: Map<number, number>;
  /** Updates below this ID were acknowledged. */
  acknowledgedBelow: number;
  /** Faults of calls that show nothing, such as polls. */
  otherFaults: number;
}
