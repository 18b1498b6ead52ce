import { findLost } from '../../activities/recovery/find-lost.ts';
import { recoverableKinds } from '../../activities/recovery/recoverable-kinds.ts';
import type { RecoverableKind } from '../../activities/recovery/recoverable-kinds.ts';
import { createWorkflowDirectory } from '../../activities/recovery/workflow-directory.ts';
import type { AppParts } from './app-parts.ts';

const looksAt = 3;

/** Whether Temporal seems to have lost its data: it knows none of the first few enrollments that it ought to. */
export async function looksLost({
  client,
  stores,
  commands,
}: Pick<AppParts, 'client' | 'stores' | 'commands'>): Promise<boolean> {
  const kinds = recoverableKinds({ stores, commands })
    .filter(({ name }) => name === 'enrollment')
    .map(({ name, wanted }): RecoverableKind => ({ name, wanted: () => first(wanted()) }));
  const found = await findLost(kinds, createWorkflowDirectory(client));
  return found.some(({ wanted, lost }) => wanted > 0 && lost.length === wanted);
}

async function* first<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    yield item;
    count += 1;
    if (count === looksAt) return;
  }
}
