import type { FirmRow } from '../../activities/ports/store.ts';
import { hasEnded } from '../../knowledge/enrollment/machine.ts';
import type { EnginePorts } from './ports.ts';
import type { PrivateContext } from './private-context.ts';

/** The firm's enrollments in other packs that are not over, by pack. */
export async function otherEnrollments(
  { stores }: Pick<EnginePorts, 'stores'>,
  { firm, enrollment, ...row }: FirmRow,
): Promise<FirmRow[]> {
  const all = await stores.firmMoves.enrollmentsOf(firm.uscc);
  return all
    .filter((one) => one.packId !== enrollment?.packId && !hasEnded(one))
    .map((one) => ({ ...row, firm, enrollment: one }));
}

/** Which year an enrollment is of, where a firm has several. */
export function yearMark(
  { ports: { pack, otherPacks = [] }, texts }: Pick<PrivateContext, 'ports' | 'texts'>,
  { enrollment }: FirmRow,
): string {
  const packId = enrollment?.packId ?? pack.id;
  const known = [pack, ...otherPacks].find(({ id }) => id === packId);
  return known === undefined ? `[${packId}] ` : texts.firmMove.yearMark({ year: known.policyYear });
}
