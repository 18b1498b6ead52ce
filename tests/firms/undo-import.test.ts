import { describe, expect, it } from 'vitest';
import { judgeUndo } from '../../knowledge/firms/undo-import.ts';
import type { ImportChange, ImportedValues, SinceImport } from '../../knowledge/firms/undo-import.ts';

const after: ImportedValues = {
  firm: { name: '虚构公司', city: '南京', contactName: null, contactPhone: null, sample: true },
  listing: { listed: true, priorYearExportCents: '12000055', exportYear: 2021 },
};
const nothing: ImportedValues = { firm: null, listing: null };
const added: ImportChange = {
  before: nothing,
  after,
  enrolled: true,
  versionBefore: null,
  officerBefore: null,
};
const still: SinceImport = { now: after, officerId: null, enrollmentVersion: 1, moved: false, traces: [] };
const renamed = (values: ImportedValues, name: string): ImportedValues => ({
  ...values,
  firm: values.firm && { ...values.firm, name },
});
/** A firm that was followed for a while when the import corrected its name. */
const corrected: ImportChange = {
  ...added,
  before: renamed(after, '旧名公司'),
  enrolled: false,
  versionBefore: 5,
};

describe('judgeUndo', () => {
  it.each([
    ['removes a firm that the import brought', added, still, 'remove'],
    ['also before its workflow has begun', added, { ...still, enrollmentVersion: -1 }, 'remove'],
    [
      'takes a firm off a list that did not name it',
      { ...added, before: { ...nothing, firm: after.firm } },
      still,
      'takeOff',
    ],
    ['gives a firm its former values again', corrected, { ...still, enrollmentVersion: 5 }, 'restore'],
  ] as const)('%s', (_what, change, since, undo) => {
    expect(judgeUndo(change, since, null)).toEqual({ undo, reason: null });
  });

  it.each([
    ['moved', added, { moved: true }],
    ['changed', added, { now: renamed(after, '又改名') }],
    ['changed', added, { now: nothing }],
    ['changed', added, { now: { ...after, listing: null } }],
    ['followed', added, { enrollmentVersion: 2 }],
    ['followed', corrected, { enrollmentVersion: 6 }],
    ['followed', { ...added, enrolled: false }, { enrollmentVersion: 0 }],
    ['officer', added, { officerId: 'staff-1' }],
    ['notification', added, { traces: ['ticket', 'notification'] }],
    ['otherList', added, { traces: ['otherList'] }],
  ] as const)('leaves alone what was %s', (reason, change, part) => {
    expect(judgeUndo(change, { ...still, ...part }, null)).toEqual({ undo: null, reason });
  });

  it('leaves firms alone that are, were or would be of another city', () => {
    expect(judgeUndo(added, still, ['南京']).undo).toBe('remove');
    expect(judgeUndo(added, still, ['淮安']).reason).toBe('otherCity');
    const before = { ...after, firm: after.firm && { ...after.firm, city: '淮安' } };
    const since = { ...still, enrollmentVersion: 5 };
    expect(judgeUndo({ ...corrected, before }, since, ['南京']).reason).toBe('otherCity');
  });
});
