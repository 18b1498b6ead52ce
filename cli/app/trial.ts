import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { importApprovedList } from '../../activities/import/import-approved-list.ts';
import { loadSampleUsccs } from '../../activities/import/sample-usccs.ts';
import type { Clock, EnrollmentCommands } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { WebTrial } from '../../bot/channels/web/contract.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';

const demoFirm = z.object({ uscc: z.string() });
const sampleFile = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

/** Imports the sample list when the trial's database does not know its demo firm yet. */
export async function seedTrial(stores: Stores, pack: PolicyPack, clock: Clock): Promise<void> {
  const uscc = await demoUscc();
  if ((await stores.firms.findFirm(uscc)) !== null) return;
  const file = sampleFile('approved-list-2022.xlsx');
  await importApprovedList({
    file,
    bytes: await readFile(file),
    options: { dryRun: false },
    pack,
    stores,
    mode: 'trial',
    clock,
    sampleUsccs: await loadSampleUsccs(),
  });
}

/** The trial of the web chat: whoever opens the page is the fictional contact of the demo firm. */
export async function createWebTrial(
  stores: Stores,
  pack: PolicyPack,
  commands: EnrollmentCommands,
  clock: Clock,
  newId: () => string,
): Promise<WebTrial> {
  const uscc = await demoUscc();
  const enrollmentId = enrollmentIdOf(pack.id, uscc);
  return {
    onNewVisitor: (identityId) => stores.identities.linkFirm(identityId, uscc),
    async clock() {
      const row = await stores.firms.firmRow(pack.id, uscc);
      if (row?.enrollment == null || row.enrollment.version === 0) return null;
      const now = nowOf(row.enrollment, clock.now());
      return { uscc, firmName: row.firm.name, now, nextReminderAt: row.enrollment.nextReminderAt };
    },
    async advance(identityId) {
      const result = await commands.advanceTrialClock({
        enrollmentId,
        eventId: newId(),
        source: 'firm',
        actor: identityId,
      });
      return result.outcome === 'refused' ? 'nothingScheduled' : 'advanced';
    },
  };
}

async function demoUscc(): Promise<string> {
  return demoFirm.parse(JSON.parse(await readFile(sampleFile('demo-firm.json'), 'utf8'))).uscc;
}
