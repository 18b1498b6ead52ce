import { parseDraftPack } from '../../../activities/load-pack.ts';
import { diffPacks } from '../../../knowledge/packs/diff.ts';
import { renderDifference } from '../../../knowledge/packs/render-difference.ts';
import { inBothLanguages } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { readRef } from './ref.ts';

/** Says what differs between two packs, finished or not. */
export async function comparePacks(
  from: string,
  to: string,
  context: CliContext,
  folder: URL,
): Promise<void> {
  const read = async (ref: string) => parseDraftPack(ref, await readRef(context, ref, folder));
  const differences = diffPacks(await read(from), await read(to));
  if (differences.length === 0) {
    context.out(inBothLanguages((t) => t.pack.diff.none));
    return;
  }
  context.out(inBothLanguages((t) => t.pack.diff.heading({ from, to, count: differences.length })));
  for (const difference of differences) {
    context.out(`- ${renderDifference(difference, 'zh-CN')} / ${renderDifference(difference, 'en')}`);
  }
}
