import { reconciledKinds } from '../../../activities/recovery/reconcile/finding.ts';
import type { Finding } from '../../../activities/recovery/reconcile/finding.ts';
import type { Texts } from '../../../knowledge/locales/index.ts';
import { differences } from '../../../knowledge/recovery/compare.ts';
import { tableLines } from '../../table.ts';

type ReconcileTexts = Texts['recovery']['reconcile'];

const shownAtFirst = 10;

/** A table with one line for each kind of difference, and the IDs under it. */
export function differenceLines(findings: Finding[], texts: ReconcileTexts, all: boolean): string[] {
  const groups = reconciledKinds.flatMap((kind) =>
    differences.flatMap((difference) =>
      [true, false].map((mends) =>
        findings.filter(
          (one) => one.kind === kind && one.difference === difference && (one.mend !== null) === mends,
        ),
      ),
    ),
  );
  const rows: string[][] = [];
  const lists: string[] = [];
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const [kind, difference] = [texts.kind[first.kind], texts.difference[first.difference]];
    rows.push([kind, difference, String(group.length), remedyOf(first, texts)]);
    const shown = all ? group : group.slice(0, shownAtFirst);
    lists.push('', texts.listed({ what: `${kind}: ${difference}` }), ...shown.map(({ id }) => `  ${id}`));
    if (shown.length < group.length) lists.push(`  ${texts.more({ count: group.length - shown.length })}`);
  }
  return [...tableLines(texts.columns, rows), ...lists, ''];
}

function remedyOf({ kind, difference, mend }: Finding, { remedy, byHand }: ReconcileTexts): string {
  if (mend === null) {
    if (difference === 'noRow') return kind === 'campaign' ? byHand.noCampaign : byHand.noRow;
    return difference === 'stuck' ? byHand.stuck : byHand.silent;
  }
  const remedies: Partial<Record<Finding['difference'], string>> =
    kind === 'enrollment' ? remedy.enrollment : kind === 'campaign' ? remedy.campaign : {};
  return remedies[difference] ?? remedy.other;
}
