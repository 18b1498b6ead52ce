import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import type { MovePlan, PlannedEnrollment } from '../../../knowledge/firms/move.ts';
import type { Texts } from '../../../knowledge/locales/index.ts';

export const standingOf = ({ officialStatus, reportedStep }: EnrollmentSnapshot) => ({
  status: officialStatus,
  step: reportedStep,
});

/** What a move would do, line by line. */
export function planLines(
  { from, to, target, enrollments }: MovePlan,
  contacts: number,
  { firmMove }: Texts,
): string[] {
  const { name, city, uscc } = from;
  return [
    target === null
      ? firmMove.corrected({ name, city, from: uscc, to })
      : firmMove.merged({ name, from: uscc, into: target.name, city: target.city, to }),
    ...(enrollments.length === 0 ? [firmMove.noEnrollment] : []),
    ...enrollments.map((planned) => enrollmentLine(planned, firmMove)),
    firmMove.along({ contacts }),
    firmMove.irreversible,
  ];
}

function enrollmentLine({ old, own, keeps }: PlannedEnrollment, texts: Texts['firmMove']): string {
  const { packId } = old;
  if (own === null) return texts.continues({ packId, ...standingOf(old) });
  const both = { packId, old: standingOf(old), own: standingOf(own) };
  return keeps === 'old' ? texts.keepsOld(both) : texts.keepsNew(both);
}
