import type { Line } from './line.ts';
import { readStatus } from './project-event.ts';
import { isUnknownCall } from './send-error.ts';

/** Whether the account can send, asked over the same way as messages go. Throws `SendError` where there is no answer. */
export async function accountIsOnline(line: Pick<Line, 'call'>): Promise<boolean> {
  try {
    const online = readStatus(await line.call('get_status', {}));
    if (online !== null) return online;
  } catch (error) {
    if (!isUnknownCall(error)) throw error;
  }
  // It has no status, or says nothing in it: somebody who is logged in has a name.
  await line.call('get_login_info', {});
  return true;
}
