import type { HandleResult } from '../../../model.ts';
import { ownPlace } from '../../own-place.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { withTappedFirm } from '../own-firm.ts';
import { noteWish, withOnlyOrAsk } from './choose-own.ts';

/** 以后先提醒我. */
export const becomePrimary = (context: PrivateContext): Promise<HandleResult> =>
  withOnlyOrAsk(context, context.texts.wishes.primary.which, (uscc) => ({ verb: 'primary', uscc }), primary);

/** The one who taps is reminded first from now on. */
export const primary = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { ports, identity, texts } = context;
    const { primary: sentences, button } = texts.wishes;
    const place = await ownPlace(ports.stores.identities, uscc, identity.id);
    const named = { firm: firm.name };
    if (place?.alone === true) return say(sentences.only(named));
    if (place?.own.primary === true) return { ...say(sentences.already(named)), toast: sentences.toast };
    await ports.stores.contacts.makePrimary(identity.id, uscc);
    await noteWish(context, 'primary', uscc);
    const stopped = place?.own.remindersStopped === true;
    return {
      ...say(
        [sentences.done(named), ...(stopped ? [texts.wishes.own.stopped] : [])],
        stopped ? [[tap(button.resume, { verb: 'resume', uscc })]] : [],
      ),
      toast: sentences.toast,
    };
  });
