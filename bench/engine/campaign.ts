import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { sendsPerSecond } from '../../activities/worker.ts';
import { packId } from '../../tests/support/fictional-firms.ts';
import { reminderPlan } from '../../tests/support/campaign-plan.ts';
import { enroll } from './enroll.ts';
import { runEngine } from './parts.ts';
import type { Bench } from './parts.ts';

export interface CampaignRate {
  firms: number;
  permitted: number;
  /** Messages a second between a tenth and nine tenths of them. */
  sustained: number;
  wholeMs: number;
}

/** How fast a campaign writes to one contact of each firm, against what the channel permits. */
export async function measureCampaign(bench: Bench, firms: number): Promise<CampaignRate> {
  const channel = 'telegram';
  const engine = await runEngine(bench, channel);
  const { stores, commands, sender } = engine;
  try {
    const all = Array.from({ length: firms }, (_, i) => 100_000 + i);
    await enroll(stores, channel, all, new Date());
    await startWaitingEnrollments(bench.client, stores);
    while ((await stores.firms.countByCityAndStep(packId)).length === 0) await delay(100);

    const id = randomUUID();
    await stores.campaigns.create({ ...reminderPlan(), id, packId, requestedBy: 'bench' });
    await stores.campaigns.setTotal(id, firms);
    const startedAt = performance.now();
    await commands.startCampaign(id);
    while ((await stores.campaigns.find(id))?.state !== 'finished') await delay(500);
    const wholeMs = performance.now() - startedAt;
    const from = Math.floor(sender.sentAt.length * 0.1);
    const to = Math.floor(sender.sentAt.length * 0.9);
    const tookMs = (sender.sentAt[to] ?? 0) - (sender.sentAt[from] ?? 0);
    if (sender.sentAt.length !== firms)
      throw new Error(`${sender.sentAt.length} of ${firms} messages were sent`);
    return { firms, permitted: sendsPerSecond(channel), sustained: ((to - from) * 1_000) / tookMs, wholeMs };
  } finally {
    await engine.stop();
  }
}
