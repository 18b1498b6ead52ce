import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
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
  // Asked as the other one's is, by one prepared statement: waiting for a reminder is not what is measured.
  const projection = new Database(join(bench.folder, 'web.db'), { readonly: true });
  const snapshotOf = projection.prepare<[string], { snapshot: string }>(
    'SELECT snapshot FROM Enrollment WHERE id = ?',
  );
  const remindersDue = (id: string): number =>
    (JSON.parse(snapshotOf.get(id)?.snapshot ?? '{}') as { remindersDue?: number }).remindersDue ?? 0;
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
    reminders: async (firm) => remindersDue(enrollmentOf(firm)),
    async stop() {
      await engine.stop();
      projection.close();
    },
  };
}
