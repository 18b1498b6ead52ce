import type { z } from 'zod';
import type { ImportChangeStore } from '../../activities/ports/import-changes.ts';
import type { LeftAlone } from '../../knowledge/firms/undo-import.ts';
import { inBoth } from './both.ts';
import type { undoPreview } from './import-schemas.ts';

type Preview = z.output<typeof undoPreview>;

const pageSize = 1_000;
/** Of either kind. */
const mostShown = 200;

/** Goes through the whole import: how many are left alone, and why, is what one decides by. */
export async function previewUndo(
  changes: Pick<ImportChangeStore, 'counts' | 'list'>,
  importId: string,
  ownCities: readonly string[] | null,
): Promise<Preview> {
  const toUndo: Preview['toUndo'] = { remove: 0, takeOff: 0, restore: 0 };
  const left = new Map<LeftAlone, number>();
  const undoing: Preview['firms'] = [];
  const leaving: Preview['firms'] = [];
  let afterUscc: string | undefined;
  for (;;) {
    const page = await changes.list(importId, ownCities, {
      ...(afterUscc !== undefined && { afterUscc }),
      limit: pageSize,
    });
    for (const { uscc, name, city, verdict } of page) {
      if (verdict === null) continue;
      if (verdict.undo !== null) {
        toUndo[verdict.undo] += 1;
        if (undoing.length < mostShown) undoing.push({ uscc, name, city, undo: verdict.undo, reason: null });
        continue;
      }
      left.set(verdict.reason, (left.get(verdict.reason) ?? 0) + 1);
      // Nothing about a firm of another city but that there is one.
      if (verdict.reason === 'otherCity' || leaving.length >= mostShown) continue;
      leaving.push({ uscc, name, city, undo: null, reason: wordsOf(verdict.reason) });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    afterUscc = last.uscc;
  }
  return {
    toUndo,
    left: [...left].map(([reason, count]) => ({ reason: wordsOf(reason), count })),
    undone: (await changes.counts(importId)).undone,
    firms: [...leaving, ...undoing],
  };
}

const wordsOf = (reason: LeftAlone): { zh: string; en: string } =>
  inBoth((t) => t.importing.undoReasons[reason]);
