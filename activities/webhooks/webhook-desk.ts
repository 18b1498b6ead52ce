import { endpointUrl } from '../../knowledge/webhooks/endpoint-url.ts';
import { mayName } from '../../knowledge/webhooks/inside.ts';
import type { AllowedInside } from '../../knowledge/webhooks/inside.ts';
import { sourceName } from '../../knowledge/webhooks/source-name.ts';
import type { Stores } from '../ports/store.ts';
import type { ListedEndpoint, WebhookDesk } from '../ports/webhook-desk.ts';
import type { WebhookEndpoint } from '../ports/webhooks.ts';

export interface WebhookDeskPorts {
  stores: Pick<Stores, 'webhooks' | 'audit'>;
  /** Whether the settings have a secret under that name. */
  hasSecret: (name: string) => boolean;
  allowed: AllowedInside;
  /** In the form in which the settings take it. */
  newSecret: () => string;
}

const noCounts: ListedEndpoint['counts'] = { waiting: 0, delivered: 0, failed: 0, cancelled: 0 };

export function createWebhookDesk({ stores, hasSecret, allowed, newSecret }: WebhookDeskPorts): WebhookDesk {
  const { webhooks, audit } = stores;
  const note = async (actor: string, action: string, target: string, detail?: string): Promise<void> =>
    audit.record({
      ...{ actor, action: `webhook.${action}`, target, outcome: 'done' },
      ...(detail === undefined ? {} : { detail }),
    });
  const stateOf = ({ name, url, disabledAt }: WebhookEndpoint): ListedEndpoint['state'] => {
    if (disabledAt !== null) return 'gone';
    if (!mayName(new URL(url).hostname, allowed)) return 'inside';
    return hasSecret(name) ? 'on' : 'noSecret';
  };
  return {
    list: async () => {
      const [endpoints, counts] = [await webhooks.list(), await webhooks.counts()];
      return endpoints.map(({ name, url, disabledAt }) => ({
        ...{ name, url, counts: counts.get(name) ?? noCounts },
        state: stateOf({ name, url, disabledAt }),
      }));
    },

    add: async ({ name, url: given }, actor) => {
      if (!sourceName.test(name)) return { outcome: 'badName' };
      const checked = endpointUrl(given, allowed);
      if (!checked.ok) return { outcome: 'badUrl', problem: checked.problem };
      const { url } = checked;
      await webhooks.add({ name, url });
      await note(actor, 'add', name, new URL(url).host);
      return { outcome: 'added', url, secret: hasSecret(name) ? null : newSecret() };
    },

    remove: async (name, actor) => {
      const removed = await webhooks.remove(name);
      if (removed) await note(actor, 'remove', name);
      return removed;
    },

    deliveries: (filter, limit) => webhooks.deliveries(filter, limit),

    redeliver: async (name, messageId, actor) => {
      if (!(await webhooks.list()).some((endpoint) => endpoint.name === name)) return null;
      const count = await webhooks.redeliver(name, messageId);
      if (count > 0) await note(actor, 'redeliver', name, JSON.stringify({ count, messageId }));
      return count;
    },
  };
}
