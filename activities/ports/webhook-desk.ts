import type { DeliveryState } from '../../knowledge/webhooks/delivery-state.ts';
import type { UrlProblem } from '../../knowledge/webhooks/endpoint-url.ts';
import type { WebhookDelivery, WebhookEndpoint } from './webhooks.ts';

/** `gone`: its receiver answered that it wants nothing more. `noSecret`: the settings have none to sign with. `inside`: they do not allow it. */
type EndpointState = 'on' | 'noSecret' | 'inside' | 'gone';

export interface ListedEndpoint extends Pick<WebhookEndpoint, 'name' | 'url'> {
  state: EndpointState;
  counts: Record<DeliveryState, number>;
}

type AddedEndpoint =
  /** `secret`: to be put into the settings, shown this once; null where they have one for it. */
  | { outcome: 'added'; url: string; secret: string | null }
  | { outcome: 'badName' }
  | { outcome: 'badUrl'; problem: UrlProblem };

/** Which systems are told of changes, for whoever looks after that. What is done is in the audit under `actor`. */
export interface WebhookDesk {
  list(): Promise<ListedEndpoint[]>;
  add(given: { name: string; url: string }, actor: string): Promise<AddedEndpoint>;
  /** False for none of that name. */
  remove(name: string, actor: string): Promise<boolean>;
  /** The newest first. */
  deliveries(filter: { endpoint?: string; state?: DeliveryState }, limit: number): Promise<WebhookDelivery[]>;
  /** One message, or (null) all that were given up; how many. Null for no endpoint of that name. */
  redeliver(name: string, messageId: string | null, actor: string): Promise<number | null>;
}
