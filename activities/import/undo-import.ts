import type { ImportChangeStore, JudgedChange } from '../ports/import-changes.ts';
import type { EnrollmentCommands } from '../ports/services.ts';

export interface UndoPorts {
  stores: { importChanges: Pick<ImportChangeStore, 'list' | 'markClosing' | 'release' | 'undo'> };
  commands: Pick<EnrollmentCommands, 'withdraw'>;
}

const pageSize = 200;
const atATime = 20;

/**
 * Undoes the last import of a pack, firm by firm where nothing happened since, and leaves the others as they are. A firm's
 * workflow ends before its enrollment goes, so that nobody is written to for it; what happens to a firm meanwhile keeps it. Broken
 * off anywhere, it is completed by asking for it again.
 */
export async function undoImport(
  ports: UndoPorts,
  importId: string,
  ownCities: readonly string[] | null,
): Promise<void> {
  let afterUscc: string | undefined;
  for (;;) {
    const page = await ports.stores.importChanges.list(importId, ownCities, {
      ...(afterUscc !== undefined && { afterUscc }),
      limit: pageSize,
    });
    const last = page.at(-1);
    if (last === undefined) return;
    afterUscc = last.uscc;
    await undoPage(ports, importId, ownCities, page);
  }
}

async function undoPage(
  ports: UndoPorts,
  importId: string,
  ownCities: readonly string[] | null,
  page: JudgedChange[],
): Promise<void> {
  const changes = ports.stores.importChanges;
  // One that was closing when the last attempt broke off is settled too, whatever it came to.
  const ready = page.filter(({ state, verdict }) => state === 'closing' || (verdict?.undo ?? null) !== null);
  if (ready.length === 0) return;
  const enrolled = ready.filter((one) => one.enrolled).map(({ uscc }) => uscc);
  await changes.markClosing(importId, enrolled);
  try {
    await withdraw(ports, importId, ready);
  } catch (error) {
    await changes.release(importId);
    throw error;
  }
  const judged = await changes.undo(
    importId,
    ready.map(({ uscc }) => uscc),
    ownCities,
  );
  // A starter that had read them before may have started some again.
  await withdraw(
    ports,
    importId,
    judged.filter(({ verdict }) => (verdict?.undo ?? null) !== null),
  );
}

async function withdraw(ports: UndoPorts, importId: string, firms: JudgedChange[]): Promise<void> {
  const ids = firms.filter(({ enrolled }) => enrolled).map(({ enrollmentId }) => enrollmentId);
  for (let start = 0; start < ids.length; start += atATime) {
    const group = ids.slice(start, start + atATime);
    const reason = `import ${importId} undone`;
    const ended = await Promise.allSettled(
      group.map(async (enrollmentId) => ports.commands.withdraw({ enrollmentId, reason })),
    );
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
