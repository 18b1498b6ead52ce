import { ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { usablePack } from '../../activities/renewal/open-renewal.ts';
import { createPublishedPacks } from '../../activities/pack-revisions/published-packs.ts';
import type { ActivityPorts } from '../../activities/ports/activity-ports.ts';
import type { Logger } from '../../activities/ports/services.ts';
import { isBefore } from '../../knowledge/calendar/shanghai-time.ts';
import { opensAt } from '../../knowledge/renewal/opening.ts';
import {
  mainTaskQueue,
  openRenewalWorkflowType,
  renewalScheduleId,
  watchScheduleId,
  watchWorkflowType,
} from '../../workflows/contract.ts';
import type { RenewalInput } from '../../workflows/contract.ts';
import type { AppParts } from './app-parts.ts';
import type { LivePacks } from './live-packs.ts';
import { systemClock } from './system-clock.ts';

/** 09:00 in Shanghai. In UTC, so that no server needs to know its time zone. */
const morning = { hour: 1, minute: 0 };

export interface SchedulePorts {
  client: Client;
  stores: Pick<ActivityPorts['stores'], 'renewals' | 'enrollments'>;
  loadPack: ActivityPorts['loadPack'];
  log: Logger;
  now: () => Date;
}

/**
 * As `keepSchedules`, for the running program: now, and again after each publication, which may have moved when a renewal opens.
 * No publication waits for it, and without its Schedules the program still does everything else. Returns what ends it.
 */
export async function runSchedules(
  { client, stores, log }: Pick<AppParts, 'client' | 'stores' | 'log'>,
  servedPackId: string,
  packs: Pick<LivePacks, 'derive'>,
): Promise<() => Promise<void>> {
  const loadPack = createPublishedPacks(stores.packRevisions);
  const keep = async (): Promise<void> => {
    try {
      await keepSchedules({ client, stores, log, loadPack, now: () => systemClock.now() }, [servedPackId]);
    } catch (error) {
      log.error('schedules.notKept', { error });
    }
  };
  let keeping = Promise.resolve();
  await packs.derive(async () => {
    keeping = keeping.then(keep);
  });
  await keeping;
  return () => keeping;
}

/**
 * Brings the Schedules in line with the packs that are served or have enrollments: the daily look ahead, and one for each
 * renewal that is still to open. Then looks ahead at once, which makes up for what was missed while nothing ran.
 */
export async function keepSchedules(ports: SchedulePorts, servedPackIds: readonly string[]): Promise<void> {
  const { client, log } = ports;
  for (const { scheduleId, wanted } of await wantedSchedules(ports, servedPackIds)) {
    if (wanted === null) await dropSchedule(client, scheduleId);
    else await keepSchedule(client, wanted);
    if (wanted !== null) log.info('schedule.kept', { scheduleId });
  }
  await client.workflow.start(watchWorkflowType, {
    workflowId: `${watchScheduleId}-at-start`,
    taskQueue: mainTaskQueue,
    args: [],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
}

/** Every Schedule that there may be; `wanted` is null for one that must not be there. */
export async function wantedSchedules(
  ports: Pick<SchedulePorts, 'stores' | 'loadPack' | 'now'>,
  servedPackIds: readonly string[],
): Promise<{ scheduleId: string; wanted: ScheduleOptions | null }[]> {
  const { stores, now } = ports;
  const schedules: { scheduleId: string; wanted: ScheduleOptions | null }[] = [
    { scheduleId: watchScheduleId, wanted: watchSchedule },
  ];
  const packIds = new Set([...servedPackIds, ...(await stores.enrollments.packIds())]);
  for (const packId of packIds) {
    const renewal = (await usablePack(ports, packId))?.renewal ?? null;
    const isToCome = renewal !== null && isBefore(now().toISOString(), opensAt(renewal));
    const isPlanned = isToCome && (await stores.renewals.find(packId)) === null;
    const wanted = isPlanned ? renewalSchedule(packId, new Date(opensAt(renewal))) : null;
    schedules.push({ scheduleId: renewalScheduleId(packId), wanted });
  }
  return schedules;
}

const months = [
  ...(['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE'] as const),
  ...(['JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'] as const),
];

const watchSchedule: ScheduleOptions = {
  scheduleId: watchScheduleId,
  spec: { calendars: [morning] },
  action: {
    type: 'startWorkflow',
    workflowType: watchWorkflowType,
    workflowId: watchScheduleId,
    taskQueue: mainTaskQueue,
    args: [],
  },
  // A morning that was missed is made up for when the server is back; yesterday's is of no use any more.
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12 hours' },
};

/** Fires once, at `at`; an outage of the server at that time is made up for by the server itself. */
export function renewalSchedule(packId: string, at: Date): ScheduleOptions {
  const input: RenewalInput = { packId };
  return {
    scheduleId: renewalScheduleId(packId),
    spec: {
      calendars: [
        {
          year: at.getUTCFullYear(),
          month: months[at.getUTCMonth()] ?? 'JANUARY',
          dayOfMonth: at.getUTCDate(),
          hour: at.getUTCHours(),
          minute: at.getUTCMinutes(),
          second: at.getUTCSeconds(),
        },
      ],
    },
    action: {
      type: 'startWorkflow',
      workflowType: openRenewalWorkflowType,
      // The server adds the time: only `renewal/<pack>`, which this one starts, is there once.
      workflowId: `opens-${renewalScheduleId(packId)}`,
      taskQueue: mainTaskQueue,
      args: [input],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '30 days' },
  };
}

/** Creates it, or brings the one that is there in line. Several processes may do so at once. */
export async function keepSchedule(client: Client, options: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies = {} } = options;
    await client.schedule.getHandle(options.scheduleId).update((present) => ({
      ...present,
      spec,
      action,
      policies,
    }));
  }
}

export async function hasSchedule(client: Client, scheduleId: string): Promise<boolean> {
  try {
    await client.schedule.getHandle(scheduleId).describe();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}

async function dropSchedule(client: Client, scheduleId: string): Promise<void> {
  try {
    await client.schedule.getHandle(scheduleId).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
