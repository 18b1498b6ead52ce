import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { Firm } from '../../activities/ports/store.ts';
import { startOptions } from '../../activities/start-enrollments.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { isOver } from '../../knowledge/enrollment/machine.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import { enrollmentWorkflowType } from '../../workflows/contract.ts';
import { openRunningOffice } from './enrollment-office.ts';
import type { RunningOffice } from './enrollment-office.ts';
import { fictionalFirm, fictionalUscc } from './fictional-firms.ts';
import { nextYear, packPair, thisYear } from './pack-pair.ts';

/** A running office with this year's pack and the next, whose clock stands before the day that renewal opens. */
export interface RenewalOffice extends RunningOffice {
  /** Firm `n` in this year's pack, with a contact (chat `chat-<n>`), and brought to a status. */
  insure(ns: number[], status?: OfficialStatus): Promise<void>;
  /** Imports firms into the next year's list. */
  listNext(...firms: Firm[]): Promise<void>;
  /** What came of firm `n`, and its status in both years. */
  standing(n: number): Promise<{ before: string | null; next: string | null; predecessor: string | null }>;
  setNow(iso: string): void;
}

export const idOf = (n: number, packId = thisYear): string => `${packId}/${fictionalUscc(n)}`;
/** On the next list, inside its limits. */
export const goodFirm = (n: number, changes: Partial<Firm> = {}): Firm =>
  fictionalFirm(n, { priorYearExportUsd: 450_000, exportYear: 2026, ...changes });

export async function openRenewalOffice(engine: {
  client: Client;
  connection: NativeConnection;
  maxCachedWorkflows?: number;
}): Promise<RenewalOffice> {
  const office = await openRunningOffice(engine);
  const { pack, next, load } = await packPair();
  let now = '2026-11-20T00:00:00.000Z';
  office.ports.loadPack = load;
  office.ports.clock = { now: () => new Date(now) };
  const { stores } = office.temp;
  /** Begins where an enrollment of that status stands, as one that is taken up again from the projection. */
  const follow = async (n: number, officialStatus: OfficialStatus): Promise<void> => {
    const waiting = await stores.enrollments.find(idOf(n));
    if (waiting === null) throw new Error(`firm ${n} is not enrolled`);
    const enrollment = { ...waiting, officialStatus, version: 2 };
    const invited = { seq: 1, at: waiting.invitedAt, source: 'system', actor: 'enrollment' } as const;
    await stores.enrollments.saveProjection(enrollment, [{ ...invited, event: { type: 'invited' } }]);
    if (isOver(officialStatus)) return;
    const options = await startOptions(stores.enrollments, enrollment);
    await engine.client.workflow.start(enrollmentWorkflowType, options);
  };
  const wanted = (of: typeof pack) => ({ trial: false, invitedAt: now, cadence: cadenceOf(of) });
  return {
    ...office,
    async insure(ns, status = 'inForce') {
      await stores.firms.upsertFirms(
        thisYear,
        ns.map((n) => goodFirm(n, { exportYear: 2025 })),
        wanted(pack),
      );
      for (const n of ns) {
        const chat = `chat-${n}`;
        const person = { channel: 'web', externalUserId: chat, privateChatId: chat };
        const { id } = await stores.identities.upsertIdentity(person);
        await stores.identities.linkFirm(id, fictionalUscc(n));
      }
      await Promise.all(ns.map((n) => follow(n, status)));
    },
    async listNext(...firms) {
      await stores.firms.upsertFirms(nextYear, firms, { ...wanted(next), renewsFrom: [thisYear] });
    },
    async standing(n) {
      const [before, following] = await Promise.all(
        [thisYear, nextYear].map((packId) => stores.enrollments.find(idOf(n, packId))),
      );
      return {
        before: before?.officialStatus ?? null,
        next: following?.officialStatus ?? null,
        predecessor: following?.predecessorId ?? null,
      };
    },
    setNow: (iso) => {
      now = iso;
    },
    dispose: () => office.dispose(),
  };
}
