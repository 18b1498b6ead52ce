import {
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { SmallestActivities } from './smallest-activities.ts';
import type { SmallestInput, SmallestState, SmallestUpdate } from './smallest-contract.ts';

const { save: saveNow } = proxyLocalActivities<SmallestActivities>({ startToCloseTimeout: '10 seconds' });
const { save: saveAfterTask } = proxyActivities<SmallestActivities>({ startToCloseTimeout: '10 seconds' });
const dayMs = 86_400_000;

/** The least that does the same: the same updates and timers, one write for each change, one activity for each message. */
export async function smallest({ id, reminders, durable }: SmallestInput): Promise<void> {
  // Sends are limited for the channel as a whole, so they have a queue of their own.
  const { send } = proxyActivities<SmallestActivities>({
    taskQueue: `${workflowInfo().taskQueue}-send`,
    startToCloseTimeout: '1 minute',
  });
  const state: SmallestState = {
    status: 'invited',
    step: null,
    remindersDue: 0,
    nextReminderAt: null,
    version: 0,
  };
  const known = new Set<string>();
  const toSend: string[] = [];
  let clockOffsetMs = 0;
  let lastAt = Date.now();
  const now = (): number => Date.now() + clockOffsetMs;
  const nextAt = (): number | null =>
    state.status === 'invited' && state.step !== 'submitted' && state.remindersDue < reminders
      ? lastAt + 5 * dayMs
      : null;
  const change = async (update: SmallestUpdate, apply: () => void): Promise<SmallestState> => {
    if (!known.has(update.eventId)) {
      known.add(update.eventId);
      apply();
      await saved(durable ? saveAfterTask : saveNow);
    }
    return state;
  };
  const saved = async (save: SmallestActivities['save'] = saveNow): Promise<void> => {
    state.version += 1;
    const at = nextAt();
    state.nextReminderAt = at === null ? null : new Date(at).toISOString();
    await save({ id, ...state });
  };

  setHandler(defineUpdate<SmallestState, [SmallestUpdate]>('report'), (u) =>
    change(u, () => {
      state.step = u.value;
      lastAt = now();
      if (u.value === 'submitted') toSend.push('staff');
    }),
  );
  setHandler(defineUpdate<SmallestState, [SmallestUpdate]>('official'), (u) =>
    change(u, () => {
      state.status = u.value;
      toSend.push(u.value);
    }),
  );
  setHandler(defineUpdate<SmallestState, [SmallestUpdate]>('advance'), (u) =>
    change(u, () => {
      clockOffsetMs += Math.max(0, (nextAt() ?? 0) - now());
    }),
  );

  await saved();
  while (state.status !== 'expired' || toSend.length > 0) {
    const text = toSend.shift();
    if (text !== undefined) {
      await send({ id, key: `${text}/${state.version}`, text });
      continue;
    }
    const { version } = state;
    const disturbed = (): boolean => state.version !== version;
    const at = nextAt();
    if (at === null) await condition(disturbed);
    else if (!(await condition(disturbed, Math.max(1, at - now())))) {
      await send({ id, key: `reminder/${state.version}`, text: 'reminder' });
      state.remindersDue += 1;
      lastAt = now();
      await saved();
    }
  }
}
