import type { WishCallback } from '../../../../knowledge/wish-callbacks.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say, tap } from '../../replies.ts';
import { withTappedFirm } from '../own-firm.ts';
import { askWhich, noteWish, ownFirms } from '../wishes/choose-own.ts';
import { peopleOf } from './contacts.ts';

/** 取消关联: of the only firm it is asked at once; of several the contact says which. Nothing happens without a tap. */
export async function offerLeave(context: PrivateContext): Promise<HandleResult> {
  const { leave } = context.texts.people;
  const own = await ownFirms(context);
  const [only, ...others] = own;
  if (only === undefined) return say(leave.notLinked);
  if (others.length === 0) return askReally(context, only.uscc);
  return askWhich(leave.which, own, (uscc) => ({ verb: 'leave', uscc, action: 'ask' }));
}

export const leave = (
  context: PrivateContext,
  { uscc, action }: Extract<WishCallback, { verb: 'leave' }>,
): Promise<HandleResult> => (action === 'ask' ? askReally(context, uscc) : confirm(context, uscc));

const askReally = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { people, wishes } = context.texts;
    const { all } = await peopleOf(context, uscc);
    return say(people.leave.really({ firm: firm.name, last: all.length === 1 }), [
      [tap(people.button.reallyLeave, { verb: 'leave', uscc, action: 'confirm' })],
      [
        tap(people.button.colleague, { verb: 'colleague', uscc }),
        tap(wishes.button.stop, { verb: 'stop', uscc }),
      ],
    ]);
  });

/** Who is no contact any more has left: a tap that is handled again, after a crash, is answered as the first time. */
async function confirm(context: PrivateContext, uscc: string): Promise<HandleResult> {
  const { leave: sentences } = context.texts.people;
  const own = await ownFirms(context);
  if (own.some((firm) => firm.uscc === uscc)) return leaveOwn(context, uscc);
  return { replies: [edit(message([sentences.left]))], toast: sentences.toast };
}

const leaveOwn = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { leave: texts } = context.texts.people;
    const { own } = await peopleOf(context, uscc);
    // First, since after a crash between the two nothing says who left.
    await noteWish(context, 'leave', uscc);
    if (own !== undefined) await context.ports.stores.contacts.unlink(own.personId, uscc);
    return { replies: [edit(message([texts.done({ firm: firm.name })]))], toast: texts.toast };
  });
