import { matchCities } from '../../knowledge/firms/city.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { wholeOffice } from './whole-office.ts';

type Ids = 'listAccounts' | 'changeAccount';

/** All cities are said by null: none at all is a slip, and would otherwise shut somebody out, or let them see everything. */
function named(given: readonly string[], packs: ConsolePorts['packs']): string[] {
  if (given.length === 0) throw new Refused('citiesMissing');
  const matched = matchCities(given, packs);
  if (!matched.ok) throw new Refused('cityUnknown');
  return matched.cities;
}

/** Who may use the console, for administrators. */
export function accountHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { accounts, audit } = ports;
  return {
    listAccounts: async ({ viewer }) => {
      wholeOffice(viewer);
      const withTotp = new Set(await ports.totp.staffWithTotp());
      return {
        accounts: (await accounts.list()).map((one) => ({ ...one, totp: withTotp.has(one.staffId) })),
        knownCities: [...new Set(ports.packs.flatMap(({ cities }) => cities))],
      };
    },

    changeAccount: async ({ viewer, body: { staffId, role, cities, disabled } }) => {
      wholeOffice(viewer);
      if (staffId === viewer.account.staffId) throw new Refused('ownAccount');
      const change = {
        ...(role !== undefined && { role }),
        ...(cities !== undefined && { cities: cities && named(cities, ports.packs) }),
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
