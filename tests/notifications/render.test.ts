import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { decodeCallback } from '../../knowledge/callbacks.ts';
import { initialState } from '../../knowledge/enrollment/machine.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import { renderNotification } from '../../knowledge/notifications/render.ts';
import type { NotificationToRender } from '../../knowledge/notifications/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

let pack: PolicyPack;
beforeAll(async () => {
  pack = await loadPack('jiangsu-2022');
});

const uscc = fictionalUscc(1);
const locales = ['zh-CN', 'en'] as const;
const withPart = (part: Partial<NotificationToRender>): NotificationToRender => ({
  kind: 'reminder',
  data: {},
  repeated: false,
  firmName: '虚构进出口有限公司',
  pack,
  locale: 'zh-CN',
  enrollment: {
    ...initialState('2026-11-02T02:00:00.000Z'),
    ...{ enrollmentId: `jiangsu-2022/${uscc}`, packId: 'jiangsu-2022', uscc, city: '淮安', trial: false },
    ...{ now: '2026-11-05T01:30:00.000Z', nextReminderAt: null },
    cadence: pack.reminders,
  },
  ...part,
});
const text = (n: NotificationToRender): string => renderNotification(n).paragraphs.join('\n');

describe('a reminder', () => {
  it('says what is missing, how to do it, that it is free, and where that is written', () => {
    const message = renderNotification(withPart({}));
    expect(message.paragraphs.join('\n')).toContain('企业实名认证');
    expect(message.paragraphs.join('\n')).toContain('不收任何费用');
    expect(message.citation).not.toBeNull();
  });

  it('speaks of what can be done where it is read', () => {
    for (const locale of locales) {
      const [chat, mail] = [text(withPart({ locale })), text(withPart({ locale, byMail: true }))];
      for (const said of [chat, mail]) expect(said).not.toMatch(/按钮|button/);
      expect(chat).toMatch(/回复“不要提醒”|reply "no reminders"/);
      expect(mail).not.toMatch(/回复|reply/);
      expect(mail).toMatch(/邮件末尾|last link of this mail/);
    }
  });

  it('has buttons that the engine understands, for this firm', () => {
    const buttons = renderNotification(withPart({})).buttons.flat();
    const callbacks = buttons.map((b) => (b.kind === 'callback' ? decodeCallback(b.data) : null));
    expect(callbacks).toEqual([
      { verb: 'steps', uscc, pack: pack.id },
      { verb: 'help', uscc, pack: pack.id },
      { verb: 'snooze', uscc, pack: pack.id, workingDays: 3 },
      { verb: 'status', uscc, pack: pack.id },
    ]);
  });

  it.each(reportedSteps.filter((s) => s !== 'submitted'))(
    'goes on from what was reported: %s',
    (reportedStep) => {
      const { enrollment } = withPart({});
      const texts = locales.map((locale) =>
        text(withPart({ locale, enrollment: { ...enrollment, reportedStep } })),
      );
      for (const t of texts) expect(t).not.toMatch(/undefined|\{|null/);
      expect(texts[0]).toContain('投保成功');
    },
  );

  it('names a deadline only where the pack has one', () => {
    expect(text(withPart({}))).not.toContain('前办完');
    const dated = { ...pack, application: { ...pack.application, deadline: '2026-12-31' } };
    expect(text(withPart({ pack: dated }))).toContain('请在2026-12-31前办完');
  });

  it('does not say that it is free where the pack does not', () => {
    const paid = { ...pack, fees: { ...pack.fees, chargedWhileEnrolling: true } };
    expect(text(withPart({ pack: paid }))).not.toContain('不收任何费用');
  });
});

describe('a status notice', () => {
  it.each(officialStatuses.flatMap((status) => locales.map((locale) => [status, locale] as const)))(
    'is whole for %s in %s',
    (status, locale) => {
      const data = { status, reason: status === 'returned' ? '不在核准名单内' : null };
      const message = renderNotification(withPart({ kind: 'statusNotice', data, locale }));
      const all = message.paragraphs.join('\n');
      expect(all).toContain('虚构进出口有限公司');
      expect(all).not.toMatch(/undefined|\{|null/);
      expect(all.includes('不在核准名单内')).toBe(status === 'returned');
      for (const b of message.buttons.flat()) {
        expect(b.kind === 'callback' ? decodeCallback(b.data) : null).not.toBeNull();
      }
    },
  );

  it('tells the change it was made for, even if the enrollment went on', () => {
    const { enrollment } = withPart({});
    const notice = withPart({
      kind: 'statusNotice',
      data: { status: 'submitted', reason: null },
      enrollment: { ...enrollment, officialStatus: 'approved' },
    });
    expect(text(notice)).toContain('已确认提交');
  });

  it('is marked when it is sent a second time, and in trial', () => {
    const { enrollment } = withPart({});
    const data = { status: 'approved', reason: null };
    const notice = withPart({
      kind: 'statusNotice',
      data,
      repeated: true,
      enrollment: { ...enrollment, trial: true },
    });
    expect(text(notice)).toMatch(/^【演示数据】【补发】/);
    expect(text({ ...notice, locale: 'en' })).toMatch(/^\[Demo data\] \[Sent again\] /);
  });
});

describe('messages to staff', () => {
  it('ask to verify a reported submission', () => {
    expect(text(withPart({ kind: 'verifySubmission' }))).toContain(`/firm ${uscc}`);
  });
});
