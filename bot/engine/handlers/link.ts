import type { HandleResult } from '../../model.ts';
import { codeIn } from '../code.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { staffHelp } from './help.ts';
import { tellOthers } from './people/tell-others.ts';
import { joined } from './wishes/channels.ts';

/** Uses up a one-time code; tells what came of it. `typed` is the code as the person gave it. */
export async function link(context: PrivateContext, typed: string): Promise<HandleResult> {
  const { ports, texts, identity } = context;
  if (typed.trim() === '') return say(texts.bot.link.askCode);
  const now = ports.clock.now().toISOString();
  const redeemed = await ports.stores.identities.redeemCode(codeIn(typed), identity.id, now);
  const audit = (target: string, outcome: string): Promise<void> =>
    ports.stores.audit.record({ actor: identity.id, action: 'redeemCode', target, outcome });

  if (!redeemed.ok) {
    await audit('', redeemed.reason);
    ports.log.warn('code.refused', { identityId: identity.id, reason: redeemed.reason });
    return say(texts.bot.link.failed({ reason: redeemed.reason }));
  }
  if (redeemed.purpose === 'staff') {
    await audit(redeemed.staffId, 'linked');
    return { ...say([texts.bot.link.linkedStaff, staffHelp(context)]), staffLinked: true };
  }
  if (redeemed.purpose === 'person') {
    const { alreadyJoined, identityId } = redeemed;
    await audit(identityId, alreadyJoined ? 'alreadyJoined' : 'joined');
    return joined(context, alreadyJoined);
  }
  const { uscc, alreadyLinked, by } = redeemed;
  await audit(uscc, alreadyLinked ? 'alreadyLinked' : 'linked');
  // A repeat too: the first handling may have ended before anybody was told.
  await tellOthers(context, uscc, by);
  const firm = (await ports.stores.firms.findFirm(uscc))?.name ?? uscc;
  return say(alreadyLinked ? texts.bot.link.alreadyLinked({ firm }) : texts.bot.link.linked({ firm }), [
    [
      tap(texts.bot.button.status, { verb: 'status', uscc }),
      tap(texts.bot.button.stepHelp, { verb: 'help', uscc }),
    ],
  ]);
}
