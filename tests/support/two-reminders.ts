import type { Client } from '@temporalio/client';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { ReminderResult } from '../../workflows/contract.ts';
import type { RunningOffice } from './enrollment-office.ts';
import { until } from './until.ts';

/** Two different reminders of one firm are asked for; the first is still being sent when the workflow has taken the second. */
export async function remindTwiceAtOnce(
  client: Client,
  office: RunningOffice,
  enrollmentId: string,
): Promise<ReminderResult[]> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let sending = 0;
  office.sender.beforeSend = async () => {
    sending += 1;
    await released;
  };
  const ask = (name: string) =>
    office.commands.requestReminder({
      ...{ enrollmentId, eventId: `asks-${name}`, source: 'staff', actor: 'test' },
      notificationKey: `manual/${enrollmentId}/${name}`,
    });
  const accepted = async (): Promise<number> => {
    const { events } = await client.workflow.getHandle(enrollmentWorkflowId(enrollmentId)).fetchHistory();
    return (events ?? []).filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes != null).length;
  };
  const before = await accepted();
  const first = ask('first');
  await until(() => sending === 1);
  const second = ask('second');
  await until(async () => (await accepted()) === before + 2);
  release();
  return Promise.all([first, second]).finally(() => {
    office.sender.beforeSend = null;
  });
}
