import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userError } from '../knowledge/locales/both-languages.ts';
import { longestPackId, packIdSchema, policyPackSchema } from '../knowledge/packs/schema.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import type { UserError } from '../knowledge/user-error.ts';

/** Where the packs are, a folder each. */
export const packsFolder = new URL('../knowledge/packs/', import.meta.url);

const isPackId = (id: string): boolean => /^[a-z0-9-]+$/.test(id);

/** Throws `UserError` for what no pack can be called. */
export function checkNewPackId(id: string): void {
  if (!packIdSchema.safeParse(id).success)
    throw userError((t) => t.pack.create.badId({ id, longest: longestPackId }));
}

/**
 * The pack as its files say it, unchecked: `<id>/pack.json` with `<id>/faq.json` as its `faq`.
 * Throws `UserError` where there is no such pack, or a file is not JSON.
 */
export async function readPackFiles(packId: string, folder = packsFolder): Promise<unknown> {
  // The ID becomes part of a path: anything but a plain name is unknown.
  if (!isPackId(packId)) throw unknownPack(packId);
  const pack = await readJson(packId, 'pack.json', folder);
  const faq = await readJson(packId, 'faq.json', folder);
  return typeof pack === 'object' && pack !== null ? { ...pack, faq } : pack;
}

/** Reads and validates a policy pack. Throws `UserError` for one that is unknown, invalid or not yet filled in. */
export const loadPack = async (packId: string, folder = packsFolder): Promise<PolicyPack> =>
  parsePack(packId, await readPackFiles(packId, folder));

/** As `loadPack`, of what was read before. */
export function parsePack(packId: string, content: unknown): PolicyPack {
  const pack = parseDraftPack(packId, content);
  const count = pack.toFill.length;
  if (count > 0) throw userError((t) => t.pack.load.unfinished({ id: packId, count }));
  return pack;
}

/** Like `loadPack`, also for a pack that is not yet filled in: to compare or to copy, never to answer from. */
export const loadDraftPack = async (packId: string, folder = packsFolder): Promise<PolicyPack> =>
  parseDraftPack(packId, await readPackFiles(packId, folder));

/** As `loadDraftPack`, of what was read before. */
export function parseDraftPack(packId: string, content: unknown): PolicyPack {
  const parsed = policyPackSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const where = first === undefined ? '' : first.path.join('.');
  throw userError((t) => t.pack.load.invalid({ id: packId, where }));
}

/** Whether it has the form of a pack, filled in or not. */
export const hasPackForm = (content: unknown): boolean => policyPackSchema.safeParse(content).success;

/** Writes a new pack and returns its folder. Throws `UserError` when there is one of that ID: none is ever overwritten. */
export async function writeNewPack(
  packId: string,
  files: { pack: unknown; faq: unknown },
  folder = packsFolder,
): Promise<URL> {
  checkNewPackId(packId);
  const own = new URL(`${packId}/`, folder);
  try {
    // Not recursive, so it fails where the folder is there already.
    await mkdir(own);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      throw userError((t) => t.pack.create.exists({ id: packId }), cause);
    }
    throw cause;
  }
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(new URL(`${name}.json`, own), `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });
    }
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return own;
}

async function readJson(packId: string, file: string, folder: URL): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(new URL(`${packId}/${file}`, folder), 'utf8');
  } catch (cause) {
    throw unknownPack(packId, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw userError((t) => t.pack.load.notJson({ id: packId, file }), cause);
  }
}

const unknownPack = (packId: string, cause?: unknown): UserError =>
  userError((t) => t.pack.load.unknown({ id: packId }), cause);
