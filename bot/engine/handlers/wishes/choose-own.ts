import type { LinkedFirm } from '../../../../activities/ports/store.ts';
import type { Callback } from '../../../../knowledge/callbacks.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { withOwnFirm } from '../own-firm.ts';

/** More buttons than this nobody reads. */
const mostFirms = 50;

export const ownFirms = ({ ports, identity }: PrivateContext): Promise<LinkedFirm[]> =>
  ports.stores.identities.linkedFirms(identity.id);

/** Asks which of several firms is meant; `all` is offered below them. */
export const askWhich = (
  question: string,
  firms: LinkedFirm[],
  callbackOf: (uscc: string) => Callback,
  all?: { label: string; callback: Callback },
): HandleResult =>
  say(question, [
    ...firms.slice(0, mostFirms).map((firm) => [tap(firm.name, callbackOf(firm.uscc))]),
    ...(all === undefined ? [] : [[tap(all.label, all.callback)]]),
  ]);

/** Runs `use` with the only firm of the contact; of several it asks which, by a button that leads on. */
export async function withOnlyOrAsk(
  context: PrivateContext,
  question: string,
  callbackOf: (uscc: string) => Callback,
  use: (context: PrivateContext, uscc: string) => Promise<HandleResult>,
): Promise<HandleResult> {
  const own = await ownFirms(context);
  return own.length > 1
    ? askWhich(question, own, callbackOf)
    : withOwnFirm(context, { uscc: null, verb: 'status' }, ({ firm }) => use(context, firm.uscc));
}

/** Kept, since others wonder later why somebody was not reminded. IDs only. */
export const noteWish = (context: PrivateContext, wish: string, target: string): Promise<void> =>
  context.ports.stores.audit.record({
    actor: context.identity.id,
    action: `wish.${wish}`,
    target,
    outcome: 'set',
  });
