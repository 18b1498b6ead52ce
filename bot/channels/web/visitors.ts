import type { Clock } from '../../../activities/ports/services.ts';
import type { IdentityStore } from '../../../activities/ports/store.ts';
import { createAddressLimit } from './address-limit.ts';
import { channelName } from './contract.ts';
import type { Visitor, WebChat } from './contract.ts';
import { isVisitorToken, newVisitorToken, visitorIdOf } from './visitor-token.ts';

/** How many visitors are remembered between requests; one that is forgotten is found in the store again. */
const rememberedVisitors = 5000;

/** From token to identity. A token that was never given out opens an empty conversation, nobody else's. */
export function createVisitors(p: {
  identities: Pick<IdentityStore, 'findIdentity' | 'known' | 'upsertIdentity'>;
  clock: Clock;
  /** From one address. */
  newPerHour: number;
}): Pick<WebChat, 'enter'> {
  const known = new Map<string, Visitor>();
  const arrivals = createAddressLimit({ limit: p.newPerHour, windowMs: 3_600_000, clock: p.clock });
  const isKnown = async (externalUserId: string): Promise<boolean> =>
    (await p.identities.known({ channel: channelName, externalUserId })) !== null;
  return {
    async enter({ token, address, locale }) {
      const valid = token !== null && isVisitorToken(token) ? token : null;
      const ownToken = valid ?? newVisitorToken();
      const newToken = valid === null ? ownToken : null;
      const externalUserId = visitorIdOf(ownToken);
      const remembered = known.get(externalUserId);
      if (remembered !== undefined && (locale === null || locale === remembered.locale)) {
        // It may have been erased meanwhile, by itself or by the office: then it comes as somebody new.
        const stillThere = (await p.identities.findIdentity(remembered.identityId)) !== null;
        if (stillThere) return { outcome: 'entered', visitor: remembered, newToken };
      }
      if (remembered === undefined && !(await isKnown(externalUserId))) {
        const retryAfterMs = arrivals.take(address);
        if (retryAfterMs > 0) return { outcome: 'tooMany', code: 'tooManyVisitors', retryAfterMs };
      }
      const identity = await p.identities.upsertIdentity({
        channel: channelName,
        externalUserId,
        privateChatId: externalUserId,
        ...(locale === null ? {} : { locale }),
      });
      const visitor: Visitor = { identityId: identity.id, externalUserId, locale: identity.locale };
      const [oldest] = known.keys();
      if (known.size >= rememberedVisitors && oldest !== undefined) known.delete(oldest);
      known.set(externalUserId, visitor);
      return { outcome: 'entered', visitor, newToken };
    },
  };
}
