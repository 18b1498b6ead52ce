import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSchedule, keepSchedules, renewalSchedule } from '../../cli/app/schedules.ts';
import {
  enrollmentWorkflowId,
  renewalScheduleId,
  renewalWorkflowId,
  watchScheduleId,
} from '../../workflows/contract.ts';
import { goodFirm, idOf, openRenewalOffice } from '../support/renewal-office.ts';
import type { RenewalOffice } from '../support/renewal-office.ts';
import { nextYear, thisYear } from '../support/pack-pair.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RenewalOffice;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
  office = await openRenewalOffice({ client, connection: native });
});
afterAll(async () => {
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
});

const saidTo = (n: number): string[] =>
  office.sender.sent
    .filter(({ chatId }) => chatId === `chat-${n}`)
    .map(({ message }) => message.paragraphs.join('\n'));
const toStaff = (): string[] =>
  office.sender.sent
    .filter(({ chatId }) => chatId === 'staff-chat')
    .map(({ message }) => message.paragraphs.join('\n'));
const ended = (): Promise<unknown> => client.workflow.getHandle(renewalWorkflowId(thisYear)).result();
/** Has the Schedule take its action, and waits for the end of what it starts. */
async function fire(): Promise<void> {
  const schedule = client.schedule.getHandle(renewalScheduleId(thisYear));
  const { numActionsTaken } = (await schedule.describe()).info;
  // What it starts is named by the second.
  const second = Math.floor(Date.now() / 1000);
  await until(() => Math.floor(Date.now() / 1000) > second);
  await schedule.trigger();
  const { recentActions } = await until(async () => {
    const { info } = await schedule.describe();
    return info.numActionsTaken > numActionsTaken ? info : null;
  });
  const started = recentActions.at(-1)?.action;
  if (started === undefined) throw new Error('nothing was started');
  await client.workflow.getHandle(started.workflow.workflowId).result();
}
const outcomes = async () =>
  Object.fromEntries(
    (await office.ports.stores.renewals.counts(thisYear)).map(({ outcome, codes, count }) => [
      [outcome, ...codes].join(' '),
      count,
    ]),
  );

describe('a renewal', () => {
  it('is scheduled for its day, once, however often the system starts', async () => {
    await office.insure([1]);
    const log = office.ports.log;
    const ports = {
      client,
      stores: office.temp.stores,
      loadPack: (id: string) => office.ports.loadPack(id),
      log,
    };
    const before = { ...ports, now: () => new Date('2026-11-20T00:00:00.000Z') };
    await keepSchedules(before, [thisYear]);
    await keepSchedules(before, [thisYear, nextYear]);
    // The look ahead that a start begins with reads the office's clock.
    await client.workflow.getHandle(`${watchScheduleId}-at-start`).result();
    const schedule = await client.schedule.getHandle(renewalScheduleId(thisYear)).describe();
    expect(schedule.info.nextActionTimes.map((time) => time.toISOString())).toEqual([
      '2026-12-01T01:00:00.000Z',
    ]);
    await expect(client.schedule.getHandle(renewalScheduleId(nextYear)).describe()).rejects.toThrow();
  });

  it('opens when the Schedule fires, judges by the next list, invites, and says why not', async () => {
    await office.linkStaff();
    await office.insure([2, 3, 4, 5]);
    await office.insure([6], 'approved');
    await office.insure([7], 'invited');
    await office.insure([8], 'expired');
    await office.listNext(
      goodFirm(1),
      goodFirm(2, { priorYearExportUsd: 7_000_000 }),
      goodFirm(3, { listed: false }),
      goodFirm(5, { priorYearExportUsd: null }),
      ...[6, 7, 8, 9].map((n) => goodFirm(n)),
    );
    const { stores } = office.temp;
    expect(await stores.enrollments.find(idOf(1, nextYear))).toBeNull();

    // Before its day it does nothing.
    await fire();
    expect(await stores.renewals.find(thisYear)).toBeNull();
    const sentBefore = office.sender.sent.length;

    office.setNow('2026-12-01T01:00:00.000Z');
    await fire();
    await ended();
    expect(await outcomes()).toEqual({
      invited: 2,
      'notEligible valueAbove': 1,
      'notEligible notListed': 1,
      'waitingForList list': 1,
      'waitingForList value': 1,
    });
    expect(await office.standing(1)).toEqual({
      before: 'renewalOpen',
      next: 'invited',
      predecessor: idOf(1),
    });
    expect(await office.standing(6)).toEqual({
      before: 'renewalOpen',
      next: 'invited',
      predecessor: idOf(6),
    });
    expect(await office.standing(2)).toEqual({ before: 'inForce', next: null, predecessor: null });
    expect(await office.standing(4)).toEqual({ before: 'inForce', next: null, predecessor: null });
    // Not insured this year: invited by the import, as any firm of a list.
    for (const n of [7, 8, 9])
      expect(await office.standing(n)).toMatchObject({ next: 'invited', predecessor: null });

    await until(() => saidTo(2).at(-1)?.includes('超过上限600万美元') ?? false);
    await until(() => saidTo(3).at(-1)?.includes('核准名单') ?? false);
    await until(() => saidTo(1).at(-1)?.includes('可以办理续转') ?? false);
    expect(saidTo(4).join()).not.toContain('续转');
    expect(saidTo(5).join()).not.toContain('续转');
    await until(() => toStaff().length > 0);
    expect(toStaff().join('\n')).toContain('邀请续转 2 家');
    expect(office.sender.sent.length - sentBefore).toBe(5);
  });

  it('tells nobody twice, however often it is opened or woken', async () => {
    const sent = office.sender.sent.length;
    await fire();
    await Promise.all([1, 2, 3].map(() => office.commands.wakeRenewal(thisYear)));
    await ended();
    await office.listNext(goodFirm(2, { priorYearExportUsd: 7_000_000, contactName: '另一位' }));
    await office.commands.wakeRenewal(thisYear);
    await ended();
    expect(office.sender.sent.length).toBe(sent);
    expect(await outcomes()).toMatchObject({ invited: 2, 'notEligible valueAbove': 1 });
  });

  it('judges anew whom the next list names later, and says so', async () => {
    await office.listNext(goodFirm(2), goodFirm(4), goodFirm(5, { priorYearExportUsd: 1 }));
    await office.commands.wakeRenewal(thisYear);
    await ended();
    expect(await outcomes()).toEqual({
      invited: 4,
      'notEligible notListed': 1,
      'notEligible valueBelow': 1,
    });
    await until(() => saidTo(5).at(-1)?.includes('低于下限') ?? false);
    await until(() => saidTo(2).at(-1)?.includes('可以办理续转') ?? false);
  });

  it('ends the predecessor when the next year’s is approved, without another message', async () => {
    await office.start();
    const by = { eventId: 'next-1', source: 'staff', actor: 'test' } as const;
    const next = { ...by, enrollmentId: idOf(1, nextYear), status: 'approved', reason: null } as const;
    await office.commands.applyOfficialEvent(next);
    await client.workflow.getHandle(enrollmentWorkflowId(idOf(1))).result();
    expect(await office.standing(1)).toMatchObject({ before: 'renewed', next: 'approved' });
    await until(() => saidTo(1).at(-1)?.includes('审批通过') ?? false);
    expect(saidTo(1).join('\n')).not.toContain('已经续转');
    const timeline = await office.temp.stores.enrollments.timeline(idOf(1));
    expect(timeline.filter((entry) => entry.event.type === 'officialChanged').at(-1)).toMatchObject({
      source: 'system',
      event: { status: 'renewed' },
    });
  });

  it('finds the predecessor of one that was invited before its firm was insured', async () => {
    await office.insure([11], 'underReview');
    await office.listNext(goodFirm(11));
    await office.start();
    expect(await office.standing(11)).toEqual({ before: 'underReview', next: 'invited', predecessor: null });
    const by = { source: 'staff', actor: 'test', reason: null } as const;
    const enrollmentId = idOf(11);
    await office.commands.applyOfficialEvent({ ...by, enrollmentId, eventId: 'late-1', status: 'approved' });
    await office.commands.applyOfficialEvent({ ...by, enrollmentId, eventId: 'late-2', status: 'inForce' });
    await office.commands.wakeRenewal(thisYear);
    await ended();
    expect(await office.standing(11)).toMatchObject({ before: 'renewalOpen', next: 'invited' });
    const next = { ...by, enrollmentId: idOf(11, nextYear), eventId: 'late-3' } as const;
    await office.commands.applyOfficialEvent({ ...next, status: 'approved' });
    await client.workflow.getHandle(enrollmentWorkflowId(enrollmentId)).result();
    expect(await office.standing(11)).toMatchObject({ before: 'renewed', next: 'approved' });
  });

  it('fires by itself when its time comes', async () => {
    const other = 'example-2030';
    await keepSchedule(client, renewalSchedule(other, new Date(Date.now() + 2_000)));
    const handle = client.schedule.getHandle(renewalScheduleId(other));
    await until(async () => (await handle.describe()).info.recentActions.length === 1);
  });
});
