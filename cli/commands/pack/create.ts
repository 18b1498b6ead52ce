import { fileURLToPath } from 'node:url';
import { checkNewPackId, loadDraftPack, packsFolder, writeNewPack } from '../../../activities/load-pack.ts';
import { scaffoldPack } from '../../../knowledge/packs/scaffold.ts';
import { inBothLanguages, userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';

export interface CreateOptions {
  province?: string;
  year?: string;
  from?: string;
}

/** Its facts are invented and say so, so that none of them is mistaken for the new programme's. */
const defaultPattern = 'example-2026';

/** Makes the folder of a new pack on the pattern of another; refuses where there is one already. */
export async function createPack(
  id: string,
  { province = '', year = '', from = defaultPattern }: CreateOptions,
  context: CliContext,
  folder: URL,
): Promise<void> {
  checkNewPackId(id);
  if (province.trim() === '') throw userError((t) => t.pack.create.provinceMissing);
  if (!/^20\d\d$/.test(year)) throw userError((t) => t.pack.create.badYear({ year }));
  const pattern = await loadDraftPack(from, from === defaultPattern ? packsFolder : folder);
  const files = scaffoldPack(pattern, { id, province: province.trim(), policyYear: Number(year) });
  const own = await writeNewPack(id, files, folder);
  context.out(inBothLanguages((t) => t.pack.create.created({ id, from })));
  for (const name of ['pack.json', 'faq.json']) context.out(`- ${fileURLToPath(new URL(name, own))}`);
  context.out(inBothLanguages((t) => t.pack.create.next({ id, count: files.pack.toFill.length })));
}
