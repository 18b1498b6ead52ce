import { loadDraftPack } from '../../../activities/load-pack.ts';
import { diffPacks } from '../../../knowledge/packs/diff.ts';
import { renderDifference } from '../../../knowledge/packs/render-difference.ts';
import { inBothLanguages } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';

/** Says what differs between two packs, finished or not. */
export async function comparePacks(
  from: string,
  to: string,
  context: CliContext,
  folder: URL,
): Promise<void> {
  const differences = diffPacks(await loadDraftPack(from, folder), await loadDraftPack(to, folder));
  if (differences.length === 0) {
    context.out(inBothLanguages((t) => t.pack.diff.none));
    return;
  }
  context.out(inBothLanguages((t) => t.pack.diff.heading({ from, to, count: differences.length })));
  for (const difference of differences) {
    context.out(`- ${renderDifference(difference, 'zh-CN')} / ${renderDifference(difference, 'en')}`);
  }
}
