import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitPack } from '../../../knowledge/packs/split.ts';
import { userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { textsOf } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import { standingOf } from '../../../activities/pack-revisions/standing.ts';
import { contentOf } from '../../../activities/pack-revisions/contents.ts';
import { parseRef, revisionPorts } from './ref.ts';

/** Writes a revision as the two files that a pack is, into a folder that has neither. */
export async function exportPack(
  context: CliContext,
  given: string,
  to: string,
  options: LanguageOption,
  folder: URL,
): Promise<void> {
  const ports = await revisionPorts(context, folder);
  const ref = parseRef(given);
  const { id } = ref;
  const number = ref.number ?? (await standingOf(ports, id)).published;
  const content = await contentOf(ports, id, number);
  if (content === null) throw userError((t) => t.packRevisions.cli.unknown({ id, number }));
  await mkdir(to, { recursive: true });
  for (const { name, text } of splitPack(content)) {
    try {
      await writeFile(join(to, name), text, { flag: 'wx' });
    } catch (cause) {
      throw userError((t) => t.packRevisions.cli.folderNotEmpty({ folder: to }), cause);
    }
  }
  context.out(textsOf(options).packRevisions.cli.exported({ folder: to }));
}

/** `pack.json` and `faq.json` of a folder, as one. Throws `UserError` where one cannot be read. */
export async function readImport(folder: string): Promise<unknown> {
  const [pack, faq] = await Promise.all(
    ['pack.json', 'faq.json'].map((name) => readJson(join(folder, name))),
  );
  return typeof pack === 'object' && pack !== null ? { ...pack, faq } : pack;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw userError((t) => t.packRevisions.cli.unreadable({ file }), cause);
  }
}
