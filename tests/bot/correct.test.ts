import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { officialStatuses } from '../../knowledge/enrollment/state.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { statusAndReason, statusNamed } from '../../knowledge/locales/status-named.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

describe('/correct', () => {
  let office: EngineOffice;
  let li: Person;
  let firm: Firm;
  beforeEach(async () => {
    office = await openEngineOffice();
    li = await office.staff('老李');
    firm = await office.addFirm(2);
  });
  afterEach(() => office.dispose());

  const statusNow = async () =>
    (await office.stores.firms.firmRow('jiangsu-2022', firm.uscc))?.enrollment?.officialStatus;
  const commands = (): string[] => office.commands.calls.map((c) => c.command);

  it('shows what was and what will be, and changes it when confirmed, also where it is over', async () => {
    await li.says(`/terminate ${firm.uscc} 不符合参保资格`);
    await li.taps('确认解除');
    const { text, buttons } = await li.says(`/correct ${firm.uscc} 待企业确认 录错了企业`);
    for (const part of [
      firm.name,
      firm.uscc,
      '「保单已解除」→「待企业确认」',
      '原因：录错了企业',
      '更正通知',
    ])
      expect(text).toContain(part);
    expect(buttons).toEqual(['确认更正', '取消']);
    expect(await statusNow()).toBe('terminated');
    const done = await li.taps('确认更正');
    expect(done.text).toContain('已更正为「待企业确认」');
    expect(done.replies[0]?.kind).toBe('edit');
    expect(await statusNow()).toBe('invited');
    expect(commands()).toEqual(['applyOfficialEvent', 'correctStatus']);
  });

  it('is dropped by the other button, and expires', async () => {
    await li.says(`/correct ${firm.uscc} approved 录错了`);
    expect((await li.taps('取消')).text).toContain('没有更正');
    await li.says(`/correct ${firm.uscc} approved 录错了`);
    office.setNow('2022-03-02T02:31:00.000Z');
    expect((await li.taps('确认更正')).text).toContain('已经失效');
    expect(commands()).toEqual([]);
  });

  it('does what was asked last, and no earlier button does another thing', async () => {
    await li.says(`/correct ${firm.uscc} 审批通过 录错了`);
    await li.says(`/correct ${firm.uscc} 退回 录错了`);
    const earlier = { verb: 'correction', uscc: firm.uscc, status: 'approved', action: 'confirm' } as const;
    expect((await li.tapsData(encodeCallback(earlier))).text).toContain('已经失效');
    expect(await statusNow()).toBe('invited');
  });

  it.each([
    ['', '信用代码'],
    [fictionalUscc(2), '正确的状态和原因'],
    [`${fictionalUscc(2)} 审批通过`, '正确的状态和原因'],
    [`${fictionalUscc(2)} 好了 录错了`, '没有「好了」这个状态'],
    [`${fictionalUscc(2)} 待企业确认 录错了`, '已经是「待企业确认」'],
    [`${fictionalUscc(9)} 审批通过 录错了`, '没有找到'],
    [`${fictionalUscc(2)} 审批通过 ${'长'.repeat(501)}`, '500'],
  ])('refuses "%s"', async (args, reason) => {
    expect((await li.says(`/correct ${args}`)).text).toContain(reason);
    expect(commands()).toEqual([]);
  });

  it('is for staff only, and only for the one who asked', async () => {
    const wang = await office.contactOf(firm, '小王');
    expect((await wang.says(`/correct ${firm.uscc} 审批通过 录错了`)).text).toContain('只有工作人员');
    await li.says(`/correct ${firm.uscc} 审批通过 录错了`);
    const data = encodeCallback({
      verb: 'correction',
      uscc: firm.uscc,
      status: 'approved',
      action: 'confirm',
    });
    expect((await wang.tapsData(data)).text).toContain('只有工作人员');
    expect((await (await office.staff('老张')).tapsData(data)).text).toContain('已经失效');
    expect(await statusNow()).toBe('invited');
  });
});

describe('a status', () => {
  it.each(officialStatuses)('%s is known by its ID and by its label in both languages', (status) => {
    expect(statusNamed(status)).toBe(status);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(statusNamed(textsFor(locale).enrollment.statusLabels[status])).toBe(status);
    const callback = { verb: 'correction', uscc: fictionalUscc(1), status, action: 'confirm' } as const;
    const data = encodeCallback(callback);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
  });

  it('is known by what staff call it, and by nothing else', () => {
    expect(statusNamed('已提交,待审核')).toBe('submitted');
    expect(statusNamed('退回')).toBe('returned');
    expect(statusNamed('constructor')).toBeNull();
    expect(statusNamed('')).toBeNull();
    for (const [line, status, reason] of [
      ['under review wrong row', 'underReview', 'wrong row'],
      ['in force, entered late', null, 'force, entered late'],
      ['policy in force, renewal open wrong row', 'renewalOpen', 'wrong row'],
      ['waiting for the firm to confirm mixed up two firms', 'invited', 'mixed up two firms'],
      ['已退回 录错了 两处', 'returned', '录错了 两处'],
      ['approved', 'approved', ''],
    ] as const)
      expect(statusAndReason(line)).toMatchObject({ status, reason });
  });
});
