import { createHash } from 'node:crypto';
import { canonical } from '../../knowledge/packs/canonical.ts';
import type { PackRevisionStore } from '../ports/pack-revisions.ts';
import type { AuditStore } from '../ports/store.ts';
import type { Clock } from '../ports/services.ts';
import { UserError } from '../../knowledge/user-error.ts';

export interface RevisionPorts {
  revisions: PackRevisionStore;
  /** The pack as the program's files have it. Throws `UserError` where they do not. */
  readShipped(packId: string): Promise<unknown>;
  audit: AuditStore;
  clock: Clock;
}

export type ReadPorts = Pick<RevisionPorts, 'revisions' | 'readShipped'>;

/** Pack and FAQ as one; null where there is no such revision, or the program ships no such pack. */
export const contentOf = (ports: ReadPorts, packId: string, number: number): Promise<unknown> =>
  number === 0 ? shippedOf(ports, packId) : ports.revisions.content(packId, number);

/** Null where the program ships the pack no more: a revision of the office may outlive it. */
export async function shippedOf({ readShipped }: ReadPorts, packId: string): Promise<unknown> {
  try {
    return await readShipped(packId);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Alike for contents that say the same, however their files are laid out. */
export const hashOf = (content: unknown): string =>
  createHash('sha256')
    .update(canonical(content) ?? '')
    .digest('base64url');
