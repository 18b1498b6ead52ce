import { loadSampleUsccs } from '../../../activities/import/sample-usccs.ts';
import type { FirmMoveStore } from '../../../activities/ports/firm-moves.ts';
import type { Stores } from '../../../activities/ports/store.ts';
import { enrollmentIdOf, usccOf } from '../../../knowledge/enrollment/enrollment-id.ts';
import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import { planMove } from '../../../knowledge/firms/move.ts';
import type { Keep, MovePlan, MoveProblem, MovingFirm } from '../../../knowledge/firms/move.ts';
import { usccProblem } from '../../../knowledge/firms/read-row.ts';
import { normaliseUscc } from '../../../knowledge/firms/uscc.ts';
import type { UserError } from '../../../knowledge/user-error.ts';
import { userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { standingOf } from './show.ts';

type Read =
  ({ outcome: 'planned' } & MovePlan) | { outcome: 'already'; from: string; to: string; name: string };

/** What the two codes on the command line lead to. Throws UserError for whatever cannot be moved. */
export async function readPlan(
  context: CliContext,
  stores: Stores,
  given: { from: string; to: string },
  keep: Keep | null,
): Promise<Read> {
  const [from, to] = [checked(given.from), checked(given.to)];
  if (from === to) throw userError((t) => t.firmMove.problem.sameCode);
  const { firmMoves, firms } = stores;
  const now = await firmMoves.currentCode(from);
  if (now === to) {
    const name = (await firms.findFirm(to))?.name ?? to;
    return { outcome: 'already', from, to, name };
  }
  if (now !== from) throw userError((t) => t.firmMove.problem.oldGone({ uscc: from, now }));
  const other = await firmMoves.currentCode(to);
  if (other !== to) throw userError((t) => t.firmMove.problem.newGone({ uscc: to, now: other }));
  const old = await firmUnder(stores, from);
  if (old === null) throw userError((t) => t.firmMove.problem.oldUnknown({ uscc: from }));
  if (context.settings.mode === 'live' && (await loadSampleUsccs()).has(to))
    throw userError((t) => t.firmMove.problem.otherMode({ uscc: to }));
  const planned = planMove({ from: old, to, target: await firmUnder(stores, to) }, keep);
  if (!planned.ok) throw problemOf(planned.problem);
  return { outcome: 'planned', ...planned.plan };
}

function checked(given: string): string {
  const uscc = normaliseUscc(given);
  const problem = usccProblem(uscc);
  if (problem === null) return uscc;
  throw userError((t) => `${t.importing.issue({ column: '', problem })}${t.commands.stop}`);
}

async function firmUnder({ firms, firmMoves }: Stores, uscc: string): Promise<MovingFirm | null> {
  const firm = await firms.findFirm(uscc);
  if (firm === null) return null;
  const { name, city, sample } = firm;
  const stored = await firmMoves.enrollmentsOf(uscc);
  const enrollments = await Promise.all(stored.map((enrollment) => asItIsNow(firmMoves, enrollment)));
  return { uscc, name, city, sample, enrollments };
}

/** Where a move that was broken off leads: the firm that it went to may have moved on since. */
async function asItIsNow(
  firmMoves: FirmMoveStore,
  enrollment: EnrollmentSnapshot,
): Promise<EnrollmentSnapshot> {
  const { packId, movedTo } = enrollment;
  if (movedTo === null) return enrollment;
  return { ...enrollment, movedTo: enrollmentIdOf(packId, await firmMoves.currentCode(usccOf(movedTo))) };
}

function problemOf(problem: MoveProblem): UserError {
  switch (problem.code) {
    case 'movingElsewhere':
      return userError((t) => t.firmMove.problem.movingElsewhere(problem));
    case 'targetMoves':
      return userError((t) => t.firmMove.problem.targetMoves(problem));
    case 'oldIsFurther': {
      const { packId, old, own } = problem;
      return userError((t) =>
        t.firmMove.problem.oldIsFurther({ packId, old: standingOf(old), own: standingOf(own) }),
      );
    }
  }
}
