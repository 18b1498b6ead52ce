import { contentOf } from '../../../activities/pack-revisions/contents.ts';
import type { RevisionPorts } from '../../../activities/pack-revisions/contents.ts';
import { readPackFiles } from '../../../activities/load-pack.ts';
import { userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';

export interface PackRef {
  id: string;
  /** Null where none was named. */
  number: number | null;
}

/** `jiangsu-2022@3`. Throws `UserError` for what is none. */
export function parseRef(given: string): PackRef {
  const found = /^([a-z0-9-]+)(?:@(\d{1,6}))?$/.exec(given);
  if (found === null) throw userError((t) => t.packRevisions.cli.badRef({ given }));
  const [, id = '', number] = found;
  return { id, number: number === undefined ? null : Number(number) };
}

/** What the use cases of revisions work with. */
export const revisionPorts = async (context: CliContext, folder: URL): Promise<RevisionPorts> => {
  const { packRevisions: revisions, audit } = await context.openStores();
  return {
    ...{ revisions, audit },
    readShipped: (packId) => readPackFiles(packId, folder),
    clock: { now: () => context.now?.() ?? new Date() },
  };
};

/** The revision that is named; without a number what the files say. Throws `UserError` where there is none. */
export async function readRef(context: CliContext, given: string, folder: URL): Promise<unknown> {
  const { id, number } = parseRef(given);
  if (number === null || number === 0) return readPackFiles(id, folder);
  const content = await contentOf(await revisionPorts(context, folder), id, number);
  if (content === null) throw userError((t) => t.packRevisions.cli.unknown({ id, number }));
  return content;
}
