import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say } from '../../replies.ts';
import { withOwnFirm, withTappedFirm } from '../own-firm.ts';
import { askWhich, noteWish, ownFirms } from '../wishes/choose-own.ts';

const validHours = 24;

/** 邀请同事. */
export async function inviteColleague(context: PrivateContext): Promise<HandleResult> {
  const own = await ownFirms(context);
  return own.length > 1
    ? askWhich(context.texts.people.colleague.which, own, (uscc) => ({ verb: 'colleague', uscc }))
    : withOwnFirm(context, { uscc: null, verb: 'status' }, ({ firm }) => codeFor(context, firm.uscc));
}

/** Who hands on the code approves of whoever uses it; the others are told. */
export const codeFor = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { ports, identity, texts, message } = context;
    const code = ports.newCode();
    const expiresAt = new Date(ports.clock.now().getTime() + validHours * 3_600_000).toISOString();
    const target = { purpose: 'colleague', uscc, identityId: identity.id } as const;
    await ports.stores.identities.mintCode(target, code, expiresAt, identity.id);
    await noteWish(context, 'inviteColleague', uscc);
    const url = ports.links(message.channel).start(code);
    const { colleague } = texts.people;
    return say([
      ...colleague.code({ firm: firm.name, code, hours: validHours }),
      ...(url === null ? [] : [colleague.link({ url })]),
    ]);
  });
