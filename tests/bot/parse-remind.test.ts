import { describe, expect, it } from 'vitest';
import { parseRemind } from '../../bot/engine/handlers/staff/parse-remind.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

describe('what /remind understands', () => {
  const jiangsu = { cities: ['南京', '淮安'], province: '江苏省', provinceAliases: ['江苏'] };

  it.each([
    [fictionalUscc(1), { uscc: fictionalUscc(1) }],
    [fictionalUscc(1).toLowerCase(), { uscc: fictionalUscc(1) }],
    ['city=淮安 step=sealed', { city: '淮安', reportedStep: 'sealed' }],
    ['城市=淮安 步骤=制章', { city: '淮安', reportedStep: 'sealed' }],
    ['城市=江苏省淮安市 步骤=Sealed', { city: '淮安', reportedStep: 'sealed' }],
    ['城市＝淮安，步骤：未开始', { city: '淮安', reportedStep: 'none' }],
    ['淮安', { city: '淮安' }],
    ['淮安市 步骤=制章', { city: '淮安', reportedStep: 'sealed' }],
    ['step = confirmed', { reportedStep: 'confirmed' }],
    ['STEP=none', { reportedStep: 'none' }],
    ['全部', {}],
    ['all', {}],
    ['状态=审批通过', { officialStatus: 'approved' }],
    ['status=returned 淮安', { officialStatus: 'returned', city: '淮安' }],
    ['没回音=7天', { silentForDays: 7 }],
    ['silent=7', { silentForDays: 7 }],
    ['没回音：10天 步骤：制章', { silentForDays: 10, reportedStep: 'sealed' }],
    ['邀请满=30 没提醒=5日', { invitedForDays: 30, notRemindedForDays: 5 }],
    ['invited=30d not-reminded=5', { invitedForDays: 30, notRemindedForDays: 5 }],
    ['从未送达', { neverReached: true }],
    ['never-reached city=淮安', { neverReached: true, city: '淮安' }],
  ])('reads "%s"', (args, filter) => {
    expect(parseRemind(args, jiangsu)).toEqual({ ok: true, filter, options: {} });
  });

  it.each([
    ['全部 时间=2026-12-01 09:30', {}, { startAt: '2026-12-01T01:30:00.000Z' }],
    ['淮安 时间：2026-12-01T09：30', { city: '淮安' }, { startAt: '2026-12-01T01:30:00.000Z' }],
    ['all at=2026-12-01T09:30', {}, { startAt: '2026-12-01T01:30:00.000Z' }],
    ['全部 间隔=3个工作日 每分钟=60', {}, { notWithinWorkingDays: 3, perMinute: 60 }],
    [
      'all not-within=3 per-minute=60 outside=skip',
      {},
      { notWithinWorkingDays: 3, perMinute: 60, outsideHours: 'skip' },
    ],
    [`${fictionalUscc(1)} 非工作时间=跳过`, { uscc: fictionalUscc(1) }, { outsideHours: 'skip' }],
  ])('reads how it is to be done: "%s"', (args, filter, options) => {
    expect(parseRemind(args, jiangsu)).toEqual({ ok: true, filter, options });
  });

  it.each([
    ...['', '火星', 'city=', 'city=北京', 'step=nonsense', 'colour=red', `${fictionalUscc(1)} city=淮安`],
    ...['silent=', 'silent=soon', 'silent=-1', 'silent=1000', '从未送达=也许', 'status=happy'],
    ...['全部 at=tomorrow', '全部 at=2026-02-30T09:30', '全部 at=2026-12-01T25:00', '全部 at=2026-12-01'],
    ...['全部 每分钟=0', '全部 间隔=61', '全部 outside=ignore', '间隔=3', '全部 淮'],
  ])('refuses "%s"', (args) => {
    expect(parseRemind(args, jiangsu)).toMatchObject({ ok: false });
  });

  it('knows the cities when somebody names another one', () => {
    expect(parseRemind('城市=火星', jiangsu)).toEqual({
      ok: false,
      part: '城市=火星',
      cities: jiangsu.cities,
    });
  });
});
