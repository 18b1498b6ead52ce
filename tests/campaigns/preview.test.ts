import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { previewCampaign } from '../../knowledge/campaigns/preview.ts';
import { asPlainText, describeBeginning, renderSample } from '../../knowledge/campaigns/render-preview.ts';
import { firstSendingAt, startProblem } from '../../knowledge/campaigns/sending-time.ts';
import { renderNotification } from '../../knowledge/notifications/render.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { announcementPlan, reminderPlan } from '../support/campaign-plan.ts';
import { candidate, contact } from './candidate-of.ts';

let pack: PolicyPack;
beforeAll(async () => {
  pack = await loadPack('jiangsu-2022');
});

/** A Monday, half past ten in Shanghai; then its evening. */
const monday = new Date('2026-11-16T02:30:00.000Z');
const evening = new Date('2026-11-16T13:00:00.000Z');
const waiting = reminderPlan({ outsideHours: 'wait' });

describe('the preview of a campaign', () => {
  it('counts firms, people and reasons, and keeps a sample of each step', async () => {
    const firms = [
      candidate({}, { contacts: [contact(), contact({ channel: 'web' }), contact({ personId: 'p2' })] }),
      candidate(),
      candidate({ reportedStep: 'sealed' }),
      candidate({ reportedStep: 'submitted' }),
      candidate({}, { contacts: [] }),
      candidate({}, { contacts: [] }),
    ];
    const preview = await previewCampaign(waiting, firms, cadenceOf(pack), monday);
    expect(preview).toMatchObject({
      total: 6,
      toWrite: 3,
      recipients: 4,
      beginsAt: null,
      calendarKnown: true,
    });
    expect(Object.fromEntries(preview.skips)).toEqual({ reportedSubmitted: 1, noVerifiedContact: 2 });
    expect(preview.samples.map((s) => s.enrollment.reportedStep)).toEqual([null, 'sealed']);
  });

  it('shows a sample exactly as it is sent, in the language of whoever gets it', async () => {
    const firm = candidate({ reportedStep: 'sealed' }, { contacts: [contact({ locale: 'en' })] });
    const { enrollment, firmName } = firm;
    const { heading, message } = renderSample(waiting, firm, { pack, locale: 'zh-CN', now: monday });
    expect(heading).toContain('虚构进出口有限公司，制章');
    const sent = { kind: 'reminder', data: {}, repeated: false, enrollment, firmName, pack } as const;
    expect(message).toEqual(renderNotification({ ...sent, locale: 'en' }));
    expect(asPlainText(message)).toMatch(/^Hello, [\s\S]*\n\[Report progress\]/);
  });

  it('of an announcement keeps a sample of each language, as it is sent', async () => {
    const english = contact({ id: 'i2', personId: 'p2', locale: 'en' });
    const firms = [
      candidate(),
      candidate({ officialStatus: 'approved' }),
      candidate({ reportedStep: 'sealed' }, { contacts: [english] }),
    ];
    const text = { 'zh-CN': '本周五下午\n系统维护。', en: 'Maintenance on Friday.' };
    const plan = announcementPlan(text);
    const { samples, toWrite } = await previewCampaign(plan, firms, cadenceOf(pack), monday);
    expect(toWrite).toBe(3);
    const shown = samples.map((s) => renderSample(plan, s, { pack, locale: 'zh-CN', now: monday }));
    expect(shown.map(({ message }) => message.paragraphs)).toEqual([
      ['【办公室通知】本周五下午\n系统维护。', expect.stringContaining('不要提醒')],
      ['[From the office] Maintenance on Friday.', expect.stringContaining('no reminders')],
    ]);
    expect(shown[0]?.heading).toBe('样例（虚构进出口有限公司会看到）：');
  });

  it.each([
    [monday, {}, null],
    [evening, {}, '2026-11-17T01:30:00.000Z'],
    [evening, { outsideHours: 'ignore' as const }, null],
    [evening, { startAt: '2026-11-18T02:00:00.000Z' }, '2026-11-18T02:00:00.000Z'],
    // Friday evening: Monday morning.
    [new Date('2026-11-20T13:00:00.000Z'), {}, '2026-11-23T01:30:00.000Z'],
  ])('says when the first message goes out: at %s with %j', (now, options, beginsAt) => {
    expect(firstSendingAt({ ...waiting, ...options }, cadenceOf(pack), now.toISOString())).toBe(beginsAt);
  });

  it.each([
    [{ startAt: '2026-11-17T02:00:00.000Z' }, null],
    [{ startAt: '2026-11-16T02:00:00.000Z' }, { code: 'startInThePast' }],
    // A Saturday, and an hour after the office has closed.
    [
      { startAt: '2026-11-21T02:00:00.000Z' },
      { code: 'startOutsideHours', next: '2026-11-23T01:30:00.000Z' },
    ],
    [
      { startAt: '2026-11-17T11:00:00.000Z' },
      { code: 'startOutsideHours', next: '2026-11-18T01:30:00.000Z' },
    ],
    [{ startAt: '2026-11-21T02:00:00.000Z', outsideHours: 'ignore' as const }, null],
  ])('checks the time to start: %j', (options, problem) => {
    expect(startProblem({ ...waiting, ...options }, cadenceOf(pack), monday.toISOString())).toEqual(problem);
  });

  it('warns of a year whose holidays are not published', async () => {
    const later = reminderPlan({ startAt: '2031-02-03T02:00:00.000Z' });
    const preview = await previewCampaign(later, [candidate()], cadenceOf(pack), monday);
    expect(preview.calendarKnown).toBe(false);
    expect(describeBeginning(later, preview, 'zh-CN')).toEqual([
      '2031-02-03 10:00开始发送，到时再按条件选一次企业。',
      expect.stringContaining('还没有公布'),
    ]);
  });
});
