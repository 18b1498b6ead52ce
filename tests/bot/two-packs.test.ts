import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import { reportedSteps } from '../../knowledge/enrollment/state.ts';
import { longestPackId } from '../../knowledge/packs/schema.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

const [uscc, next] = [fictionalUscc(2), 'jiangsu-2023'];
let office: EngineOffice;
let contact: Person;
const enrollment = (pack: string) => office.stores.enrollments.find(`${pack}/${uscc}`);

beforeEach(async () => {
  office = await openEngineOffice();
  const firm = await office.addFirm(2);
  contact = await office.contactOf(firm, '甲');
  await office.stores.firms.upsertFirms(next, [{ ...firm, exportYear: 2022 }], wanted);
  await office.commands.begin(`${next}/${uscc}`);
  await office.commands.applyOfficialEvent({
    ...{ enrollmentId: `${packId}/${uscc}`, eventId: 'e1', source: 'staff', actor: 'test' },
    ...{ status: 'approved', reason: null },
  });
});
afterEach(() => office.dispose());

describe('a firm in two packs', () => {
  it('hears of both, each with its year', async () => {
    const { replies } = await contact.says('/status');
    expect(replies.map(({ message }) => message.paragraphs[0])).toEqual([
      expect.stringMatching(/^【2022年度】.*审批通过/u),
      expect.stringMatching(/^\[jiangsu-2023\] .*待企业确认/u),
    ]);
  });

  it('has buttons that act on the enrollment that they were shown for', async () => {
    await contact.says('/status');
    await contact.taps('报告进度');
    await contact.taps('制章');
    expect(await enrollment(next)).toMatchObject({ reportedStep: 'sealed' });
    await contact.taps('明天再提醒');
    expect((await enrollment(next))?.snoozedUntil).not.toBeNull();
    expect(await enrollment(packId)).toMatchObject({ reportedStep: null, snoozedUntil: null });
    await contact.tapsData(encodeCallback({ verb: 'decline', uscc, pack: next, action: 'confirm' }));
    expect((await enrollment(next))?.declinedAt).not.toBeNull();
    // A button of before there were packs in them means the office's own.
    expect((await contact.tapsData(`report|${uscc}|opened`)).text).toContain('审批通过');
  });

  it('is shown to staff with both', async () => {
    const { text } = await (await office.staff('老李')).says(`/firm ${uscc}`);
    expect(text).toMatch(/【2022年度】.*审批通过/u);
    expect(text).toMatch(/\[jiangsu-2023\] .*待企业确认/u);
  });

  it('shows one alone as ever once the other is over', async () => {
    const event = { enrollmentId: `${next}/${uscc}`, eventId: 'e2', source: 'staff', actor: 'test' } as const;
    await office.commands.applyOfficialEvent({ ...event, status: 'terminated', reason: '停业' });
    const { replies } = await contact.says('/status');
    expect(replies).toHaveLength(1);
    expect(replies[0]?.message.paragraphs[0]).not.toContain('年度】');
  });
});

it('lets nobody else act on it by a forged button', async () => {
  await office.person('路人').tapsData(`report|${uscc}@${next}|opened`);
  expect(await enrollment(next)).toMatchObject({ reportedStep: null });
});

it('has room for the longest ID of a pack in every button', () => {
  const of = { uscc, pack: 'x'.repeat(longestPackId) };
  const steps = reportedSteps.flatMap<Callback>((step) => [
    { verb: 'report', step, ...of },
    { verb: 'correct', step, ...of },
  ]);
  const plain = (['status', 'steps', 'corrections', 'help', 'nextReminder'] as const).map((verb) => ({
    ...{ verb, ...of },
  }));
  const declines = (['ask', 'confirm', 'takeBack'] as const).map((action) => ({
    ...({ verb: 'decline', action } as const),
    ...of,
  }));
  const snooze: Callback = { verb: 'snooze', workingDays: 30, ...of };
  const nothing: Callback = { verb: 'correct', step: null, ...of };
  for (const callback of [...steps, ...plain, ...declines, snooze, nothing]) {
    const data = encodeCallback(callback);
    expect(data.length).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
  }
});

it('keeps a pack in a button where it fits, and leaves it out where it does not', () => {
  const report = { verb: 'report', uscc, step: 'realNameVerified' } as const;
  const of = { ...report, pack: next };
  expect(decodeCallback(encodeCallback(of))).toEqual(of);
  const long = encodeCallback({ ...report, pack: 'a-very-long-name-of-a-pack-2026' });
  expect(decodeCallback(long)).toEqual(report);
  expect(decodeCallback(`official|${uscc}@${next}|terminated|confirm`)).toBeNull();
});
