import { checkRevision } from '../../knowledge/packs/check-revision.ts';
import type { PublishResult, WantedPublication } from '../ports/knowledge-desk.ts';
import { hasPackForm } from '../load-pack.ts';
import { contentOf, shippedOf } from './contents.ts';
import type { RevisionPorts } from './contents.ts';
import { standingOf } from './standing.ts';

/** From then on every process answers from it. `gateHolds` runs the evaluation of what is served now beside what would be. */
export async function publishRevision(
  ports: RevisionPorts,
  { packId, number, turn, by, reason, force }: WantedPublication,
  gateHolds: (from: number, to: number) => Promise<boolean>,
): Promise<PublishResult> {
  if (reason.trim() === '') return { published: false, why: 'noReason' };
  const standing = await standingOf(ports, packId);
  if (standing.turn !== turn) return { published: false, why: 'moved' };
  const { published, draft, shippedHash, shippedChanged } = standing;
  const keepsOwn = number === published && shippedChanged;
  if (!keepsOwn && (number === published || (number !== draft && number !== 0)))
    return { published: false, why: 'notDraft' };
  const shipped = await shippedOf(ports, packId);
  const issues = checkRevision(packId, await contentOf(ports, packId, number), shipped);
  if (issues.length > 0) return { published: false, why: 'issues', issues };
  // What does not fit the program any more answers nobody: there is nothing to compare with, and a way out of it.
  const answers = hasPackForm(await contentOf(ports, packId, published));
  const held = keepsOwn || !answers || (await gateHolds(published, number));
  if (!held && !force) return { published: false, why: 'gate' };
  await ports.revisions.keepShipped(packId, shippedHash, shipped);
  const done = await ports.revisions.publish({
    ...{ packId, turn: turn + 1, number, shippedHash, by, reason: reason.trim().slice(0, 500) },
    ...{ at: ports.clock.now().toISOString(), forced: !held },
  });
  if (!done) return { published: false, why: 'moved' };
  await ports.audit.record({
    ...{ actor: by, action: 'publishPackRevision', target: `pack/${packId}`, outcome: `${packId}@${number}` },
    ...(held ? {} : { detail: 'against the evaluation' }),
  });
  return { published: true, turn: turn + 1 };
}
