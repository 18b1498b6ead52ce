import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

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
const ask = () => li.says(`/terminate ${firm.uscc} 不符合参保资格`);

describe('/terminate', () => {
  it('shows firm, change and reason, and does nothing before it is confirmed', async () => {
    const { text, buttons } = await ask();
    for (const part of [
      firm.name,
      firm.uscc,
      '「待企业确认」→「保单已解除」',
      '原因：不符合参保资格',
      '不能撤回',
    ])
      expect(text).toContain(part);
    expect(buttons).toEqual(['确认解除', '取消']);
    expect(office.commands.calls).toEqual([]);
    const confirmed = await li.taps('确认解除');
    expect(confirmed.text).toContain('已改为「保单已解除」');
    expect(confirmed.replies[0]?.kind).toBe('edit');
    expect((await office.stores.firms.firmRow('jiangsu-2022', firm.uscc))?.enrollment).toMatchObject({
      officialStatus: 'terminated',
      officialReason: '不符合参保资格',
    });
  });

  it('is dropped by the other button, and a button after that does nothing', async () => {
    await ask();
    expect((await li.taps('取消')).text).toContain('没有解除');
    const data = encodeCallback({
      verb: 'official',
      uscc: firm.uscc,
      status: 'terminated',
      action: 'confirm',
    });
    expect((await li.tapsData(data)).text).toContain('已经失效');
    expect(await statusNow()).toBe('invited');
  });

  it('holds half an hour, for this firm and for the one who asked', async () => {
    await ask();
    const confirm = (uscc: string) =>
      encodeCallback({ verb: 'official', uscc, status: 'terminated', action: 'confirm' });
    const zhang = await office.staff('老张');
    expect((await zhang.tapsData(confirm(firm.uscc))).text).toContain('已经失效');
    const other = await office.addFirm(4);
    expect((await li.tapsData(confirm(other.uscc))).text).toContain('已经失效');
    expect((await office.person('路人').tapsData(confirm(firm.uscc))).text).toContain('只有工作人员');
    office.setNow('2022-03-02T02:31:00.000Z');
    expect((await li.tapsData(confirm(firm.uscc))).text).toContain('已经失效');
    expect(office.commands.calls).toEqual([]);
  });

  it('keeps what was confirmed with the tap, however late that is handled again and whatever was asked since', async () => {
    await ask();
    office.commands.unavailable = 'noAnswer';
    const tap = { verb: 'official', uscc: firm.uscc, status: 'terminated', action: 'confirm' } as const;
    const again = () => li.tapsData(encodeCallback(tap), { externalId: 'tap-1' });
    await again();
    const other = await office.addFirm(4);
    await li.says(`/terminate ${other.uscc} 已注销`);
    office.setNow('2022-03-02T04:00:00.000Z');
    office.commands.unavailable = null;
    expect((await again()).text).toContain('已改为「保单已解除」');
    expect(await statusNow()).toBe('terminated');
    // Another tap is another message.
    expect((await li.tapsData(encodeCallback(tap), { externalId: 'tap-2' })).text).toContain('已经失效');
  });

  it('leaves a question of another firm alone when an earlier one is answered', async () => {
    await ask();
    office.commands.unavailable = 'noAnswer';
    const confirm = (uscc: string) =>
      encodeCallback({ verb: 'official', uscc, status: 'terminated', action: 'confirm' });
    await li.tapsData(confirm(firm.uscc), { externalId: 'tap-1' });
    const other = await office.addFirm(4);
    office.commands.unavailable = null;
    await li.says(`/terminate ${other.uscc} 已注销`);
    await li.tapsData(confirm(firm.uscc), { externalId: 'tap-1' });
    expect((await li.tapsData(confirm(other.uscc))).text).toContain('已改为「保单已解除」');
  });

  it('can be confirmed again when nobody answered, as the same event', async () => {
    await ask();
    office.commands.unavailable = 'noAnswer';
    expect((await li.taps('确认解除')).text).toContain('不用重复登记');
    office.commands.unavailable = null;
    const data = encodeCallback({
      verb: 'official',
      uscc: firm.uscc,
      status: 'terminated',
      action: 'confirm',
    });
    await Promise.all([li.tapsData(data), li.tapsData(data)]);
    expect(await statusNow()).toBe('terminated');
    expect(new Set(office.commands.calls.map((c) => c.eventId)).size).toBe(1);
  });

  it('refuses a reason that is too long to be read', async () => {
    expect((await li.says(`/terminate ${firm.uscc} ${'长'.repeat(501)}`)).text).toContain('500');
  });
});

describe('its button', () => {
  it('fits and is read back', () => {
    const callback = {
      verb: 'official',
      uscc: fictionalUscc(1),
      status: 'terminated',
      action: 'confirm',
    } as const;
    const data = encodeCallback(callback);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
  });

  it.each([
    `official|${fictionalUscc(1)}|approved|confirm`,
    `official|${fictionalUscc(1)}|terminated|yes`,
    `official|${fictionalUscc(1)}|terminated`,
    'official|1|terminated|confirm',
  ])('reads nothing from %s', (data) => expect(decodeCallback(data)).toBeNull());
});
