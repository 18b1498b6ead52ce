import type { ScheduleDirectory } from '../../activities/ports/workflow-directory.ts';
import { hasSchedule, keepSchedules, wantedSchedules } from './schedules.ts';
import type { SchedulePorts } from './schedules.ts';

/** The Schedules of the packs that are served or have enrollments. */
export const createScheduleDirectory = (
  open: () => Promise<SchedulePorts>,
  servedPackIds: readonly string[],
): ScheduleDirectory => ({
  async missing() {
    const ports = await open();
    const missing: string[] = [];
    for (const { scheduleId, wanted } of await wantedSchedules(ports, servedPackIds))
      if (wanted !== null && !(await hasSchedule(ports.client, scheduleId))) missing.push(scheduleId);
    return missing;
  },
  keep: async () => keepSchedules(await open(), servedPackIds),
});
