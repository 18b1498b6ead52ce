import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import type { DeliveryState } from '../../knowledge/webhooks/delivery-state.ts';

export interface WebhookEndpoint {
  name: string;
  url: string;
  /** ISO 8601, UTC; null while it is told of changes. */
  disabledAt: string | null;
}

export interface WebhookDelivery {
  /** Grows in the order of the changes of an enrollment. */
  seq: number;
  /** The `webhook-id`: the same for every attempt. */
  messageId: string;
  endpoint: string;
  enrollmentId: string;
  body: string;
  state: DeliveryState;
  /** Attempts begun. */
  attempts: number;
  /** ISO 8601, UTC; null: at once. */
  nextAttemptAt: string | null;
  /** HTTP status, `timeout` or `network`; null before the first answer. */
  lastAnswer: string | null;
  deliveredAt: string | null;
}

/**
 * Who is told of changes, and what each is told. Deliveries are written by the store of enrollments, in the transaction that
 * saves the change. Instants are ISO 8601, UTC.
 */
export interface WebhookStore {
  /** One of the same name is sent to the new address, and told again if it was disabled. */
  add(endpoint: { name: string; url: string }): Promise<void>;
  /** With the log of its deliveries. False for none of that name. */
  remove(name: string): Promise<boolean>;
  list(): Promise<WebhookEndpoint[]>;
  /** Deliveries of each endpoint. */
  counts(): Promise<Map<string, Record<DeliveryState, number>>>;
  /** Deliveries of each endpoint that were given up since then. */
  failedSince(since: string): Promise<Map<string, number>>;
  /**
   * Begins an attempt of deliveries that are due, `limit` at most: of each enrollment only the oldest that still waits. A
   * caller that does not live to settle one loses it at `until`.
   */
  begin(endpoint: string, at: { now: string; until: string; limit: number }): Promise<WebhookDelivery[]>;
  /** Ends an attempt. `retryAt`: it goes on waiting until then. */
  settle(
    delivery: Pick<WebhookDelivery, 'seq' | 'attempts'>,
    end: { state: DeliveryState; lastAnswer: string; at: string } | { retryAt: string; lastAnswer: string },
  ): Promise<void>;
  /** Nothing more is sent, also of what waits. */
  disable(name: string, now: string): Promise<void>;
  /** The newest first. */
  deliveries(filter: { endpoint?: string; state?: DeliveryState }, limit: number): Promise<WebhookDelivery[]>;
  /**
   * Puts up again, with all its attempts, one message or (null) all that were given up or cancelled; how many. Nothing of an
   * endpoint that is disabled.
   */
  redeliver(endpoint: string, messageId: string | null): Promise<number>;
  /** Deletes deliveries at their end (not those that wait) that nothing was tried for since `before`, `limit` at most; how many. */
  forget(before: string, limit: number): Promise<number>;
}

/** Sends one signed body. Never throws: what went wrong is in the answer. */
export type PostWebhook = (
  request: { url: string; body: string; headers: Record<string, string> },
  stopped: AbortSignal,
) => Promise<Answer>;
