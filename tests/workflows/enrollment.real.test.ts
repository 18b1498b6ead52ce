import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EnrollmentUnavailable, SendError } from '../../activities/ports/services.ts';
import { moveFirm } from '../../activities/firm-moves/move-firm.ts';
import { createWorkflowDirectory } from '../../activities/recovery/workflow-directory.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { standingMark } from '../../knowledge/enrollment/standing-mark.ts';
import { planMove } from '../../knowledge/firms/move.ts';
import type { MovePlan } from '../../knowledge/firms/move.ts';
import { undoImport } from '../../activities/import/undo-import.ts';
import { fictionalFirm, fictionalUscc, packId } from '../support/fictional-firms.ts';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { enrollmentIdOf, enrollmentMessages, enrollmentWorkflowId } from '../../workflows/contract.ts';
import { cadence, openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { freePort } from '../../cli/temporal/free-port.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { remindTwiceAtOnce } from '../support/two-reminders.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RunningOffice;
let firms = 0;
let events = 0;
const by = (enrollmentId: string) =>
  ({ enrollmentId, eventId: `e${(events += 1)}`, source: 'staff', actor: 'test' }) as const;

beforeAll(async () => {
  // A short history, so that continue-as-new happens within a test.
  const suggest = ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=150'];
  server = await startTemporalServer(suggest);
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
});
afterAll(async () => {
  await native.close();
  await connection.close();
  await server.stop();
});
beforeEach(async () => {
  office = await openRunningOffice({ client, connection: native });
});
afterEach(() => office.dispose());

async function tracked(options?: {
  trial?: boolean;
  contacts?: number;
}): Promise<{ id: string; chat: string }> {
  const i = (firms += 1);
  const id = await office.enroll(i, { trial: options?.trial ?? false }, { contacts: options?.contacts ?? 1 });
  await office.start();
  return { id, chat: `chat-${i}` };
}
const projection = (id: string) => office.temp.stores.enrollments.find(id);
const said = (chat: string): string[] =>
  office.sender.sent.filter((s) => s.chatId === chat).map((s) => s.message.paragraphs.join('\n'));

describe('an enrollment', () => {
  it('saves its invitation first and answers a query like the projection', async () => {
    const { id } = await tracked();
    const saved = await until(async () => {
      const p = await projection(id);
      return p !== null && p.version > 0 && p;
    });
    expect(saved).toMatchObject({ officialStatus: 'invited', version: 1, remindersDue: 0 });
    expect(saved.nextReminderAt).not.toBeNull();
    const timeline = await office.temp.stores.enrollments.timeline(id);
    expect(timeline.map((t) => t.event.type)).toEqual(['invited']);
    const handle = client.workflow.getHandle(enrollmentWorkflowId(id));
    expect(await handle.query(enrollmentMessages.getEnrollment)).toMatchObject({
      enrollmentId: id,
      version: 1,
    });
  });

  it('answers an update once the projection shows it, and takes the same event once', async () => {
    const { id } = await tracked();
    const report = { ...by(id), source: 'firm', step: 'contactFilled' } as const;
    const first = await office.commands.reportStep(report);
    expect(first).toMatchObject({ outcome: 'applied', enrollment: { reportedStep: 'contactFilled' } });
    expect(await projection(id)).toMatchObject({
      reportedStep: 'contactFilled',
      version: first.enrollment.version,
    });
    const second = await office.commands.reportStep(report);
    expect(second).toMatchObject({
      outcome: 'alreadyApplied',
      enrollment: { version: first.enrollment.version },
    });
    const timeline = await office.temp.stores.enrollments.timeline(id);
    expect(timeline.map((t) => t.event.type)).toEqual(['invited', 'stepReported']);
  });

  it('refuses with a code what the state machine refuses', async () => {
    const { id } = await tracked();
    await office.commands.reportStep({ ...by(id), step: 'sealed' });
    expect(await office.commands.reportStep({ ...by(id), step: 'opened' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'stepAlreadyReported', step: 'opened', furthest: 'sealed' },
    });
    expect(
      await office.commands.applyOfficialEvent({ ...by(id), status: 'returned', reason: null }),
    ).toMatchObject({ outcome: 'refused', refusal: { code: 'reasonRequired' } });
    expect(await office.commands.advanceTrialClock(by(id))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'notTrial' },
    });
    await expect(office.commands.snooze({ ...by(id), workingDays: 0 })).rejects.toThrow();
  });

  it('is changed by the first of two who decide by the same sight, and by the second once they look again', async () => {
    const { id } = await tracked();
    const seen = async (): Promise<string> => {
      const known = await until(async () => {
        const p = await projection(id);
        return p !== null && p.version > 0 && p;
      });
      return standingMark(known);
    };
    const basedOn = await seen();
    const [first, second] = await Promise.all([
      office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null, basedOn }),
      office.commands.applyOfficialEvent({ ...by(id), status: 'returned', reason: '缺材料', basedOn }),
    ]);
    const refused = first.outcome === 'applied' ? second : first;
    expect([first.outcome, second.outcome].sort()).toEqual(['applied', 'refused']);
    expect(refused).toMatchObject({ refusal: { code: 'changedMeanwhile' } });
    const correction = { ...by(id), status: 'terminated', reason: '录错了' } as const;
    expect(await office.commands.correctStatus({ ...correction, basedOn })).toMatchObject({
      outcome: 'refused',
    });
    // A message that goes out in between makes no sight an old one; a repeat of what was done is still the same.
    const again = { ...correction, basedOn: await seen() };
    expect(await office.commands.correctStatus(again)).toMatchObject({ outcome: 'applied' });
    expect(await office.commands.correctStatus(again)).toMatchObject({ outcome: 'alreadyApplied' });
  });

  it('is corrected by staff, and taken up again when it was over', async () => {
    const { id, chat } = await tracked();
    await office.commands.applyOfficialEvent({ ...by(id), status: 'terminated', reason: '录入错了行' });
    await client.workflow.getHandle(enrollmentWorkflowId(id)).result();
    const correction = { ...by(id), status: 'submitted', reason: '解除登记在了错的企业' } as const;
    expect(await office.commands.correctStatus(correction)).toMatchObject({
      outcome: 'applied',
      enrollment: { officialStatus: 'submitted', officialReason: '解除登记在了错的企业' },
    });
    // The repeat of the same correction, and what comes next, meet the workflow that runs again.
    expect(await office.commands.correctStatus(correction)).toMatchObject({ outcome: 'alreadyApplied' });
    expect(
      await office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null }),
    ).toMatchObject({ outcome: 'applied' });
    const timeline = await office.temp.stores.enrollments.timeline(id);
    expect(timeline.map((t) => t.event.type).filter((t) => t !== 'noticed')).toEqual([
      'invited',
      'officialChanged',
      'officialCorrected',
      'officialChanged',
    ]);
    await until(async () => said(chat).length === 3);
  });

  it('refuses a correction that changes nothing, also of one that is over', async () => {
    const { id } = await tracked();
    await office.commands.applyOfficialEvent({ ...by(id), status: 'terminated', reason: '重复' });
    await client.workflow.getHandle(enrollmentWorkflowId(id)).result();
    expect(
      await office.commands.correctStatus({ ...by(id), status: 'terminated', reason: '又一次' }),
    ).toMatchObject({ outcome: 'refused', refusal: { code: 'sameStatus' } });
    await expect(
      office.commands.correctStatus({ ...by('nowhere/none'), status: 'approved', reason: 'x' }),
    ).rejects.toBeInstanceOf(EnrollmentUnavailable);
  });

  it('is not reminded while the firm says that it does not take part', async () => {
    const { id } = await tracked({ trial: true });
    const declined = await office.commands.decline({ ...by(id), takenBack: false });
    expect(declined).toMatchObject({ outcome: 'applied', enrollment: { nextReminderAt: null } });
    expect(declined.enrollment.declinedAt).not.toBeNull();
    expect(
      await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/declined' }),
    ).toMatchObject({ outcome: 'skipped', reason: 'declined' });
    const back = await office.commands.decline({ ...by(id), takenBack: true });
    expect(back.enrollment.nextReminderAt).not.toBeNull();
  });

  it('takes a wrong report back, and reminds again', async () => {
    const { id, chat } = await tracked({ trial: true });
    const reported = await office.commands.reportStep({ ...by(id), step: 'submitted' });
    expect(reported.enrollment.nextReminderAt).toBeNull();
    const corrected = await office.commands.correctStep({ ...by(id), step: 'sealed' });
    expect(corrected).toMatchObject({
      outcome: 'applied',
      enrollment: { reportedStep: 'sealed' },
    });
    expect(corrected.enrollment.nextReminderAt).not.toBeNull();
    expect(await office.commands.correctStep({ ...by(id), step: 'sealed' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'nothingToCorrect', furthest: 'sealed' },
    });
    await office.commands.advanceTrialClock(by(id));
    await until(() => said(chat).length === 1);
    // On the trial's own day: the reminder of today was that of the cadence.
    await until(async () => (await projection(id))?.remindersDue === 1);
    expect(await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/t1' })).toEqual({
      outcome: 'skipped',
      reason: 'alreadySent',
    });
    await office.commands.advanceTrialClock(by(id));
    await until(() => said(chat).length === 2);
  });

  it('tells contacts of an official change, in order, and staff of a reported submission', async () => {
    await office.linkStaff();
    const { id, chat } = await tracked({ contacts: 1 });
    await office.commands.reportStep({ ...by(id), source: 'firm', step: 'submitted' });
    await until(() => said('staff-chat').length === 1);
    expect(said('staff-chat')[0]).toContain('请核实');
    await office.commands.applyOfficialEvent({ ...by(id), status: 'submitted', reason: null });
    await office.commands.applyOfficialEvent({ ...by(id), status: 'returned', reason: '不在核准名单内' });
    await until(() => said(chat).length === 2);
    expect(said(chat)[0]).toContain('已确认提交');
    expect(said(chat)[1]).toContain('原因：不在核准名单内');
    await until(async () => (await office.temp.stores.enrollments.timeline(id)).length === 7);
    const timeline = await office.temp.stores.enrollments.timeline(id);
    expect(timeline.filter((t) => t.event.type === 'noticed')).toHaveLength(3);
  });

  it('tells the other contacts of one who joined them, once', async () => {
    const { id, chat } = await tracked({ contacts: 2 });
    const [joined] = await office.temp.stores.identities.contactsOf(usccOf(id));
    const { eventId } = by(id);
    const event = { enrollmentId: id, eventId, source: 'firm', actor: 'test' } as const;
    const person = { personId: joined?.personId ?? '', by: 'office' } as const;
    expect(await office.commands.linkContact({ ...event, ...person })).toMatchObject({ outcome: 'applied' });
    expect(await office.commands.linkContact({ ...event, ...person })).toMatchObject({
      outcome: 'alreadyApplied',
    });
    await until(async () =>
      (await office.temp.stores.enrollments.timeline(id)).some((t) => t.event.type === 'noticed'),
    );
    expect(said(`${chat}-1`)).toEqual([]);
    expect(said(`${chat}-2`)).toEqual([expect.stringContaining('新的联系人')]);
  });

  it('can be listed by pack, city and status', async () => {
    const { id } = await tracked();
    await office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null });
    const city = (await projection(id))?.city ?? '';
    const listed = async (query: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const w of client.workflow.list({ query })) found.push(w.workflowId);
      return found;
    };
    const approved = `TongbaoPack = "jiangsu-2022" AND TongbaoCity = "${city}" AND TongbaoStatus = "approved"`;
    await until(async () => (await listed(approved)).includes(enrollmentWorkflowId(id)));
    expect(await listed('TongbaoStatus = "invited" AND TongbaoCity = "nowhere"')).toEqual([]);
  });

  it('reminds when staff ask, once for a key, and skips a firm that is past it', async () => {
    const { id, chat } = await tracked();
    const request = { ...by(id), notificationKey: 'manual/m1' };
    expect(await office.commands.requestReminder(request)).toEqual({ outcome: 'sent', sent: 1 });
    expect(await office.commands.requestReminder(request)).toEqual({ outcome: 'sent', sent: 1 });
    expect(await office.commands.requestReminder({ ...request, ...by(id) })).toEqual({
      outcome: 'sent',
      sent: 1,
    });
    expect(said(chat)).toHaveLength(1);
    expect(await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/again' })).toEqual({
      outcome: 'skipped',
      reason: 'alreadySent',
    });
    expect(said(chat)).toHaveLength(1);
    await office.commands.reportStep({ ...by(id), step: 'submitted' });
    expect(await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/m2' })).toEqual({
      outcome: 'skipped',
      reason: 'reportedSubmitted',
    });
  });

  it('sends one of two reminders that are asked for while the first is under way', async () => {
    const { id, chat } = await tracked();
    expect(await remindTwiceAtOnce(client, office, id)).toEqual([
      { outcome: 'sent', sent: 1 },
      { outcome: 'skipped', reason: 'alreadySent' },
    ]);
    expect(said(chat)).toHaveLength(1);
  });

  it('says why nobody can be reminded', async () => {
    const { id } = await tracked({ contacts: 0 });
    expect(await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/m3' })).toEqual({
      outcome: 'skipped',
      reason: 'noVerifiedContact',
    });
  });

  it('moves a trial clock on to the next reminder, and no further than there are reminders', async () => {
    const { id, chat } = await tracked({ trial: true });
    for (const count of [1, 2, 3, 4]) {
      const moved = await office.commands.advanceTrialClock(by(id));
      expect(moved.outcome).toBe('applied');
      await until(() => said(chat).length === count);
      await until(async () => (await projection(id))?.remindersDue === count);
    }
    expect(said(chat)[0]).toContain('【演示数据】');
    expect(await office.commands.advanceTrialClock(by(id))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'nothingScheduled' },
    });
  });

  it('keeps taking updates while a message waits for the limit of its channel', async () => {
    const { id, chat } = await tracked({ trial: true });
    office.sender.failures.push(
      new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 3_600_000 }),
    );
    await office.commands.advanceTrialClock(by(id));
    await until(() => office.sender.failures.length === 0);
    expect(await office.commands.reportStep({ ...by(id), step: 'opened' })).toMatchObject({
      outcome: 'applied',
    });
    expect(said(chat)).toEqual([]);
  });

  it('goes on as new with its state, its events and its versions', async () => {
    const { id } = await tracked();
    const handle = client.workflow.getHandle(enrollmentWorkflowId(id));
    const firstRun = (await handle.describe()).runId;
    const report = { ...by(id), step: 'opened' } as const;
    await office.commands.reportStep(report);
    await until(async () => {
      await office.commands.snooze({ ...by(id), workingDays: 2 });
      return (await handle.describe()).runId !== firstRun;
    });
    expect(await office.commands.reportStep(report)).toMatchObject({
      outcome: 'alreadyApplied',
      enrollment: { reportedStep: 'opened' },
    });
    const timeline = await office.temp.stores.enrollments.timeline(id);
    expect(timeline.map((t) => t.seq)).toEqual(timeline.map((_, i) => i + 1));
    const saved = await projection(id);
    expect(saved?.version).toBe(timeline.length);
  });

  it('ends when its policy is terminated', async () => {
    const { id, chat } = await tracked();
    await office.commands.applyOfficialEvent({ ...by(id), status: 'terminated', reason: '不符合参保资格' });
    await client.workflow.getHandle(enrollmentWorkflowId(id)).result();
    expect(said(chat)).toHaveLength(1);
    const late = office.commands.reportStep({ ...by(id), step: 'opened' });
    await expect(late).rejects.toMatchObject({ name: 'EnrollmentUnavailable', code: 'notFound' });
    const reminders = office.temp.stores.enrollments;
    expect(await reminders.find(id)).toMatchObject({ officialStatus: 'terminated' });
  });
});

describe('starting enrollments', () => {
  it('starts each once, from two processes at a time and after a crash before the mark', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await office.enroll((firms += 1), {}, { contacts: 0 }));
    const unmarked = {
      ...office.temp.stores.enrollments,
      markStarted: () => Promise.reject(new Error('crash')),
    };
    await expect(startWaitingEnrollments(client, { enrollments: unmarked })).rejects.toThrow('crash');
    await Promise.all([office.start(), office.start()]);
    expect(await office.start()).toBe(0);
    for (const id of ids) {
      await until(async () => ((await projection(id))?.version ?? 0) > 0);
      expect(await office.temp.stores.enrollments.timeline(id)).toHaveLength(1);
    }
  });
});

describe('an enrollment whose import is undone', () => {
  const doImport = async (importId: string): Promise<{ n: number; id: string }> => {
    const n = (firms += 1);
    const { stores } = office.temp;
    const begun = {
      id: importId,
      packId,
      by: 'cli',
      fileName: 'a.csv',
      fileHash: importId,
      cities: ['南京'],
    };
    await stores.firmImports.begin({ ...begun, rowCount: 1, accepted: 1, rejected: 0 });
    const wanted = { trial: false, invitedAt: new Date().toISOString(), cadence };
    await stores.firms.upsertFirms(packId, [fictionalFirm(n)], wanted, importId);
    return { n, id: `${packId}/${fictionalUscc(n)}` };
  };
  const undo = async (importId: string): Promise<void> =>
    undoImport({ stores: office.temp.stores, commands: office.commands }, importId, null);
  const statusOf = async (id: string): Promise<string> =>
    (await client.workflow.getHandle(enrollmentWorkflowId(id)).describe()).status.name;

  it('ends with its workflow, and the firm may be enrolled anew', async () => {
    const { n, id } = await doImport('import-undone');
    await office.start();
    await until(async () => (await projection(id))?.version === 1);
    await undo('import-undone');
    expect([await projection(id), await statusOf(id)]).toEqual([null, 'TERMINATED']);
    await office.enroll(n, {}, { contacts: 0 });
    expect(await office.start()).toBe(1);
    await until(async () => (await projection(id))?.version === 1);
    expect(await statusOf(id)).toBe('RUNNING');
  });

  it('is not followed by a starter that had read it before', async () => {
    const { enrollments } = office.temp.stores;
    const { id } = await doImport('import-stale');
    const pages = [await enrollments.waitingToStart(10)];
    await undo('import-stale');
    const stale = { ...enrollments, waitingToStart: async () => pages.shift() ?? [] };
    await startWaitingEnrollments(client, { enrollments: stale });
    expect(await statusOf(id)).toBe('TERMINATED');
    expect(await projection(id)).toBeNull();
  });
});

describe('an enrollment that Temporal lost', () => {
  it('goes on where its projection stands', async () => {
    const { enrollments } = office.temp.stores;
    const id = await office.enroll((firms += 1), {});
    const fresh = await projection(id);
    if (fresh === null) throw new Error('not stored');
    const at = fresh.invitedAt;
    const known = { ...fresh, reportedStep: 'sealed', reportedAt: at, version: 9 } as const;
    await enrollments.saveProjection(known, [
      { seq: 4, at, source: 'firm', actor: 'test', event: { type: 'stepReported', step: 'sealed', at } },
    ]);
    const pages = [[known]];
    const lost = { ...enrollments, waitingToStart: async () => pages.shift() ?? [] };
    expect(await startWaitingEnrollments(client, { enrollments: lost })).toBe(1);
    expect(await office.commands.reportStep({ ...by(id), step: 'opened' })).toMatchObject({
      outcome: 'refused',
      enrollment: { reportedStep: 'sealed', version: 9 },
    });
    await office.commands.reportStep({ ...by(id), step: 'agreementSigned' });
    expect(await projection(id)).toMatchObject({ reportedStep: 'agreementSigned', version: 10 });
    expect((await enrollments.timeline(id)).map((t) => t.seq)).toEqual([4, 5]);
  });
});

describe('an engine that does not answer', () => {
  it('is reported as unreachable, and an unknown firm as not found', async () => {
    const unknown = office.commands.snooze({ ...by('jiangsu-2022/none'), workingDays: 1 });
    await expect(unknown).rejects.toBeInstanceOf(EnrollmentUnavailable);
    await expect(unknown).rejects.toMatchObject({ code: 'notFound' });
    const nowhere = Connection.lazy({ address: `127.0.0.1:${await freePort()}` });
    const commands = createEnrollmentCommands(new Client({ connection: nowhere }), {
      enrollments: async () => office.temp.stores.enrollments,
    });
    await expect(commands.snooze({ ...by('jiangsu-2022/none'), workingDays: 1 })).rejects.toMatchObject({
      name: 'EnrollmentUnavailable',
      code: 'unreachable',
    });
    await nowhere.close();
  });
});

describe('a firm that moves to another code', () => {
  const plan = async (from: string, to: string): Promise<MovePlan> => {
    const { firms, firmMoves } = office.temp.stores;
    const standing = async (uscc: string) => {
      const firm = await firms.findFirm(uscc);
      return firm && { ...firm, enrollments: await firmMoves.enrollmentsOf(uscc) };
    };
    const firm = await standing(from);
    if (firm === null) throw new Error(`no ${from}`);
    const made = planMove({ from: firm, to, target: await standing(to) }, 'old');
    if (!made.ok) throw new Error(made.problem.code);
    return made.plan;
  };
  const move = async (from: string, to: string) =>
    moveFirm(
      {
        ...{ stores: office.temp.stores, commands: office.commands },
        workflows: createWorkflowDirectory(client),
        ...{ startWaitingEnrollments: () => office.start(), clock: { now: () => new Date() } },
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      await plan(from, to),
    );

  it('is reminded there where it stood, once for each time', async () => {
    const { id, chat } = await tracked({ trial: true });
    const to = fictionalUscc((firms += 1));
    const next = enrollmentIdOf(packId, to);
    await office.commands.advanceTrialClock(by(id));
    await until(async () => (await projection(id))?.remindersDue === 1);
    const report = { ...by(id), source: 'firm', step: 'opened' } as const;
    await office.commands.reportStep(report);
    expect(await move(usccOf(id), to)).toEqual({ outcome: 'moved' });
    await expect(office.commands.reportStep({ ...by(id), step: 'sealed' })).rejects.toThrow(
      EnrollmentUnavailable,
    );
    // The late repeat of what was said under the old code is known.
    const again = { ...report, enrollmentId: next };
    expect(await office.commands.reportStep(again)).toMatchObject({ outcome: 'alreadyApplied' });
    expect(await office.commands.advanceTrialClock(by(next))).toMatchObject({ outcome: 'applied' });
    await until(async () => (await projection(next))?.remindersDue === 2);
    expect(said(chat)).toHaveLength(2);
    await client.workflow.getHandle(enrollmentWorkflowId(id)).result();
    const timeline = await office.temp.stores.enrollments.timeline(next);
    expect(timeline.map((t) => t.seq)).toEqual([...timeline.keys()].map((i) => i + 1));
    await client.workflow.getHandle(enrollmentWorkflowId(next)).terminate();
  });

  it('merges, whichever of the two was over', async () => {
    const [from, into] = [await tracked(), await tracked()];
    await office.commands.applyOfficialEvent({ ...by(into.id), status: 'terminated', reason: '停业' });
    await client.workflow.getHandle(enrollmentWorkflowId(into.id)).result();
    await office.commands.applyOfficialEvent({ ...by(from.id), status: 'approved', reason: null });
    expect(await move(usccOf(from.id), usccOf(into.id))).toEqual({ outcome: 'moved' });
    expect(await projection(into.id)).toMatchObject({ officialStatus: 'approved', movedTo: null });
    expect(
      await office.commands.applyOfficialEvent({ ...by(into.id), status: 'inForce', reason: null }),
    ).toMatchObject({ outcome: 'applied' });
    // People of both hear of it.
    await until(() => said(from.chat).some((text) => text.includes('生效')));
    await until(() => said(into.chat).some((text) => text.includes('生效')));
  });
});
