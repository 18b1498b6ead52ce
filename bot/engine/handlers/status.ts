import type { FirmRow } from '../../../activities/ports/store.ts';
import type { HandleResult } from '../../model.ts';
import { nextThing } from '../next-thing.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply } from '../replies.ts';
import { statusMessage } from '../status-message.ts';
import { withOwnFirm } from './own-firm.ts';

/** Where the asker's own firm stands, read from the projection: it answers while no worker runs. */
export const status = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'status' }, (row) => showStatus(context, row));

async function showStatus({ ports, locale }: PrivateContext, row: FirmRow): Promise<HandleResult> {
  const timeline =
    row.enrollment === null ? [] : await ports.stores.enrollments.timeline(row.enrollment.enrollmentId);
  const message = statusMessage(row, timeline, locale);
  const next = nextThing(row, ports.pack, locale);
  return reply(next === null ? message : { ...message, paragraphs: [...message.paragraphs, next] });
}
