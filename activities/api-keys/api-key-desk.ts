import { sourceName } from '../../knowledge/webhooks/source-name.ts';
import type { ApiKey, ApiKeyDesk } from '../ports/api-keys.ts';
import type { Clock } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';

export interface ApiKeyDeskPorts {
  stores: Pick<Stores, 'apiKeys' | 'audit'>;
  /** Those of the settings. */
  inSettings: readonly Pick<ApiKey, 'id' | 'name'>[];
  /** In the form in which the settings take it. */
  newSecret: () => string;
  idOf: (secret: string) => string;
  clock: Clock;
}

export function createApiKeyDesk(ports: ApiKeyDeskPorts): ApiKeyDesk {
  const { inSettings, newSecret, idOf, clock } = ports;
  const { apiKeys, audit } = ports.stores;
  const note = async (actor: string, action: string, { id, name }: Pick<ApiKey, 'id' | 'name'>) =>
    audit.record({
      ...{ actor, action: `apiKey.${action}`, target: name, outcome: 'done' },
      detail: JSON.stringify({ id }),
    });
  const list: ApiKeyDesk['list'] = async () => {
    const noted = await apiKeys.list();
    const unnoted = inSettings
      .filter(({ id }) => !noted.some((key) => key.id === id))
      .map(({ id, name }) => ({ ...{ id, name }, createdAt: null, lastUsedOn: null, revokedAt: null }));
    const isSet = (id: string): boolean => inSettings.some((key) => key.id === id);
    const all = [...unnoted, ...noted].toSorted((one, other) => one.name.localeCompare(other.name));
    return all.map((key) => ({
      ...key,
      state: key.revokedAt !== null ? 'revoked' : isSet(key.id) ? 'on' : 'notYet',
    }));
  };
  return {
    list,

    make: async (name, actor) => {
      if (!sourceName.test(name)) return null;
      const secret = newSecret();
      const key = { id: idOf(secret), name };
      await apiKeys.add({ ...key, createdAt: clock.now().toISOString() });
      await note(actor, 'make', key);
      return { id: key.id, secret };
    },

    revoke: async (id, actor) => {
      const key = (await list()).find((one) => one.id === id);
      if (key === undefined) return false;
      const revoked = await apiKeys.revoke({ id, name: key.name }, clock.now().toISOString());
      if (revoked) await note(actor, 'revoke', key);
      return revoked;
    },
  };
}
