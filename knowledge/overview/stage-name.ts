import type { Texts } from '../locales/index.ts';
import type { FunnelRow } from './funnel.ts';

/** A stage as people read it; what the firm says of itself is marked as its own word. */
export function stageName(
  { stage }: Pick<FunnelRow, 'stage'>,
  { overview, enrollment }: Pick<Texts, 'overview' | 'enrollment'>,
): string {
  switch (stage.said) {
    case 'nothing':
      return overview.nothingReported;
    case 'firm':
      return overview.byFirm({ step: enrollment.stepLabels[stage.step] });
    case 'official':
      return enrollment.statusLabels[stage.status];
  }
}
