import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { wholeOffice } from './whole-office.ts';

type Ids = 'addWebhook' | 'removeWebhook' | 'listDeliveries' | 'redeliverWebhook';
const shownDeliveries = 100;

/** Which systems are told of changes, as `tongbao webhooks` does it. */
export function webhookHandlers({ webhooks }: ConsolePorts): Handlers<Ids> {
  return {
    addWebhook: async ({ viewer, body }) => {
      const { staffId } = wholeOffice(viewer);
      const added = await webhooks.add(body, staffId);
      if (added.outcome !== 'added')
        throw new Refused(
          added.outcome === 'badName'
            ? 'webhookNameBad'
            : added.problem === 'inside'
              ? 'webhookInside'
              : 'webhookUrlBad',
        );
      const { secret } = added;
      return { secret: secret === null ? null : `TONGBAO_WEBHOOK_SECRETS=${body.name}:${secret}` };
    },

    removeWebhook: async ({ viewer, body: { name } }) => {
      const { staffId } = wholeOffice(viewer);
      if (!(await webhooks.remove(name, staffId))) throw new Refused('notFound');
      return {};
    },

    listDeliveries: async ({ viewer, body: { name, state } }) => {
      wholeOffice(viewer);
      const filter = { endpoint: name, ...(state !== null && { state }) };
      const found = await webhooks.deliveries(filter, shownDeliveries);
      return {
        deliveries: found.map((delivery) => ({
          ...{ messageId: delivery.messageId, enrollmentId: delivery.enrollmentId, state: delivery.state },
          stateName: inBoth((t) => t.webhooks.states[delivery.state]),
          answer: inBoth((t) => t.webhooks.answer(delivery.lastAnswer)),
          ...{ attempts: delivery.attempts, nextAttemptAt: delivery.nextAttemptAt },
          deliveredAt: delivery.deliveredAt,
        })),
      };
    },

    redeliverWebhook: async ({ viewer, body: { name, messageId } }) => {
      const { staffId } = wholeOffice(viewer);
      const count = await webhooks.redeliver(name, messageId, staffId);
      if (count === null) throw new Refused('notFound');
      return { count };
    },
  };
}
