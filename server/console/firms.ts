import type { z } from 'zod';
import type { ConsoleFirmFilter, ConsoleFirmRow } from '../../activities/ports/console-firms.ts';
import {
  addDays,
  addTime,
  shanghaiDate,
  shanghaiDateTime,
  shanghaiInstant,
} from '../../knowledge/calendar/shanghai-time.ts';
import { mayAs, seesCity } from '../../knowledge/console/roles.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import { normaliseUscc } from '../../knowledge/firms/uscc.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { ConsolePorts } from '../contract.ts';
import { firmDetail } from './firm-detail.ts';
import type { exportBody } from './firm-schemas.ts';
import { firmSearch } from './firm-search.ts';
import { choiceOf, statusWords, stepWords } from './firm-words.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import { sheetType } from './operation.ts';
import { visibleFirm } from './visible-firm.ts';

type Ids = 'readFirmOptions' | 'searchFirms' | 'exportFirms' | 'readFirm';
/** As many rows as a sheet of an office ever has; more would take the server's memory. */
const exportLimit = 50_000;

/** Firms, for staff to look up. An account of certain cities finds the others' nowhere. */
export function firmHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { firms, audit, clock } = ports;
  const filterOf = (
    { account }: SignedIn,
    { packId, usccs, ...given }: z.output<typeof exportBody>,
  ): ConsoleFirmFilter => {
    const { text, city, officialStatus, reportedStep, officerId, unchangedDays, reachable } = given;
    return {
      packId,
      cities: city === null ? account.cities : seesCity(account.cities, city) ? [city] : [],
      ...firmSearch(account, text),
      ...(officialStatus !== null && { officialStatus }),
      ...(reportedStep !== null && { reportedStep }),
      ...(officerId !== null && { officerId }),
      ...(unchangedDays !== null && { unchangedSince: daysAgo(unchangedDays) }),
      ...(reachable !== null && { reachable }),
      ...(usccs !== undefined && { usccs: usccs.map(normaliseUscc) }),
    };
  };
  /** The last moment of that day in Shanghai: a campaign counts calendar days, and is to mean the same firms. */
  const daysAgo = (days: number): string =>
    addTime(shanghaiInstant(addDays(shanghaiDate(clock.now().toISOString()), 1 - days), '00:00'), -1);

  return {
    readFirmOptions: async ({ viewer: { account }, body }) => {
      const packId = body.packId ?? ports.packs[0].id;
      const [cities, members] = await Promise.all([
        firms.citiesOf(packId, account.cities),
        ports.identities.listStaff(),
      ]);
      return {
        ...{ packId, cities },
        packs: ports.packs.map(({ id, title }) => ({ value: id, zh: title['zh-CN'], en: title.en })),
        statuses: officialStatuses.map((s) => choiceOf(s, (t) => t.enrollment.statusLabels[s])),
        steps: [
          choiceOf('none', (t) => t.commands.noStep),
          ...reportedSteps.map((s) => choiceOf(s, (t) => t.enrollment.stepLabels[s])),
        ],
        officers: members.map(({ staffId, name }) => ({ staffId, name })),
      };
    },

    searchFirms: async ({ viewer, body: { page, pageSize, ...body } }) => {
      const { order, descending } = body;
      const offset = (page - 1) * pageSize;
      const found = await firms.search(filterOf(viewer, body), {
        order,
        descending,
        offset,
        limit: pageSize,
      });
      return { total: found.total, firms: found.rows.map(lineOf) };
    },

    exportFirms: async ({ viewer, body, reply }) => {
      const { order, descending } = body;
      const page = { order, descending, offset: 0, limit: exportLimit };
      const { rows } = await firms.search(filterOf(viewer, body), page);
      const { text, usccs, ...rest } = body;
      await audit.record({
        ...{
          actor: viewer.account.staffId,
          action: 'console.exportFirms',
          target: body.packId,
          outcome: 'done',
        },
        // What somebody searched for may be a person's name.
        detail: JSON.stringify({
          ...rest,
          searched: text !== '',
          firms: rows.length,
          ...(usccs !== undefined && { selected: usccs.length }),
        }),
      });
      const sheet = await ports.writeSheet({
        header: textsFor('zh-CN').consoleTexts.sheet.columns,
        rows: rows.map(cellsOf),
      });
      return reply
        .type(sheetType)
        .header('content-disposition', 'attachment; filename="firms.xlsx"')
        .send(Buffer.from(sheet));
    },

    readFirm: async ({ viewer: { account }, body }) => {
      const { packId, row } = await visibleFirm(ports, account, body);
      const masked = !mayAs(account.role, 'operator');
      await audit.record({
        ...{ actor: account.staffId, action: 'console.readFirm', target: row.firm.uscc, outcome: 'done' },
        detail: JSON.stringify({ packId, masked }),
      });
      return firmDetail(ports, { row, packId, masked });
    },
  };
}

const lineOf = (row: ConsoleFirmRow) => ({
  ...{ uscc: row.uscc, name: row.name, city: row.city, listed: row.listed },
  ...{ changedAt: row.changedAt, officerId: row.officerId, officer: row.officer, reachable: row.reachable },
  officialStatus: statusWords(row.officialStatus),
  reportedStep: stepWords(row.reportedStep),
});

/** In Chinese, like every sheet of the office. */
const cellsOf = (row: ConsoleFirmRow): (string | null)[] => {
  const { sheet } = textsFor('zh-CN').consoleTexts;
  return [
    ...[row.name, row.uscc, row.city, row.listed ? sheet.yes : sheet.no],
    ...[statusWords(row.officialStatus)?.zh ?? sheet.notTracked, stepWords(row.reportedStep)?.zh ?? null],
    ...[row.changedAt === null ? null : shanghaiDateTime(row.changedAt), row.officer],
    ...[row.reachable ? sheet.yes : sheet.no, row.contactName, row.contactPhone],
  ];
};
