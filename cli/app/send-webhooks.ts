import { createPostWebhook } from '../../activities/webhooks/post-webhook.ts';
import { createWebhookSender } from '../../activities/webhooks/webhook-sender.ts';
import type { AppParts } from './app-parts.ts';
import { repeatedly } from './repeatedly.ts';
import { systemClock } from './system-clock.ts';

const lookEveryMs = 2_000;

/** Tells other systems of changes, as they were stored. Returns the function that ends it, also in the middle of an attempt. */
export function runSendingWebhooks({
  settings,
  stores,
  log,
}: Pick<AppParts, 'settings' | 'stores' | 'log'>): () => Promise<void> {
  const { webhooks } = stores;
  const ports = {
    webhooks,
    post: createPostWebhook({ allowed: settings.webhookAllow }),
    clock: systemClock,
    log,
  };
  const sender = createWebhookSender({ ...ports, secrets: settings.webhookSecrets });
  const stopping = new AbortController();
  const sending = repeatedly(lookEveryMs, async () => {
    try {
      await sender.sendDue(stopping.signal);
    } catch (error) {
      log.warn('webhooks.notSent', { error });
    }
  });
  return async () => {
    stopping.abort();
    await sending.stop();
    await sender.settled();
  };
}
