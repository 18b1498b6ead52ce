import { readPackFiles } from '../../activities/load-pack.ts';
import { standingOf } from '../../activities/pack-revisions/standing.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { inBothLanguages } from '../both-languages.ts';

/** A line for each pack whose own files a new version of the program changed under the office's revision. */
export async function shippedChanges(
  { packRevisions: revisions }: Pick<Stores, 'packRevisions'>,
  packIds: readonly string[],
): Promise<string[]> {
  const readShipped = (id: string): Promise<unknown> => readPackFiles(id);
  const lines: string[] = [];
  for (const id of packIds) {
    const { shippedChanged, published: number } = await standingOf({ revisions, readShipped }, id);
    if (shippedChanged) lines.push(inBothLanguages((t) => t.packRevisions.shippedChanged({ id, number })));
  }
  return lines;
}
