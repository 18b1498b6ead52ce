import { loadSampleUsccs } from '../../../activities/import/sample-usccs.ts';
import type { Stores } from '../../../activities/ports/store.ts';
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
  return { uscc, name, city, sample, enrollments: await firmMoves.enrollmentsOf(uscc) };
}

function problemOf(problem: MoveProblem): UserError {
  switch (problem.code) {
    case 'movingElsewhere':
      return userError((t) => t.firmMove.problem.movingElsewhere(problem));
    case 'oldIsFurther': {
      const { packId, old, own } = problem;
      return userError((t) =>
        t.firmMove.problem.oldIsFurther({ packId, old: standingOf(old), own: standingOf(own) }),
      );
    }
  }
}
