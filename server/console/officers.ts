import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { visibleFirm } from './visible-firm.ts';

/** Who looks after which firm. */
export function officerHandlers(ports: ConsolePorts): Handlers<'assignOfficer'> {
  const { contacts, identities, audit } = ports;
  return {
    assignOfficer: async ({ viewer: { account }, body: { packId, staffId, firms } }) => {
      if (staffId !== null && !(await identities.listStaff()).some((member) => member.staffId === staffId))
        throw new Refused('notFound');
      // All or none: nobody reaches a firm of another city among those of the own.
      const found = [];
      for (const { uscc, was } of firms) {
        const { row } = await visibleFirm(ports, account, { packId, uscc });
        found.push({ was, uscc: row.firm.uscc, name: row.firm.name });
      }
      const changedMeanwhile: string[] = [];
      for (const { uscc, name, was } of found) {
        const done = await contacts.assignOfficer(uscc, staffId, was);
        if (!done) changedMeanwhile.push(name);
        await audit.record({
          ...{ actor: account.staffId, action: 'console.assignOfficer', target: uscc },
          ...{
            outcome: done ? 'done' : 'changedMeanwhile',
            detail: JSON.stringify({ from: was, to: staffId }),
          },
        });
      }
      return { assigned: found.length - changedMeanwhile.length, changedMeanwhile };
    },
  };
}
