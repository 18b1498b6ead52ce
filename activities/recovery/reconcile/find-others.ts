import { digestWorkflowId, renewalWorkflowId } from '../../../workflows/contract.ts';
import { dueScope } from '../../renewal/judge-renewals.ts';
import { usablePack } from '../../renewal/open-renewal.ts';
import type { Finding, ReconcileParts } from './finding.ts';

/** Messages that are collected for a person, and nobody is to send them. */
export async function findDigests({ stores, commands, workflows }: ReconcileParts): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const person of await stores.recovery.peopleCollectedFor()) {
    const { identityId: id } = person;
    if ((await workflows.describe(digestWorkflowId(id)))?.running === true) continue;
    findings.push({ kind: 'digest', id, difference: 'lost', mend: () => commands.startDigest(person) });
  }
  return findings;
}

/** Renewals with firms to judge, and nobody judges them. */
export async function findRenewals(parts: ReconcileParts): Promise<Finding[]> {
  const { stores, commands, workflows, clock } = parts;
  const findings: Finding[] = [];
  for (const id of await stores.enrollments.packIds()) {
    const open = await stores.renewals.find(id);
    const pack = open === null ? null : await usablePack(parts, id);
    if (open === null || pack === null) continue;
    const scope = dueScope(pack, open.nextPackId, clock.now().toISOString());
    if (!(await stores.renewals.isDue(scope))) continue;
    if ((await workflows.describe(renewalWorkflowId(id)))?.running === true) continue;
    findings.push({ kind: 'renewal', id, difference: 'lost', mend: () => commands.wakeRenewal(id) });
  }
  return findings;
}

export async function findSchedules({ schedules }: ReconcileParts): Promise<Finding[]> {
  return (await schedules.missing()).map((id) => ({
    ...{ kind: 'schedule', id, difference: 'lost', mend: () => schedules.keep() },
  }));
}
