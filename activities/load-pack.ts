import { readFile } from 'node:fs/promises';
import { userError } from '../knowledge/locales/both-languages.ts';
import { policyPackSchema } from '../knowledge/packs/schema.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import type { UserError } from '../knowledge/user-error.ts';

const packsFolder = new URL('../knowledge/packs/', import.meta.url);

/**
 * The pack as its files say it, unchecked: `<id>/pack.json` with `<id>/faq.json` as its `faq`.
 * Throws `UserError` where there is no such pack, or a file is not JSON.
 */
export async function readPackFiles(packId: string): Promise<unknown> {
  // The ID becomes part of a path: anything but a plain name is unknown.
  if (!/^[a-z0-9-]+$/.test(packId)) throw unknownPack(packId);
  const pack = await readJson(packId, 'pack.json');
  const faq = await readJson(packId, 'faq.json');
  return typeof pack === 'object' && pack !== null ? { ...pack, faq } : pack;
}

/** Reads and validates a policy pack. Throws `UserError` for an unknown or invalid one. */
export async function loadPack(packId: string): Promise<PolicyPack> {
  const parsed = policyPackSchema.safeParse(await readPackFiles(packId));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const where = first === undefined ? '' : first.path.join('.');
  throw userError((t) => t.pack.load.invalid({ id: packId, where }));
}

async function readJson(packId: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(new URL(`${packId}/${file}`, packsFolder), 'utf8');
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
