import type { FirmRow } from '../../../activities/ports/store.ts';
import type { HandleResult } from '../../model.ts';
import { nextThing } from '../next-thing.ts';
import { ownPlace } from '../own-place.ts';
import { clockOf, ownWishText } from '../own-wishes.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, tap } from '../replies.ts';
import { statusMessage } from '../status-message.ts';
import { withOwnFirm } from './own-firm.ts';

/** Where the asker's own firm stands, read from the projection: it answers while no worker runs. */
export const status = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'status' }, (row) => showStatus(context, row));

async function showStatus(context: PrivateContext, row: FirmRow): Promise<HandleResult> {
  const { ports, locale, texts, identity } = context;
  const timeline =
    row.enrollment === null ? [] : await ports.stores.enrollments.timeline(row.enrollment.enrollmentId);
  const message = statusMessage(row, timeline, locale);
  const next = nextThing(row, ports.pack, locale);
  const place = await ownPlace(ports.stores.identities, row.firm.uscc, identity.id);
  const wish = place && ownWishText(place.own, clockOf(context, row.enrollment), locale);
  const settings = tap(texts.wishes.button.settings, { verb: 'wishes', uscc: row.firm.uscc });
  return reply({
    ...message,
    paragraphs: [...message.paragraphs, ...[next, wish].filter((text) => text !== null)],
    buttons: [...message.buttons, ...(row.enrollment === null ? [] : [[settings]])],
  });
}
