import { checkRevision } from '../../knowledge/packs/check-revision.ts';
import { mergePacks } from '../../knowledge/packs/merge.ts';
import { policyPackSchema } from '../../knowledge/packs/schema.ts';
import type { NewRevision, SaveResult } from '../ports/knowledge-desk.ts';
import { contentOf, hashOf, shippedOf } from './contents.ts';
import type { RevisionPorts } from './contents.ts';
import { standingOf } from './standing.ts';

const longestReason = 500;

/**
 * Adds a revision that nobody is answered from yet. It has to have the form of a pack, so that it can be compared and shown;
 * whatever else is wrong with it is said, and must be put right before it is published.
 */
export async function saveDraft(ports: RevisionPorts, given: NewRevision): Promise<SaveResult> {
  const { packId, basedOn, content, by } = given;
  const reason = given.reason.trim().slice(0, longestReason);
  if (reason === '') return { saved: false, why: 'noReason' };
  const standing = await standingOf(ports, packId);
  if (basedOn !== standing.base) return { saved: false, why: 'moved', base: standing.base };
  const before = await contentOf(ports, packId, basedOn);
  if (hashOf(before) === hashOf(content)) return { saved: false, why: 'unchanged' };
  const shipped = await shippedOf(ports, packId);
  const issues = checkRevision(packId, content, shipped);
  if (!policyPackSchema.safeParse(content).success) return { saved: false, why: 'invalid', issues };
  const { shippedHash, head } = standing;
  await ports.revisions.keepShipped(packId, shippedHash, shipped);
  const number = head + 1;
  const added = await ports.revisions.append({
    ...{ packId, number, basedOn, content, reason, shippedHash },
    ...{ kind: given.kind, madeBy: by, madeAt: ports.clock.now().toISOString() },
  });
  if (!added) return { saved: false, why: 'moved', base: (await standingOf(ports, packId)).base };
  await ports.audit.record({
    ...{ actor: by, action: 'savePackRevision', target: `pack/${packId}`, outcome: `${packId}@${number}` },
    detail: given.kind,
  });
  return { saved: true, number, issues };
}

/** A new draft that says what an older revision says; 0 is the shipped files. */
export async function takeUpRevision(
  ports: RevisionPorts,
  { number, ...given }: Omit<NewRevision, 'kind' | 'content'> & { number: number },
): Promise<SaveResult> {
  const content = await contentOf(ports, given.packId, number);
  if (content === null) return { saved: false, why: 'notFound' };
  return saveDraft(ports, { ...given, content, kind: 'rollback' });
}

/** A new draft with the office's own changes and those that a new version of the program brought. */
export async function mergeShipped(
  ports: RevisionPorts,
  given: Omit<NewRevision, 'kind' | 'content'>,
): Promise<{ result: SaveResult; conflicts: string[] }> {
  const { packId, basedOn } = given;
  const { publications, revisions } = await standingOf(ports, packId);
  const made = revisions.find(({ number }) => number === basedOn);
  const known = made?.shippedHash ?? publications[0]?.shippedHash ?? '';
  const [base, shipped, own] = await Promise.all([
    ports.revisions.shipped(packId, known),
    shippedOf(ports, packId),
    contentOf(ports, packId, basedOn),
  ]);
  if (base === null || shipped === null) return { result: { saved: false, why: 'notFound' }, conflicts: [] };
  const { content, conflicts } = mergePacks(base, shipped, own);
  return { result: await saveDraft(ports, { ...given, content, kind: 'merge' }), conflicts };
}
