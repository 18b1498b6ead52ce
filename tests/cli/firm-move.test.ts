import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveFirm } from '../../activities/firm-moves/move-firm.ts';
import type { FirmMove } from '../../activities/ports/firm-moves.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import { planMove } from '../../knowledge/firms/move.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

type Moved = Parameters<EnrollmentCommands['moveEnrollment']>[0];
type Merged = Parameters<EnrollmentCommands['mergeEnrollment']>[0];

const [old, next] = [fictionalUscc(2), fictionalUscc(4)];
const idOf = (uscc: string, pack = packId): string => `${pack}/${uscc}`;
let office: EngineOffice;
let cli: TestCli;

beforeEach(async () => {
  office = await openEngineOffice();
  cli = createTestCli(office.stores, '/nowhere', {
    engine: office.commands,
    now: new Date(office.now()),
    workflows: { describe: async () => null },
  });
});
afterEach(() => office.dispose());

const by = (uscc: string, n: number, pack = packId) =>
  ({ enrollmentId: idOf(uscc, pack), eventId: `e${n}`, source: 'staff', actor: 'test' }) as const;
const enrollment = (uscc: string, pack = packId) => office.stores.enrollments.find(idOf(uscc, pack));
const firm = (uscc: string) => office.stores.firms.firmRow(packId, uscc);
const types = async (uscc: string): Promise<string[]> =>
  (await office.stores.enrollments.timeline(idOf(uscc))).map(({ event }) => event.type);

describe('a corrected code', () => {
  it('is previewed, and nothing is written without --yes', async () => {
    await office.contactOf(await office.addFirm(2), '甲');
    const { code, out } = await cli.run('firm', 'move', old.toLowerCase(), next);
    expect(code).toBe(0);
    expect(out[0]).toBe(`代码更正：虚构进出口2号有限公司（淮安），${old} → ${next}。`);
    expect(out[1]).toContain('jiangsu-2022：待企业确认。状态、步骤、历史、提醒次数都接着算');
    expect(out[2]).toContain('联系人 1 位一起转');
    expect(out.at(-1)).toContain('加 --yes');
    expect((await enrollment(old))?.movedTo).toBeNull();
    expect(await firm(next)).toBeNull();
  });

  it('takes everything along, in every pack, and the old code still finds the firm', async () => {
    const added = await office.addFirm(2);
    const contact = await office.contactOf(added, '甲');
    const { stores, commands } = office;
    await stores.firms.upsertFirms('jiangsu-2023', [{ ...added, exportYear: 2022 }], wanted);
    await commands.begin(idOf(old, 'jiangsu-2023'));
    await commands.reportStep({ ...by(old, 1), step: 'sealed' });
    await commands.applyOfficialEvent({ ...by(old, 2, 'jiangsu-2023'), status: 'approved', reason: null });
    const li = await office.staff('老李');
    await office.staff('老张');
    const [member] = await stores.identities.listStaff();
    await stores.contacts.assignOfficer(old, member?.staffId ?? '');
    const code = { purpose: 'firm', uscc: old } as const;
    await stores.identities.mintCode(code, '7K00000001', '2099-01-01T00:00:00.000Z', 'test');
    const identityId = await contact.identityId();
    const record = { enrollmentId: idOf(old), identityId, channel: 'telegram', data: {} };
    await stores.notifications.queue([{ ...record, key: 'reminder/1', kind: 'reminder' }]);

    const { code: exit, out } = await cli.run('firm', 'move', old, next, '--yes');
    expect([exit, out.at(-1)]).toEqual([0, `已转：虚构进出口2号有限公司 现在的代码是 ${next}。`]);
    expect(await enrollment(old)).toMatchObject({ movedTo: idOf(next), officialStatus: 'invited' });
    expect(await enrollment(next)).toMatchObject({ reportedStep: 'sealed', movedTo: null, uscc: next });
    expect(await enrollment(next, 'jiangsu-2023')).toMatchObject({ officialStatus: 'approved' });
    expect(await types(next)).toEqual(['invited', 'stepReported', 'movedFrom']);
    expect(await types(old)).toEqual(['invited', 'stepReported', 'moved']);
    expect((await stores.enrollments.waitingToStart(9)).map((e) => e.enrollmentId).sort()).toEqual([
      idOf(next),
      idOf(next, 'jiangsu-2023'),
    ]);
    expect(await stores.enrollments.carriedOf(idOf(next))).toMatchObject({
      recentEventIds: ['e1', `firmMove/${old}/${next}`],
      state: { reportedStep: 'sealed' },
    });
    for (const given of [old, next])
      expect(await firm(given)).toMatchObject({
        firm: { uscc: next, name: added.name, exportYear: 2021 },
        linkedContacts: 1,
        formerly: { names: [], codes: [old] },
      });
    expect(await stores.notifications.listForEnrollment(idOf(next))).toHaveLength(1);
    expect(await office.person('乙').says('/link 7K00000001')).toMatchObject({
      buttons: expect.arrayContaining(['看进度']) as string[],
    });
    const listed = await stores.firms.listFirms({ packId }, { limit: 9 });
    expect(listed.map((row) => row.firm.uscc)).toEqual([next]);
    expect(await stores.firms.countByCityAndStep(packId)).toEqual([
      { city: '淮安', officialStatus: 'invited', reportedStep: 'sealed', count: 1 },
    ]);
    expect((await stores.contacts.officersOf(next)).map(({ id }) => id)).toEqual([await li.identityId()]);
    const shown = await cli.run('status', old);
    expect(shown.out.join('\n')).toContain(`旧代码：${old}`);
  });

  it('leaves the contact linked: buttons of before and the old code act on the firm as it is now', async () => {
    const contact = await office.contactOf(await office.addFirm(2), '甲');
    await contact.says('/status');
    await cli.run('firm', 'move', old, next, '--yes');
    expect((await contact.taps('明天再提醒')).text).not.toContain('关联');
    expect((await enrollment(next))?.snoozedUntil).not.toBeNull();
    expect((await contact.tapsData(`report|${old}|opened`)).text).toContain('记下');
    expect(await enrollment(next)).toMatchObject({ reportedStep: 'opened' });
    expect((await contact.says(old)).text).toContain('虚构进出口2号有限公司');
    const li = await office.staff('老李');
    expect((await li.says(`/firm ${old}`)).text).toContain(`旧代码：${old}`);
    expect((await li.says(`/approve ${old}`)).text).toContain('审批通过');
    expect((await enrollment(next))?.officialStatus).toBe('approved');
    // Nobody else gets to the firm by its old code.
    expect((await office.person('路人').says(old)).text).not.toContain('虚构进出口2号');
  });

  it('is said to be done when asked again, and goes on where it was broken off', async () => {
    await office.addFirm(2);
    await office.commands.moveEnrollment({
      ...by(old, 1),
      eventId: `firmMove/${old}/${next}`,
      to: idOf(next),
    });
    for (const said of ['已转：', '之前已经转过：']) {
      const { code, out } = await cli.run('firm', 'move', old, next, '--yes');
      expect([code, out.at(-1)?.startsWith(said)]).toEqual([0, true]);
    }
    expect(await types(next)).toEqual(['invited', 'movedFrom']);
    expect((await cli.run('firm', 'move', old, fictionalUscc(6), '--yes')).err[0]).toContain('是旧代码');
  });

  it.each([0, 1, 2, 3, 4])('is completed by asking again, wherever it was killed (%i)', async (survives) => {
    const target = await office.addFirm(4);
    const contact = await office.contactOf(await office.addFirm(2), '甲');
    const plan = async () => {
      const standing = async (uscc: string) => ({
        ...{ uscc, name: uscc, city: '淮安', sample: true },
        enrollments: await office.stores.firmMoves.enrollmentsOf(uscc),
      });
      const firms = { from: await standing(old), to: next, target: await standing(target.uscc) };
      const made = planMove(firms, 'old');
      if (!made.ok) throw new Error('cannot be moved');
      return made.plan;
    };
    await office.commands.reportStep({ ...by(old, 1), step: 'sealed' });
    const { stores, commands } = office;
    let left = survives;
    const dies = <A extends unknown[], R>(run: (...given: A) => Promise<R>) => {
      return async (...given: A): Promise<R> => {
        const done = await run(...given);
        // Killed after it took effect, before anybody heard of it.
        if (left-- === 0) throw new Error('killed');
        return done;
      };
    };
    const ports = {
      stores: {
        ...stores,
        firmMoves: {
          ...stores.firmMoves,
          complete: dies((made: FirmMove) => stores.firmMoves.complete(made)),
        },
      },
      commands: {
        moveEnrollment: dies((i: Moved) => commands.moveEnrollment(i)),
        mergeEnrollment: dies((i: Merged) => commands.mergeEnrollment(i)),
      },
      workflows: { describe: async () => null },
      startWaitingEnrollments: dies(async () => 0),
      clock: { now: () => new Date(office.now()) },
      pause: async () => {},
    };
    await expect(moveFirm(ports, await plan())).rejects.toThrow('killed');
    expect((await cli.run('firm', 'move', old, next, '--keep', 'old', '--yes')).code).toBe(0);
    expect(await types(next)).toEqual(['invited', 'movedFrom']);
    expect(await types(old)).toEqual(['invited', 'stepReported', 'moved']);
    expect(await enrollment(next)).toMatchObject({ reportedStep: 'sealed', movedTo: null });
    expect((await contact.says('/status')).text).toContain('制章');
  });

  it('is left alone by a list that still has the old code', async () => {
    await office.addFirm(2);
    await cli.run('firm', 'move', old, next, '--yes');
    const renamed = fictionalFirm(2, { name: '虚构旧名单有限公司' });
    expect(await office.stores.firms.upsertFirms(packId, [renamed, fictionalFirm(6)], wanted)).toEqual([
      { uscc: fictionalUscc(6), outcome: 'created' },
      { uscc: old, outcome: 'formerCode' },
    ]);
    expect((await firm(next))?.firm.name).toBe('虚构进出口2号有限公司');
  });

  it('waits for what is being sent, and says so', async () => {
    const added = await office.addFirm(2);
    const enrollments = await office.stores.firmMoves.enrollmentsOf(old);
    const planned = planMove({ from: { ...added, enrollments }, to: next, target: null }, null);
    if (!planned.ok) throw new Error('cannot be moved');
    const { stores, commands } = office;
    const busy = { running: true, taskAttempts: 1, pendingActivities: [] };
    const made = await moveFirm(
      {
        ...{ stores, commands, workflows: { describe: async () => busy } },
        ...{ startWaitingEnrollments: async () => 0, clock: { now: () => new Date(office.now()) } },
        pause: async () => {},
      },
      planned.plan,
    );
    expect(made).toEqual({ outcome: 'stillSending' });
    expect(await firm(next)).toBeNull();
    expect((await cli.run('firm', 'move', old, next, '--yes')).code).toBe(0);
  });

  it.each([
    ['a wrong check character', old, `${next.slice(0, 17)}0`, '校验'],
    ['the same code', old, old, '同一个'],
    ['an unknown firm', fictionalUscc(8), next, '没有代码是'],
  ])('is refused for %s', async (_, from, to, said) => {
    await office.addFirm(2);
    const { code, err } = await cli.run('firm', 'move', from, to, '--yes');
    expect(code).toBe(1);
    expect(err[0]).toContain(said);
  });

  it('never leads back to a code that was given up', async () => {
    await office.addFirm(2);
    await cli.run('firm', 'move', old, next, '--yes');
    const { code, err } = await cli.run('firm', 'move', next, old, '--yes');
    expect([code, err[0]?.includes('停用的旧代码')]).toEqual([1, true]);
  });

  it('is followed through several moves', async () => {
    await office.addFirm(2);
    await cli.run('firm', 'move', old, next, '--yes');
    await cli.run('firm', 'move', next, fictionalUscc(6), '--yes');
    expect((await firm(old))?.firm.uscc).toBe(fictionalUscc(6));
    expect((await firm(old))?.formerly?.codes.sort()).toEqual([old, next]);
  });
});

describe('a firm that merges into another', () => {
  beforeEach(async () => {
    await office.contactOf(await office.addFirm(2), '甲');
    await office.contactOf(await office.addFirm(4), '乙');
  });

  it('leaves the other as it stands, with contacts and names of both', async () => {
    await office.commands.reportStep({ ...by(next, 1), step: 'sealed' });
    const { out } = await cli.run('firm', 'move', old, next, '--yes');
    expect(out[0]).toContain('并入 虚构进出口4号有限公司');
    expect(await enrollment(next)).toMatchObject({ reportedStep: 'sealed' });
    expect(await types(next)).toEqual(['invited', 'stepReported', 'movedFrom']);
    expect(await firm(next)).toMatchObject({
      linkedContacts: 2,
      formerly: { names: ['虚构进出口2号有限公司'], codes: [old] },
    });
    const contacts = await office.stores.identities.contactsOf(next);
    expect(contacts.filter(({ primary }) => primary).map((c) => c.externalUserId)).toEqual(['user-乙']);
    const [found] = await office.stores.firms.listFirms({ packId, nameContains: '2号' }, { limit: 9 });
    expect(found?.firm.uscc).toBe(next);
  });

  it('asks whose standing counts where the one that goes has come further', async () => {
    await office.commands.applyOfficialEvent({ ...by(old, 1), status: 'approved', reason: null });
    const asked = await cli.run('firm', 'move', old, next, '--yes');
    expect([asked.code, asked.err[0]?.includes('--keep old')]).toEqual([1, true]);
    expect((await enrollment(old))?.movedTo).toBeNull();
    await cli.run('firm', 'move', old, next, '--keep', 'old', '--yes');
    expect(await enrollment(next)).toMatchObject({ officialStatus: 'approved' });
    expect(await types(next)).toEqual(['invited', 'movedFrom']);
  });

  it('takes its places on lists along, but for those that the other has', async () => {
    await office.stores.firms.upsertFirms('jiangsu-2023', [fictionalFirm(2, { exportYear: 2022 })], wanted);
    await office.commands.begin(idOf(old, 'jiangsu-2023'));
    await cli.run('firm', 'move', old, next, '--yes');
    const row = await office.stores.firms.firmRow('jiangsu-2023', next);
    expect(row).toMatchObject({ firm: { exportYear: 2022, listed: true }, enrollment: { uscc: next } });
    expect(await office.stores.firms.listFirms({ packId }, { limit: 9 })).toHaveLength(1);
  });
});

describe('a move that was broken off while the other firm moves too', () => {
  const third = fictionalUscc(6);
  const begun = (from: string, to: string, pack = packId) =>
    office.commands.moveEnrollment({
      ...{ ...by(from, 1, pack), eventId: `firmMove/${from}/${to}` },
      to: idOf(to, pack),
    });
  const run = (from: string, to: string, ...more: string[]) =>
    cli.run('firm', 'move', from, to, ...more, '--yes');

  it.each([
    ['which is enrolled', '--keep', 'old'],
    ['which goes on with what it had', '--keep', 'new'],
  ])('is completed with the firm that it went on to, %s', async (_, ...keep) => {
    const contact = await office.contactOf(await office.addFirm(2), '甲');
    await office.addFirm(4);
    await office.commands.reportStep({ ...by(old, 2), step: 'sealed' });
    await begun(old, next);
    expect((await run(next, third)).code).toBe(0);
    expect((await run(old, next)).err[0]).toContain(`企业现在的代码是 ${third}`);
    expect((await run(old, third, ...keep)).code).toBe(0);
    expect((await firm(old))?.firm.uscc).toBe(third);
    expect((await enrollment(third))?.reportedStep).toBe(keep.includes('old') ? 'sealed' : null);
    expect((await contact.says('/status')).text).toContain('虚构进出口4号');
  });

  it('is completed also where the firm that it went on to has no enrollment of the pack', async () => {
    await office.addFirm(2);
    await office.commands.reportStep({ ...by(old, 2), step: 'sealed' });
    await office.stores.firms.upsertFirms('jiangsu-2023', [fictionalFirm(4)], wanted);
    await office.commands.begin(idOf(next, 'jiangsu-2023'));
    await begun(old, next);
    expect((await run(next, third)).code).toBe(0);
    expect((await run(old, third)).code).toBe(0);
    expect(await enrollment(third)).toMatchObject({ reportedStep: 'sealed', movedTo: null });
    expect(await types(third)).toEqual(['invited', 'stepReported', 'movedFrom']);
  });

  it('is refused for any other', async () => {
    await office.addFirm(2);
    await begun(old, next);
    const { code, err } = await run(old, third);
    expect([code, err[0]?.includes(`转到另一个代码（${next}）`)]).toEqual([1, true]);
  });

  it('waits for the other firm, in whatever pack that one is on its way', async () => {
    await office.addFirm(2);
    await office.stores.firms.upsertFirms('jiangsu-2023', [fictionalFirm(4)], wanted);
    await office.commands.begin(idOf(next, 'jiangsu-2023'));
    await begun(next, third, 'jiangsu-2023');
    const { code, err } = await run(old, next);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain(`${next} 的企业自己正在转到另一个代码（${third}）`);
    expect(err.join('\n')).toContain(`is itself on its way to another code (${third})`);
    expect((await enrollment(old))?.movedTo).toBeNull();
    expect((await run(next, third)).code).toBe(0);
    expect((await run(old, third)).code).toBe(0);
    expect((await firm(old))?.firm.uscc).toBe(third);
  });
});

describe('a firm that an import names otherwise', () => {
  it('is found by the name that it had, which says so', async () => {
    await office.contactOf(await office.addFirm(2), '甲');
    await office.addFirm(4);
    const { firms } = office.stores;
    const renamed = fictionalFirm(2, { name: '虚构锦程贸易有限公司' });
    await firms.upsertFirms(packId, [renamed], wanted);
    const li = await office.staff('老李');
    const shown = await li.says('/firm 进出口2号');
    expect(shown.text).toContain('虚构锦程贸易有限公司');
    expect(shown.text).toContain('曾用名：虚构进出口2号有限公司');
    expect((await li.says('/firm 虚构')).text).toContain(
      '虚构锦程贸易有限公司（曾用名：虚构进出口2号有限公司）',
    );
    expect((await cli.run('firms')).out.join('\n')).toContain('（曾用名：虚构进出口2号有限公司）');
    expect((await cli.run('status', old)).out.join('\n')).toContain('曾用名：虚构进出口2号有限公司');
    // The same list again changes nothing; the earlier name again is no former one any more.
    await firms.upsertFirms(packId, [renamed], wanted);
    expect((await firm(old))?.formerly?.names).toEqual(['虚构进出口2号有限公司']);
    await firms.upsertFirms(packId, [fictionalFirm(2)], wanted);
    expect((await firm(old))?.formerly?.names).toEqual(['虚构锦程贸易有限公司']);
  });

  it('is kept out of stored questions and announcements under the name that it had, too', async () => {
    await office.addFirm(2);
    const { firms, questions } = office.stores;
    await firms.upsertFirms(packId, [fictionalFirm(2, { name: '虚构新程商行' })], wanted);
    await firms.upsertFirms(packId, [fictionalFirm(2, { name: '虚构锦程商行' })], wanted);
    const names = (await questions.knownNames()).map((known) => known.firm);
    expect(names.sort()).toEqual(['虚构新程商行', '虚构进出口2号有限公司', '虚构锦程商行']);
    await office.person('小王').says('虚构新程商行的买方信用限额怎么申请');
    const [kept] = await questions.open(office.pack.id, 9);
    expect(kept?.text).toContain('买方信用限额');
    expect(kept?.text).not.toContain('新程');
    const li = await office.staff('老李');
    expect((await li.says('/announce 全部\n请虚构新程商行尽快办理')).text).toContain('不要写企业名称');
  });

  it('answers its own contact who still says the old name', async () => {
    const contact = await office.contactOf(await office.addFirm(2), '甲');
    const renamed = fictionalFirm(2, { name: '虚构锦程贸易有限公司' });
    await office.stores.firms.upsertFirms(packId, [renamed], wanted);
    expect((await contact.says('虚构进出口2号有限公司到哪一步了')).text).toContain('虚构锦程贸易有限公司');
    expect((await office.person('路人').says('虚构进出口2号有限公司到哪一步了')).text).not.toContain('锦程');
  });
});
