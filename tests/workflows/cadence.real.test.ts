import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { keptWorkflowBundle } from '../../activities/bundle.ts';
import type { PrepareInput, Prepared } from '../../activities/prepare-notification.ts';
import {
  addDays,
  shanghaiDate,
  shanghaiInstant,
  shanghaiTime,
  weekdayOf,
} from '../../knowledge/calendar/shanghai-time.ts';
import { addWorkingDays, isWorkingDay } from '../../knowledge/calendar/working-days.ts';
import { cadence, openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { fictionalUscc, packId } from '../support/fictional-firms.ts';
import { createTimeSkippingEnvironment } from '../support/time-skipping-server.ts';
import {
  enrollmentMessages,
  enrollmentWorkflowId,
  enrollmentWorkflowType,
  mainTaskQueue,
  searchAttributeNames,
} from '../../workflows/contract.ts';
import type { EnrollmentInput } from '../../workflows/contract.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { until } from '../support/until.ts';

let env: TestWorkflowEnvironment;
let office: RunningOffice;
let events = 0;
const by = () => ({ eventId: `e${(events += 1)}`, source: 'staff', actor: 'test' }) as const;

beforeAll(async () => {
  env = await createTimeSkippingEnvironment();
  const keyword = 2; // IndexedValueType
  const searchAttributes = Object.fromEntries(Object.values(searchAttributeNames).map((n) => [n, keyword]));
  await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
  office = await openRunningOffice({ client: env.client, connection: env.nativeConnection });
});
afterAll(async () => {
  await office.dispose();
  await env.teardown();
});

/** Shanghai days on which chat `i` was written to, with the time of day the activity was scheduled at. */
const reminded = (i: number): string[] =>
  office.sender.sent
    .filter((s) => s.chatId === `chat-${i}` && s.message.paragraphs.some((p) => p.includes('下一步')))
    .map((s) => s.scheduledAt ?? '');
const morning = (date: string): number => Date.parse(shanghaiInstant(date, cadence.sendAt));
/** At 09:30 in Shanghai of each of these days, give or take what the server needs to hand out work. */
function expectAt(times: string[], dates: string[]): void {
  expect(times.map(shanghaiDate)).toEqual(dates);
  times.forEach((time, i) => {
    const late = Date.parse(time) - morning(dates[i] ?? '');
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(5 * 60_000);
  });
}

describe('the cadence over weeks', () => {
  it('reminds on the right working days and stops for each reason', async () => {
    // From a Shanghai midnight on, so that the day does not change under the test.
    const startDay = addDays(shanghaiDate(new Date(await env.currentTimeMs()).toISOString()), 1);
    await env.sleep(morning(startDay) - (await env.currentTimeMs()));
    const invitedAt = new Date(await env.currentTimeMs()).toISOString();
    const ids: string[] = [];
    for (const i of [1, 2, 3, 4, 5]) ids.push(await office.enroll(i, { invitedAt, cadence }));
    const [, submits, snoozes, isApproved, moves] = ids as [string, string, string, string, string];
    expect(await office.start()).toBe(5);

    const first = addWorkingDays(startDay, cadence.firstAfterWorkingDays).date;
    await env.sleep(morning(first) - (await env.currentTimeMs()) + 60_000);
    await until(() => [1, 2, 3, 4, 5].every((i) => reminded(i).length === 1));

    await office.commands.reportStep({ enrollmentId: submits, ...by(), source: 'firm', step: 'submitted' });
    await office.commands.snooze({ enrollmentId: snoozes, ...by(), source: 'firm', workingDays: 8 });
    await office.commands.applyOfficialEvent({
      ...{ enrollmentId: isApproved, ...by(), status: 'approved', reason: null },
    });
    const twoDaysOn = addWorkingDays(first, 2).date;
    await env.sleep(morning(twoDaysOn) - (await env.currentTimeMs()) + 60_000);
    await office.commands.reportStep({ enrollmentId: moves, ...by(), source: 'firm', step: 'confirmed' });
    await env.sleep('70 days');

    const step = cadence.everyWorkingDays;
    const after = (date: string, days: number): string => addWorkingDays(date, days).date;
    const run = (from: string, count: number): string[] =>
      Array.from({ length: count }).reduce<string[]>(
        (days) => [...days, after(days.at(-1) ?? from, step)],
        [],
      );
    expectAt(reminded(1), [first, ...run(first, 3)]);
    expectAt(reminded(2), [first]);
    expectAt(reminded(3), [first, after(first, 8), ...run(after(first, 8), 2)]);
    expectAt(reminded(4), [first]);
    expectAt(reminded(5), [first, ...run(twoDaysOn, 3)]);

    const quiet = await office.temp.stores.enrollments.find(submits);
    expect(quiet).toMatchObject({
      officialStatus: 'invited',
      reportedStep: 'submitted',
      nextReminderAt: null,
    });
  });

  it('writes to nobody on a weekend, however late a reminder is', async () => {
    // Overdue for weeks when it is started, on a Saturday at noon.
    const invitedAt = new Date(await env.currentTimeMs()).toISOString();
    let saturday = addDays(shanghaiDate(invitedAt), 30);
    while (weekdayOf(saturday) !== 6 || isWorkingDay(saturday)) saturday = addDays(saturday, 1);
    await env.sleep(Date.parse(shanghaiInstant(saturday, '12:00')) - (await env.currentTimeMs()));
    await office.enroll(6, { invitedAt, cadence });
    await office.start();
    await env.sleep('3 hours');
    expect(reminded(6)).toEqual([]);
    const back = addWorkingDays(saturday, 1).date;
    await env.sleep(morning(back) - (await env.currentTimeMs()) + 60_000);
    await until(() => reminded(6).length === 1);
    expectAt(reminded(6), [back]);
  });

  it('comes back when the sending of a late reminder is put off', async () => {
    await office.stopWorkers();
    await office.terminateEnrollments();
    const invitedAt = new Date(await env.currentTimeMs()).toISOString();
    const enrollmentId = `${packId}/${fictionalUscc(7)}`;
    const first = addWorkingDays(shanghaiDate(invitedAt), cadence.firstAfterWorkingDays).date;
    const putOffTo = shanghaiInstant(addDays(first, 2), '11:11');
    const asked: string[] = [];
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: mainTaskQueue,
      workflowBundle: await keptWorkflowBundle(),
      activities: {
        saveProjection: async () => {},
        prepareNotification: async (input: PrepareInput): Promise<Prepared> => {
          const mine = input.enrollmentId === enrollmentId;
          if (mine) asked.push(input.now);
          const postponedUntil = mine && asked.length === 1 ? putOffTo : null;
          return { deliveries: [], collectedBy: [], skip: 'noVerifiedContact', postponedUntil };
        },
      },
    });
    await worker.runUntil(async () => {
      const [uscc, city] = [fictionalUscc(7), '淮安'];
      const input: EnrollmentInput = { enrollmentId, packId, uscc, city, trial: false, invitedAt, cadence };
      const handle = await env.client.workflow.start(enrollmentWorkflowType, {
        workflowId: enrollmentWorkflowId(enrollmentId),
        taskQueue: mainTaskQueue,
        args: [{ ...input, cadence: { ...cadence, maxReminders: 1 } }],
      });
      await env.sleep('20 days');
      expect(asked.map((t) => shanghaiDate(t))).toEqual([first, addDays(first, 2)]);
      expect(shanghaiTime(asked[1] ?? '')).toBe('11:11');
      const state = await handle.query<EnrollmentSnapshot>(enrollmentMessages.getEnrollment);
      expect(state).toMatchObject({ remindersDue: 1, nextReminderAt: null });
    });
  });
});
