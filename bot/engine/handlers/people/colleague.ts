import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say } from '../../replies.ts';
import { withTappedFirm } from '../own-firm.ts';
import { noteWish, withOnlyOrAsk } from '../wishes/choose-own.ts';

const validHours = 24;

/** 邀请同事. */
export const inviteColleague = (context: PrivateContext): Promise<HandleResult> =>
  withOnlyOrAsk(
    context,
    context.texts.people.colleague.which,
    (uscc) => ({ verb: 'colleague', uscc }),
    codeFor,
  );

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
