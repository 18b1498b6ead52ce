import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';

type Ids = 'listAccounts' | 'changeAccount';

/** Who may use the console, for administrators. */
export function accountHandlers({ accounts, audit }: ConsolePorts): Handlers<Ids> {
  return {
    listAccounts: async () => ({ accounts: await accounts.list() }),

    changeAccount: async ({ viewer, body: { staffId, role, cities, disabled } }) => {
      if (staffId === viewer.account.staffId) throw new Refused('ownAccount');
      const change = {
        ...(role !== undefined && { role }),
        ...(cities !== undefined && { cities }),
        ...(disabled !== undefined && { disabled }),
      };
      const outcome = await accounts.change(staffId, change);
      if (outcome === 'unknown') throw new Refused('notFound');
      if (outcome === 'lastAdmin') throw new Refused('lastAdmin');
      await audit.record({
        ...{ actor: viewer.account.staffId, action: 'console.changeAccount', target: staffId },
        ...{ outcome: 'done', detail: JSON.stringify(change) },
      });
      return {};
    },
  };
}
