import type { z } from 'zod';
import type { AuditEntry, AuditFilter } from '../../activities/ports/audit-log.ts';
import { addDays, shanghaiDateTime, shanghaiInstant } from '../../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { ConsolePorts } from '../contract.ts';
import type { auditFilterBody } from './audit-schemas.ts';
import { choiceOf } from './firm-words.ts';
import type { Handlers } from './handlers.ts';
import { sheetType } from './operation.ts';
import { wholeOffice } from './whole-office.ts';

type Ids = 'readAuditOptions' | 'searchAudit' | 'exportAudit';
const exportLimit = 50_000;

/** Who did what. Nothing here changes an entry, and none is removed. */
export function auditHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { auditLog, identities, audit } = ports;
  const namesOf = async (): Promise<Map<string, string>> =>
    new Map((await identities.listStaff()).map(({ staffId, name }) => [staffId, name]));
  const shownIn = (names: Map<string, string>, entry: AuditEntry) => ({
    ...entry,
    actor: names.get(entry.actor) ?? entry.actor,
    // A member of staff stands in entries about accounts.
    target: names.get(entry.target) ?? entry.target,
  });

  return {
    readAuditOptions: async ({ viewer }) => {
      wholeOffice(viewer);
      const names = await namesOf();
      return {
        actors: [
          ...[...names].map(([staffId, name]) => choiceOf(staffId, () => name)),
          choiceOf('cli', (t) => t.consoleFirm.who.cli),
          choiceOf('nobody', (t) => t.consoleSettings.audit.nobody),
        ],
        actions: await auditLog.actions(),
      };
    },

    searchAudit: async ({ viewer, body: { page, pageSize, ...given } }) => {
      wholeOffice(viewer);
      const offset = (page - 1) * pageSize;
      const { total, entries } = await auditLog.search(filterOf(given), { offset, limit: pageSize });
      const names = await namesOf();
      return { total, entries: entries.map((entry) => shownIn(names, entry)) };
    },

    exportAudit: async ({ viewer, body, reply }) => {
      const { staffId } = wholeOffice(viewer);
      const { target, ...filters } = body;
      const { entries } = await auditLog.search(filterOf(body), { offset: 0, limit: exportLimit });
      await audit.record({
        ...{ actor: staffId, action: 'console.exportAudit', target: 'audit', outcome: 'done' },
        // What was searched for may be somebody's name.
        detail: JSON.stringify({ ...filters, targeted: target !== null, entries: entries.length }),
      });
      const names = await namesOf();
      const rows = entries
        .map((entry) => shownIn(names, entry))
        .map(({ at, actor, action, target, outcome, detail }) => [
          ...[shanghaiDateTime(at), actor, action, target, outcome, detail],
        ]);
      const sheet = await ports.writeSheet({ header: textsFor('zh-CN').consoleSettings.audit.columns, rows });
      return reply
        .type(sheetType)
        .header('content-disposition', 'attachment; filename="audit.xlsx"')
        .send(Buffer.from(sheet));
    },
  };
}

const filterOf = ({ actor, action, target, from, to }: z.output<typeof auditFilterBody>): AuditFilter => ({
  ...(actor !== null && { actor }),
  ...(action !== null && { action }),
  ...(target !== null && target.trim() !== '' && { target: target.trim() }),
  ...(from !== null && { from: shanghaiInstant(from, '00:00') }),
  ...(to !== null && { to: shanghaiInstant(addDays(to, 1), '00:00') }),
});
