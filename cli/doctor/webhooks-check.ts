import { mayName } from '../../knowledge/webhooks/inside.ts';
import type { CliContext } from '../context.ts';
import type { Finding } from './finding.ts';

/** An older failure stays in the log; nobody is warned of it for ever. */
const failuresOfMs = 7 * 86_400_000;

/** Who should be told of changes and is not. Nothing where nobody is to be told. */
export async function checkWebhooks(context: CliContext): Promise<Finding[]> {
  try {
    const { webhooks } = await context.openStores();
    const endpoints = await webhooks.list();
    if (endpoints.length === 0) return [];
    const now = context.now?.() ?? new Date();
    const failures = await webhooks.failedSince(new Date(now.getTime() - failuresOfMs).toISOString());
    const found = (say: Finding['say']): Finding => ({ mark: '!', say });
    const wrong = endpoints.flatMap(({ name, url, disabledAt }): Finding[] => {
      const failed = failures.get(name) ?? 0;
      if (disabledAt !== null) return [found((t) => t.webhooks.doctor.gone({ name }))];
      if (!mayName(new URL(url).hostname, context.settings.webhookAllow)) {
        return [found((t) => t.webhooks.doctor.inside({ name }))];
      }
      if (!context.settings.webhookSecrets.some((entry) => entry.name === name)) {
        return [found((t) => t.webhooks.doctor.noSecret({ name }))];
      }
      return failed > 0 ? [found((t) => t.webhooks.doctor.failed({ name, count: failed }))] : [];
    });
    const count = endpoints.length;
    return wrong.length > 0 ? wrong : [{ mark: '✓', say: (t) => t.webhooks.doctor.fine({ count }) }];
  } catch (error) {
    // The other checks say what is wrong with the database, and must not be kept from it.
    context.log.warn('doctor.webhooksNotChecked', { error });
    return [];
  }
}
