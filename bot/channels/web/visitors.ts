import type { Clock } from '../../../activities/ports/services.ts';
import type { IdentityStore } from '../../../activities/ports/store.ts';
import { channelName } from './contract.ts';
import type { Visitor, WebChat } from './contract.ts';
import { createRateLimit } from './rate-limit.ts';
import { isVisitorToken, newVisitorToken, visitorIdOf } from './visitor-token.ts';

/** How many visitors are remembered between requests; one that is forgotten is found in the store again. */
const rememberedVisitors = 5000;

/** From cookie token to identity. A token that was never given out opens an empty conversation, nobody else's. */
export function createVisitors(p: {
  identities: Pick<IdentityStore, 'findIdentity' | 'upsertIdentity'>;
  clock: Clock;
  newPerMinute: number;
}): Pick<WebChat, 'enter'> {
  const known = new Map<string, Visitor>();
  const arrivals = createRateLimit({ limit: p.newPerMinute, windowMs: 60_000, clock: p.clock });
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
        if (stillThere) return { visitor: remembered, newToken };
      }
      if (remembered === undefined && !arrivals.take(address)) return null;
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
      return { visitor, newToken };
    },
  };
}
