import { reportedSteps } from '../enrollment/state.ts';
import type { ReportedStep } from '../enrollment/state.ts';
import { textsFor } from './index.ts';

const everyLocale = [textsFor('zh-CN'), textsFor('en')];
const notBegun = new Set([
  'none',
  '没开始',
  ...everyLocale.flatMap((texts) => [texts.staff.stepOf(null), texts.commands.noStep]),
]);

/**
 * The step that staff mean by its ID or its name in either language; `none` for firms that reported nothing. Null for
 * anything else.
 */
export function stepNamed(given: string): ReportedStep | 'none' | null {
  const wanted = given.toLowerCase();
  if (notBegun.has(wanted)) return 'none';
  const isMeant = (step: ReportedStep): boolean =>
    step.toLowerCase() === wanted ||
    everyLocale.some((texts) => texts.enrollment.stepLabels[step].toLowerCase() === wanted);
  return reportedSteps.find(isMeant) ?? null;
}
