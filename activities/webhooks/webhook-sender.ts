import { Webhook } from 'standardwebhooks';
import { answerCode, fateOf, isUnavailable } from '../../knowledge/webhooks/attempts.ts';
import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import type { Clock, Logger } from '../ports/services.ts';
import type { PostWebhook, WebhookDelivery, WebhookEndpoint, WebhookStore } from '../ports/webhooks.ts';

const atATime = 4;
/** Longer than an attempt can take; after it, whoever began the attempt is taken for dead. */
const attemptTakesAtMostMs = 60_000;
/** A receiver that is away is left alone, and longer each time; each delivery has its own, longer pauses beside. */
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** How long the log keeps what is at its end, and how often it is cleared of what is older. */
const keptMs = 90 * 86_400_000;
const clearEveryMs = 3_600_000;
/** Deleted at once, so that nobody waits long for the database; the rest goes the next time. */
const clearedAtMost = 20_000;

export interface SendingPorts {
  webhooks: WebhookStore;
  /** Of each endpoint by name, the newest first. One that has none is not sent anything yet. */
  secrets: readonly { name: string; secrets: readonly string[] }[];
  post: PostWebhook;
  clock: Clock;
  log: Logger;
}

export interface WebhookSender {
  /**
   * Starts sending what is due to each endpoint that nothing is being sent to, and waits for none: a slow receiver holds up
   * nobody else. An aborted attempt is made again later.
   */
  sendDue(stopped: AbortSignal): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

/** At least once, under the same `webhook-id`; those of one enrollment in their order. */
export function createWebhookSender({ webhooks, secrets, post, clock, log }: SendingPorts): WebhookSender {
  const secretsOf = new Map(secrets.map((entry) => [entry.name, entry.secrets]));
  const paused = new Map<string, { until: number; pauseMs: number }>();
  const underWay = new Map<string, Promise<void>>();
  let clearAt = 0;
  const iso = (afterMs = 0): string => new Date(clock.now().getTime() + afterMs).toISOString();

  async function sendTo(endpoint: WebhookEndpoint, stopped: AbortSignal): Promise<void> {
    const { name } = endpoint;
    while (!stopped.aborted) {
      const due = { now: iso(), until: iso(attemptTakesAtMostMs), limit: atATime };
      const begun = await webhooks.begin(name, due);
      const answers = await Promise.all(begun.map((delivery) => attempt(endpoint, delivery, stopped)));
      if (answers.includes('gone')) return;
      if (answers.includes('unavailable')) {
        pause(name);
        return;
      }
      // Not before nothing is due: the next change of a firm follows the one that was taken.
      if (begun.length === 0) return;
      paused.delete(name);
    }
  }

  async function attempt(
    { name, url }: WebhookEndpoint,
    delivery: WebhookDelivery,
    stopped: AbortSignal,
  ): Promise<'done' | 'unavailable' | 'gone'> {
    const { messageId, body, attempts } = delivery;
    const headers = signed(messageId, body, clock.now(), secretsOf.get(name) ?? []);
    const answer = await post({ url, body, headers }, stopped);
    // Nobody knows whether it arrived: it is sent again once the attempt is taken for lost.
    if (stopped.aborted && answer.kind !== 'status') return 'done';
    const fate = fateOf(answer, attempts, clock.now());
    const lastAnswer = answerCode(answer);
    if (fate.outcome === 'retry') await webhooks.settle(delivery, { retryAt: fate.at, lastAnswer });
    else {
      const state = fate.outcome === 'gone' ? 'cancelled' : fate.outcome;
      await webhooks.settle(delivery, { state, lastAnswer, at: iso() });
    }
    tell(name, delivery, answer, fate.outcome);
    if (fate.outcome === 'gone') await webhooks.disable(name, iso());
    if (fate.outcome === 'gone') return 'gone';
    return isUnavailable(answer) ? 'unavailable' : 'done';
  }

  function tell(endpoint: string, { messageId, attempts }: WebhookDelivery, answer: Answer, outcome: string) {
    const line = { endpoint, messageId, attempts, answer: answerCode(answer), outcome };
    if (outcome === 'delivered') log.info('webhooks.delivered', line);
    else log.warn('webhooks.notDelivered', line);
  }

  function pause(name: string): void {
    const pauseMs = Math.min((paused.get(name)?.pauseMs ?? firstPauseMs / 2) * 2, longestPauseMs);
    paused.set(name, { until: clock.now().getTime() + pauseMs, pauseMs });
  }

  async function sendApart(endpoint: WebhookEndpoint, stopped: AbortSignal): Promise<void> {
    try {
      await sendTo(endpoint, stopped);
    } catch (error) {
      log.warn('webhooks.notSent', { endpoint: endpoint.name, error });
    } finally {
      underWay.delete(endpoint.name);
    }
  }

  async function clearLog(): Promise<void> {
    const now = clock.now().getTime();
    if (now < clearAt) return;
    clearAt = now + clearEveryMs;
    await webhooks.forget(iso(-keptMs), clearedAtMost);
  }

  return {
    async sendDue(stopped) {
      const now = clock.now().getTime();
      const ready = (await webhooks.list()).filter(
        ({ name, disabledAt }) =>
          disabledAt === null &&
          secretsOf.has(name) &&
          !underWay.has(name) &&
          (paused.get(name)?.until ?? 0) <= now,
      );
      for (const endpoint of ready) underWay.set(endpoint.name, sendApart(endpoint, stopped));
      await clearLog();
    },

    async settled() {
      await Promise.all(underWay.values());
    },
  };
}

/** By the Standard Webhooks scheme; while a secret is being changed, both signatures are there. */
function signed(id: string, body: string, now: Date, secrets: readonly string[]): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'tongbao',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}
