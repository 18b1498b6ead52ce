import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const uscc = '91329999MADEM0001Q';
const enrollmentId = enrollmentIdOf('jiangsu-2022', uscc);
let temp: TempStores;
let cli: TestCli;

beforeAll(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
  await cli.run('import', join(import.meta.dirname, '../../samples/approved-list-2022.csv'));
  const { stores } = temp;
  const found = await stores.enrollments.find(enrollmentId);
  if (found === null) throw new Error('not imported');
  const at = '2026-03-03T01:30:00.000Z';
  await stores.enrollments.saveProjection(
    {
      ...found,
      reportedStep: 'sealed',
      reportedAt: at,
      nextReminderAt: '2026-03-10T01:30:00.000Z',
      version: 3,
    },
    [
      { seq: 1, at: found.invitedAt, source: 'system', actor: 'system', event: { type: 'invited' } },
      { seq: 2, at, source: 'firm', actor: 'x', event: { type: 'stepReported', step: 'sealed', at } },
      {
        seq: 3,
        at,
        source: 'system',
        actor: 'system',
        event: { type: 'reminded', key: 'k', outcome: 'skipped:noVerifiedContact' },
      },
    ],
  );
  const person = await stores.identities.upsertIdentity({ channel: 'web', externalUserId: '1' });
  await stores.identities.linkFirm(person.id, uscc);
});
afterAll(async () => temp.dispose());

const listed = async (...argv: string[]): Promise<string[]> => {
  const { out } = await cli.run('firms', '--json', ...argv);
  return (JSON.parse(out.join('\n')) as { firm: { uscc: string } }[]).map((row) => row.firm.uscc);
};

describe('tongbao firms', () => {
  it('prints a table that says it is demo data', async () => {
    const { code, out } = await cli.run('firms', '--city', '淮安市', '--step', '制章');
    expect(code).toBe(0);
    expect(out[0]).toBe('【演示数据】');
    expect(out[1]).toMatch(/^信用代码 +企业 +城市/u);
    expect(out[3]).toMatch(
      /^91329999MADEM0001Q {2}淮安示例纺织有限公司 {2}淮安 .*待企业确认 +制章 +1 +2026-03-10 09:30$/u,
    );
    expect(out[4]).toBe('共 1 家。');
  });

  it('filters by city, status, step and missing contact', async () => {
    expect(await listed()).toHaveLength(30);
    expect(await listed('--city', '南京')).toEqual(['91329999MADEM0021T']);
    expect(await listed('--status', 'invited')).toHaveLength(24);
    expect(await listed('--status', '待企业确认', '--step', 'none')).toHaveLength(23);
    expect(await listed('--status', 'approved')).toEqual([]);
    expect(await listed('--step', 'sealed')).toEqual([uscc]);
    const unlinked = await listed('--unlinked');
    expect(unlinked).toHaveLength(23);
    expect(unlinked).not.toContain(uscc);
  });

  it.each([
    ['--city', '上海', '淮安'],
    ['--status', 'done', 'approved'],
    ['--step', 'done', 'sealed'],
  ])('names what %s accepts', async (option, value, accepted) => {
    const { code, err } = await cli.run('firms', option, value);
    expect(code).toBe(1);
    expect(err[0]).toContain(accepted);
  });
});

describe('tongbao status', () => {
  it('shows the firm, how far it is, and its history in Beijing time', async () => {
    const { out } = await cli.run('status', uscc.toLowerCase());
    expect(out).toEqual([
      '【演示数据】',
      `淮安示例纺织有限公司  ${uscc}  淮安`,
      '在核准名单内',
      '2021 年出口额：126.5万美元',
      '名单上的联系人：王示例 13800000101；已关联 1 人',
      '官方状态：待企业确认（2026-03-02 10:00 起）',
      '企业报告：已完成制章（2026-03-03 09:30）',
      '下次提醒：2026-03-10 09:30',
      '经过：',
      '  2026-03-02 10:00  系统：开始跟踪，等待企业确认投保',
      '  2026-03-03 09:30  企业：企业报告已完成：制章',
      '  2026-03-03 09:30  系统：提醒没有发送（没有关联联系人）',
    ]);
  });

  it('prints the same as JSON', async () => {
    const { out } = await cli.run('status', uscc, '--json');
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      firm: { uscc, listed: true },
      enrollment: { officialStatus: 'invited', reportedStep: 'sealed' },
      linkedContacts: 1,
      timeline: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
    });
  });

  it('says that all is reported, and who could not be asked to verify it', async () => {
    const id = `jiangsu-2022/${uscc}`;
    const stored = await temp.stores.enrollments.find(id);
    if (stored === null) throw new Error('not imported');
    const at = '2026-03-04T02:00:00.000Z';
    const notice = { type: 'noticed', key: 'verify', outcome: 'skipped:noVerifiedContact' } as const;
    await temp.stores.enrollments.saveProjection(
      { ...stored, reportedStep: 'submitted', reportedAt: at, version: 90 },
      [
        {
          ...{ seq: 90, at, source: 'firm', actor: 'somebody' },
          event: { type: 'stepReported', step: 'submitted', at },
        },
        { seq: 91, at, source: 'system', actor: 'verifySubmission', event: notice },
        { seq: 92, at, source: 'system', actor: 'statusNotice', event: notice },
      ],
    );
    const { out } = await cli.run('status', uscc);
    expect(out).toContain('企业报告：已完成投保（2026-03-04 10:00）');
    expect(out.slice(-3)).toEqual([
      '  2026-03-04 10:00  企业：企业报告已完成投保',
      '  2026-03-04 10:00  系统：请工作人员核实的通知没有发送（还没有工作人员完成登记）',
      '  2026-03-04 10:00  系统：状态通知没有发送（没有关联联系人）',
    ]);
  });

  it('says that a firm outside the list is not tracked', async () => {
    const { out } = await cli.run('status', '91329999MADEM0017C');
    expect(out.at(-1)).toContain('没有投保跟踪');
  });

  it.each([
    ['123', '18 位'],
    ['91329999MADEM0001R', '校验不通过'],
    ['91329999MADEM0052', '17 位'],
    ['91329999MADEM00521', '没有信用代码为 91329999MADEM00521 的企业'],
  ])('refuses %s', async (given, reason) => {
    const { code, err } = await cli.run('status', given);
    expect(code).toBe(1);
    expect(err[0]).toContain(reason);
  });
});
