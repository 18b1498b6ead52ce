import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialStatus, ReportedStep, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;

beforeAll(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir, { now: new Date('2026-03-04T02:00:00.000Z') });
  const cities = ['南京', '南京', '苏州', '南京', '苏州'];
  await temp.stores.firms.upsertFirms(
    packId,
    cities.map((city, i) => fictionalFirm(i + 1, { city })),
    wanted,
  );
  // Silent; reminded and submitted; approved by a list, nobody saw it submit; took its submission back; moved to another code.
  await save(2, { step: 'submitted' }, [
    reminded('2026-03-02T01:30:00.000Z', 'collected'),
    reported('sealed', '2026-03-02T02:00:00.000Z'),
    reported('submitted', '2026-03-03T02:00:00.000Z'),
  ]);
  await save(3, { status: 'approved' }, [
    became('approved', '2026-02-27T02:00:00.000Z'),
    became('inForce', '2026-03-02T02:00:00.000Z'),
  ]);
  await save(4, { step: 'sealed' }, [
    reported('submitted', '2026-03-02T02:00:00.000Z'),
    reminded('2026-03-03T01:30:00.000Z', 'sent'),
    reminded('2026-03-03T02:30:00.000Z', 'skipped:noContact'),
  ]);
  await save(5, { step: 'submitted', movedTo: `${packId}/x` }, [
    reported('submitted', '2026-03-03T02:00:00.000Z'),
  ]);
});
afterAll(() => temp.dispose());

type Said = Pick<TimelineEntry, 'at' | 'source' | 'event'>;
const reported = (step: ReportedStep, at: string): Said => ({
  at,
  source: 'firm',
  event: { type: 'stepReported', step, at },
});
const became = (status: OfficialStatus, at: string): Said => ({
  ...{ at, source: 'import' },
  event: { type: 'officialChanged', status, reason: null, at },
});
const reminded = (at: string, outcome: string): Said => ({
  at,
  source: 'system',
  event: { type: 'reminded', key: at, outcome },
});

async function save(
  firm: number,
  stands: { step?: ReportedStep; status?: OfficialStatus; movedTo?: string },
  said: Said[],
): Promise<void> {
  const { enrollments } = temp.stores;
  const before = await enrollments.find(`${packId}/${fictionalFirm(firm).uscc}`);
  if (before === null) throw new Error('not enrolled');
  const { step = null, status = 'invited', movedTo = null } = stands;
  await enrollments.saveProjection(
    { ...before, reportedStep: step, officialStatus: status, movedTo, version: said.length },
    said.map((entry, i) => ({ ...entry, seq: i + 1, actor: 'test' })),
  );
}

describe('tongbao overview', () => {
  it('says where all stand, what was submitted when, and what followed the reminders', async () => {
    const { out, code } = await cli.run('overview', '--days', '3');
    expect(code).toBe(0);
    const shown = out.join('\n');
    expect(shown).toMatch(/还没报过步骤 +1 +4/);
    expect(shown).toMatch(/审批通过 +1 +1/);
    expect(shown).toContain('一共 4 家');
    expect(shown).toMatch(/2026-03-03 +1 +2/);
    expect(shown).toContain(
      '发出提醒 2 次；3 天内企业有动静的 1 次，其中提交了的 1 次；没动静、还没到 3 天的 1 次',
    );
    expect(shown).toContain('没有设截止日期');
  });

  it('counts one city, in English, and for programs', async () => {
    const english = (await cli.run('overview', '--city', '苏州', '--lang', 'en')).out.join('\n');
    expect(english).toContain('1 firms in all');
    expect(english).toContain('No reminder went out');
    const { out } = await cli.run('overview', '--city', '南京市', '--json');
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      funnel: { total: 3 },
      reminders: { sent: 2, followed: 1, submitted: 1, pending: 1 },
      deadline: null,
    });
  });

  it('refuses days that are none, and a city that the pack does not have', async () => {
    for (const days of ['0', '367', '3.5', '-1', '三']) {
      const { code, err } = await cli.run('overview', '--days', days);
      expect([code, err.join()]).toEqual([1, expect.stringContaining('366')]);
    }
    expect((await cli.run('overview', '--city', '上海')).code).toBe(1);
  });
});
