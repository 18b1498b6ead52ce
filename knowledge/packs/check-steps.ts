import { reportedSteps } from '../enrollment/state.ts';
import { packLocales } from './issues.ts';
import type { PackIssue } from './issues.ts';
import type { PolicyPack } from './schema.ts';
import { fillStep } from './template.ts';

/** Every step that a firm can report has one guide, in order; labels and placeholders of the guides resolve. */
export function checkSteps(pack: PolicyPack): PackIssue[] {
  const issues: PackIssue[] = [];
  const reports = pack.steps.map((s) => s.reports).filter((r) => r !== null);
  for (const step of reportedSteps) {
    const count = reports.filter((r) => r === step).length;
    if (count === 0) issues.push({ code: 'stepWithoutGuide', step });
    if (count > 1) issues.push({ code: 'stepTwice', step });
  }
  let furthest = -1;
  for (const step of reports) {
    const at = reportedSteps.indexOf(step);
    if (at < furthest) issues.push({ code: 'stepsOutOfOrder', step });
    furthest = Math.max(furthest, at);
  }
  pack.steps.forEach((step, index) => {
    const path = `steps.${index}`;
    for (const locale of packLocales) {
      for (const placeholder of fillStep(step, pack, locale).unresolved) {
        issues.push({ code: 'placeholderUnresolved', path: `${path}.instruction.${locale}`, placeholder });
      }
    }
    for (const name of [...step.menu, ...step.buttons]) {
      if (pack.glosses[name] === undefined) issues.push({ code: 'glossMissing', path, name });
    }
  });
  return issues;
}
