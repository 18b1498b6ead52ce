import type { LinkedFirm } from '../../../../activities/ports/store.ts';
import type { HandleResult } from '../../../model.ts';
import { ownPlace } from '../../own-place.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { withTappedFirm } from '../own-firm.ts';
import { askWhich, noteWish, ownFirms } from './choose-own.ts';

/** 不要提醒: the reminders of the only firm stop at once; of several the contact says which. */
export async function stopReminders(context: PrivateContext): Promise<HandleResult> {
  const { stop } = context.texts.wishes;
  const own = await ownFirms(context);
  const [only, ...others] = own;
  if (only === undefined) return say(stop.notLinked);
  if (others.length === 0) return stopFor(context, only.uscc);
  return askWhich(stop.which, own, (uscc) => ({ verb: 'stop', uscc }), {
    label: context.texts.wishes.button.stopAll,
    callback: { verb: 'stop', uscc: null },
  });
}

/** `uscc` null: of all firms of the contact. */
export const stopFor = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  uscc === null
    ? stopAll(context)
    : withTappedFirm(context, uscc, async ({ firm }) => {
        const { texts, identity, ports } = context;
        await stopOne(context, uscc);
        const place = await ownPlace(ports.stores.identities, uscc, identity.id);
        const { stop, button } = texts.wishes;
        return {
          ...say(
            [
              stop.done({ firm: firm.name }),
              stop.noticesStill,
              place?.othersReminded === true ? stop.othersStill : stop.nobodyLeft,
            ],
            [[tap(button.resume, { verb: 'resume', uscc })]],
          ),
          toast: stop.toast,
        };
      });

async function stopAll(context: PrivateContext): Promise<HandleResult> {
  const { stop, button } = context.texts.wishes;
  const own = await ownFirms(context);
  if (own.length === 0) return say(stop.notLinked);
  for (const { uscc } of own) await stopOne(context, uscc);
  return {
    ...say(
      [stop.doneAll({ count: own.length }), stop.noticesStill],
      [[tap(button.resumeAll, { verb: 'resume', uscc: null })]],
    ),
    toast: stop.toast,
  };
}

async function stopOne(context: PrivateContext, uscc: LinkedFirm['uscc']): Promise<void> {
  await context.ports.stores.contacts.setWishes(context.identity.id, uscc, { remindersStopped: true });
  await noteWish(context, 'stop', uscc);
}
