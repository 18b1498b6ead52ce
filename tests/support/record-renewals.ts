import type { Client } from '@temporalio/client';
import {
  enrollmentWorkflowId,
  mainTaskQueue,
  openRenewalWorkflowType,
  renewalWorkflowId,
  watchWorkflowType,
} from '../../workflows/contract.ts';
import type { RenewalInput } from '../../workflows/contract.ts';
import { nextYear, thisYear } from './pack-pair.ts';
import type { Record } from './record-history.ts';
import { goodFirm, idOf } from './renewal-office.ts';
import type { RenewalOffice } from './renewal-office.ts';
import { until } from './until.ts';

/** The look ahead of a morning, a renewal from its opening to its end, and an enrollment that follows one. */
export async function recordRenewals(client: Client, office: RenewalOffice, record: Record): Promise<void> {
  await office.linkStaff();
  await office.insure([1, 2]);
  await office.listNext(goodFirm(1), goodFirm(2, { priorYearExportUsd: 7_000_000 }));
  const run = async (type: string, workflowId: string, args: [] | [RenewalInput]): Promise<void> => {
    await client.workflow.execute(type, { workflowId, taskQueue: mainTaskQueue, args });
  };

  office.setNow('2026-12-01T01:00:00.000Z');
  const input: RenewalInput = { packId: thisYear };
  await run(openRenewalWorkflowType, 'open-renewal', [input]);
  await record('renewal-opened', 'open-renewal');
  await client.workflow.getHandle(renewalWorkflowId(thisYear)).result();
  await record('renewal', renewalWorkflowId(thisYear));

  const next = idOf(1, nextYear);
  const by = { enrollmentId: next, source: 'staff', actor: 'recorder', reason: null } as const;
  await office.start();
  await office.commands.applyOfficialEvent({ ...by, eventId: 'e1', status: 'submitted' });
  await office.commands.applyOfficialEvent({ ...by, eventId: 'e2', status: 'approved' });
  await until(async () => (await office.standing(1)).before === 'renewed');
  await office.commands.applyOfficialEvent({ ...by, eventId: 'e3', status: 'inForce' });
  await record('enrollment-renewing', enrollmentWorkflowId(next));

  // Insured only after the next year's had begun, which looks for it.
  await office.insure([3], 'underReview');
  await office.listNext(goodFirm(3));
  await office.start();
  await office.commands.applyOfficialEvent({
    ...{ ...by, enrollmentId: idOf(3), eventId: 'e4', status: 'approved' },
  });
  await office.commands.wakeRenewal(thisYear);
  await until(async () => (await office.standing(3)).before === 'renewalOpen');
  const late = { ...by, enrollmentId: idOf(3, nextYear) } as const;
  await office.commands.applyOfficialEvent({ ...late, eventId: 'e5', status: 'approved' });
  await until(async () => (await office.standing(3)).before === 'renewed');
  await office.commands.applyOfficialEvent({ ...late, eventId: 'e6', status: 'inForce' });
  await record('enrollment-insured-late', enrollmentWorkflowId(late.enrollmentId));

  // There are no holidays of that year yet, which staff are told.
  office.setNow('2027-12-20T01:00:00.000Z');
  await run(watchWorkflowType, 'watch', []);
  await record('watch', 'watch');
}
