import { describe, expect, it } from 'vitest';
import type { CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { compareCampaign, compareEnrollment } from '../../knowledge/recovery/compare.ts';
import type {
  Difference,
  EnrollmentRow,
  SeenEnrollment,
  SeenWorkflow,
} from '../../knowledge/recovery/compare.ts';

const row = (version: number, part: Partial<EnrollmentRow> = {}): EnrollmentRow => ({
  ...{ version, started: true, toRun: true },
  ...part,
});
const runs = (version: number | null, stuck = false): SeenEnrollment => ({ running: true, stuck, version });
const ended = (version: number | null): SeenEnrollment => ({ running: false, stuck: false, version });
const over = { toRun: false };
const waits = { started: false };

describe('an enrollment, compared', () => {
  it.each<[string, EnrollmentRow | null, SeenEnrollment | null, Difference | null]>([
    ['the same version', row(3), runs(3), null],
    ['no workflow', row(3), null, 'lost'],
    ['a workflow that has ended', row(3), ended(3), 'ended'],
    ['one that has ended and does not answer', row(3), ended(null), 'ended'],
    ['a newer workflow', row(3), runs(5), 'databaseBehind'],
    ['a newer workflow that has ended', row(3), ended(5), 'databaseBehind'],
    ['an older workflow', row(3), runs(2), 'engineBehind'],
    ['a row that waits to be started', row(0, waits), null, null],
    ['a row that waits, just being started', row(0, waits), runs(1), null],
    ['a row that is over', row(9, over), null, null],
    ['a row that is over, with its workflow ended', row(9, over), ended(9), null],
    ['a row that is over, its workflow just leaving', row(9, over), runs(9), null],
    ['a row that is over, and an older workflow that goes on', row(9, over), runs(4), 'engineBehind'],
    ['no row', null, runs(4), 'noRow'],
    ['no row, and a workflow that has ended', null, ended(4), null],
    ['neither', null, null, null],
    ['no answer', row(3), runs(null), 'silent'],
    ['no answer, and tasks that fail', row(3), runs(null, true), 'stuck'],
  ])('%s', (_, stored, workflow, difference) => {
    expect(compareEnrollment({ before: stored, after: stored }, workflow)).toBe(difference);
  });

  it.each<[string, EnrollmentRow | null, EnrollmentRow, SeenEnrollment | null, Difference | null]>([
    ['changes after the workflow was asked', row(3), row(4), runs(3), null],
    ['changes before the workflow was asked', row(3), row(4), runs(4), null],
    ['is made meanwhile', null, row(1), runs(1), null],
    ['ends meanwhile', row(3), row(4, over), ended(4), null],
  ])('is not taken for different when it %s', (_, before, after, workflow, difference) => {
    expect(compareEnrollment({ before, after }, workflow)).toBe(difference);
  });
});

describe('a campaign, compared', () => {
  const running: SeenWorkflow = { running: true, stuck: false };
  const hasEnded: SeenWorkflow = { running: false, stuck: false };
  it.each<[CampaignState | null, SeenWorkflow | null, Difference | null]>([
    ...(['scheduled', 'running', 'paused'] as const).flatMap((state) => [
      [state, running, null] as [CampaignState, SeenWorkflow, null],
      [state, null, 'lost'] as [CampaignState, null, Difference],
      [state, hasEnded, 'ended'] as [CampaignState, SeenWorkflow, Difference],
      [state, { running: true, stuck: true }, 'stuck'] as [CampaignState, SeenWorkflow, Difference],
    ]),
    ...(['finished', 'cancelled', 'failed'] as const).flatMap((state) => [
      [state, null, null] as [CampaignState, null, null],
      [state, hasEnded, null] as [CampaignState, SeenWorkflow, null],
      [state, running, 'runsOn'] as [CampaignState, SeenWorkflow, Difference],
    ]),
    ['previewed', null, null],
    ['previewed', running, null],
    [null, running, 'noRow'],
    [null, hasEnded, null],
  ])('%s, %o: %s', (state, workflow, difference) => {
    expect(compareCampaign(state, workflow)).toBe(difference);
  });
});
