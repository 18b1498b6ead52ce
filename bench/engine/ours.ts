import { setTimeout as delay } from 'node:timers/promises';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { Contender } from './contender.ts';
import { enroll, enrollmentOf, linkStaff } from './enroll.ts';
import { runEngine } from './parts.ts';
import type { Bench } from './parts.ts';

export async function ours(bench: Bench): Promise<Contender> {
  const engine = await runEngine(bench, 'web');
  const { stores, commands } = engine;
  await linkStaff(stores, 'web');
  const by = (firm: number, eventId: string) =>
    ({ enrollmentId: enrollmentOf(firm), eventId, source: 'firm', actor: 'bench' }) as const;
  return {
    name: 'ours',
    async start(firms) {
      await enroll(stores, 'web', firms, new Date());
      await startWaitingEnrollments(bench.client, stores);
      for (const firm of firms) {
        while (((await stores.enrollments.find(enrollmentOf(firm)))?.version ?? 0) === 0) await delay(20);
      }
    },
    workflowId: (firm) => enrollmentWorkflowId(enrollmentOf(firm)),
    advance: (firm, eventId) => commands.advanceTrialClock(by(firm, eventId)),
    report: (firm, eventId, step) => commands.reportStep({ ...by(firm, eventId), step }),
    official: (firm, eventId, status) =>
      commands.applyOfficialEvent({ ...by(firm, eventId), status, reason: null }),
    reminders: async (firm) => (await stores.enrollments.find(enrollmentOf(firm)))?.remindersDue ?? 0,
    stop: () => engine.stop(),
  };
}
