import type { FirmRow } from '../../../activities/ports/store.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import type { HandleResult } from '../../model.ts';
import { nextThing } from '../next-thing.ts';
import { otherEnrollments, yearMark } from '../other-enrollments.ts';
import { ownPlace } from '../own-place.ts';
import { clockOf, ownWishText } from '../own-wishes.ts';
import { packWith } from '../pack-with.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, tap } from '../replies.ts';
import { statusMessage } from '../status-message.ts';
import { withOwnFirm } from './own-firm.ts';

/**
 * Where the asker's own firm stands, read from the projection: it answers while no worker runs. A firm that is in this year's
 * pack and in the next hears of both, each with its year.
 */
export const status = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'status' }, async (row) => {
    const others = await otherEnrollments(context.ports, row);
    if (others.length === 0) return reply(await statusOf(context, row));
    const rows = row.enrollment === null ? others : [row, ...others];
    const messages = await Promise.all(rows.map(async (one) => marked(context, one)));
    return { replies: messages.flatMap((message) => reply(message).replies), toast: null };
  });

async function marked(context: PrivateContext, row: FirmRow): Promise<OutboundMessage> {
  const message = await statusOf(context, row);
  const [first = '', ...rest] = message.paragraphs;
  return { ...message, paragraphs: [`${yearMark(context, row)}${first}`, ...rest] };
}

async function statusOf(context: PrivateContext, row: FirmRow): Promise<OutboundMessage> {
  const { ports, locale, texts, identity } = context;
  const { enrollment } = row;
  const timeline =
    enrollment === null ? [] : await ports.stores.enrollments.timeline(enrollment.enrollmentId);
  const message = statusMessage(row, timeline, locale);
  const next = nextThing(row, enrollment === null ? ports.pack : packWith(ports, enrollment.packId), locale);
  const place = await ownPlace(ports.stores.identities, row.firm.uscc, identity.id);
  const wish = place && ownWishText(place.own, clockOf(context, enrollment), locale);
  const settings = tap(texts.wishes.button.settings, { verb: 'wishes', uscc: row.firm.uscc });
  return {
    ...message,
    paragraphs: [...message.paragraphs, ...[next, wish].filter((text) => text !== null)],
    buttons: [...message.buttons, ...(enrollment === null ? [] : [[settings]])],
  };
}
