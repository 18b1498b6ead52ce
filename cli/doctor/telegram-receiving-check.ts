import { z } from 'zod';
import { webhookUrlOf } from '../../bot/channels/telegram/webhook-url.ts';
import type { CliContext } from '../context.ts';
import { isTelegramPolledHere } from '../instance-lock.ts';
import { ownAddress } from '../own-address.ts';
import { broken, fine, notice, type Finding } from './finding.ts';
import type { AskTelegram } from './telegram-api.ts';

const webhookSchema = z.object({
  url: z.string(),
  pending_update_count: z.number().optional(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});
/** Telegram keeps the last error for ever; what has worked since is no trouble any more. */
const errorsOfMs = 3_600_000;
/** Another poller asks again within a second or so, and ends ours by that. */
const pollSeconds = '3';

/** Whether messages come here, and only here. */
export async function checkReceiving(context: CliContext, ask: AskTelegram, now: Date): Promise<Finding[]> {
  const answer = await ask('getWebhookInfo');
  const info = webhookSchema.safeParse(answer.outcome === 'ok' ? answer.result : null);
  if (!info.success) return [notice((t) => t.webhookUnknown())];
  const wanted = webhookUrlOf(context.settings.publicUrl);
  if (wanted !== null) return [describeWebhook(info.data, wanted, now)];
  const { url } = info.data;
  // As long as one is set nothing can be polled.
  if (url !== '') return [notice((t) => t.webhookElsewhere({ host: hostOf(url) }))];
  return [await checkPolling(context, ask)];
}

function describeWebhook(info: z.infer<typeof webhookSchema>, wanted: string, now: Date): Finding {
  const { url, pending_update_count: waiting = 0, last_error_message: reason, last_error_date: at } = info;
  if (url === '') return notice((t) => t.webhookNotYet());
  if (url !== wanted) return notice((t) => t.webhookOther({ found: placeOf(url), wanted: placeOf(wanted) }));
  const isRecent = at === undefined || now.getTime() - at * 1_000 < errorsOfMs;
  if (reason !== undefined && (isRecent || waiting > 0)) {
    return notice((t) => t.webhookFails({ reason, waiting }));
  }
  return fine((t) => t.webhookFine({ host: hostOf(url) }));
}

async function checkPolling(context: CliContext, ask: AskTelegram): Promise<Finding> {
  if (isTelegramPolledHere(context.settings.dataDir)) {
    return (await conflictNoticedHere(context))
      ? broken((t) => t.polledElsewhereToo())
      : fine((t) => t.pollingFine());
  }
  // Without an offset nothing is taken: whatever waits still waits for the next start.
  const answer = await ask('getUpdates', { timeout: pollSeconds, limit: '1' });
  return answer.outcome === 'refused' && answer.code === 409
    ? broken((t) => t.polledElsewhere())
    : fine((t) => t.pollingFine());
}

/** What the running program knows: to poll from here as well would only disturb it. */
async function conflictNoticedHere({ settings, log }: CliContext): Promise<boolean> {
  try {
    const response = await fetch(`${ownAddress(settings)}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return (await response.text()).includes('another process polls');
  } catch (error) {
    log.debug('doctor.readyzNotAsked', { error });
    return false;
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Without what may be secret in it. */
const placeOf = (url: string): string =>
  URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : url;
