import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { wholeOffice } from './whole-office.ts';

/** With which secrets other systems send official events. */
export function apiKeyHandlers({ apiKeys }: ConsolePorts): Handlers<'makeApiKey' | 'revokeApiKey'> {
  return {
    makeApiKey: async ({ viewer, body: { name } }) => {
      const { staffId } = wholeOffice(viewer);
      const made = await apiKeys.make(name, staffId);
      if (made === null) throw new Refused('apiKeyNameBad');
      return { id: made.id, setting: `TONGBAO_API_SECRETS=${name}:${made.secret}` };
    },

    revokeApiKey: async ({ viewer, body: { id } }) => {
      const { staffId } = wholeOffice(viewer);
      if (!(await apiKeys.revoke(id, staffId))) throw new Refused('notFound');
      return {};
    },
  };
}
