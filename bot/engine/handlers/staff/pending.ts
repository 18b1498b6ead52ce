import type { FirmRow } from '../../../../activities/ports/store.ts';
import { groupBy } from '../../../../knowledge/group-by.ts';
import type { Texts } from '../../../../knowledge/locales/index.ts';
import { reportedSteps } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';

const mostCities = 30;
const mostNamed = 10;

/** Counts of firms that still have to confirm, by city and step, and which wait to be verified. */
export async function pending({ ports, texts }: StaffContext): Promise<HandleResult> {
  const counts = await ports.stores.firms.countByCityAndStep(ports.pack.id);
  const open = counts.filter((c) => c.officialStatus === 'invited');
  const total = sum(open);
  const elsewhere = [...groupBy(counts, (c) => c.officialStatus)]
    .filter(([status]) => status !== 'invited')
    .map(([status, rows]) => ({ status, count: sum(rows) }));
  const others = elsewhere.length === 0 ? [] : [texts.staff.pending.officially({ statuses: elsewhere })];
  if (total === 0) return say([texts.staff.pending.none, ...others]);

  const cities = [...groupBy(open, (c) => c.city)]
    .map(([city, rows]) => ({ city, rows, total: sum(rows) }))
    .sort((a, b) => b.total - a.total || a.city.localeCompare(b.city));
  const lines = cities
    .slice(0, mostCities)
    .map(({ city, rows, total: inCity }) =>
      texts.staff.pending.city({ city, total: inCity, steps: bySteps(rows) }),
    );
  const more = cities.length - lines.length;
  const toVerify = sum(open.filter((c) => c.reportedStep === 'submitted'));
  const waiting =
    toVerify === 0
      ? []
      : await ports.stores.firms.listFirms(
          { packId: ports.pack.id, officialStatus: 'invited', reportedStep: 'submitted' },
          { limit: mostNamed },
        );
  const declined = await ports.stores.firms.listFirms(
    { packId: ports.pack.id, officialStatus: 'invited', declinedByWord: true },
    { limit: mostNamed + 1 },
  );
  return say([
    texts.staff.pending.title({ total }),
    lines.join('\n'),
    ...(more > 0 ? [texts.staff.pending.moreCities({ count: more })] : []),
    texts.staff.pending.toVerify({ count: toVerify }),
    ...(waiting.length === 0
      ? []
      : [
          texts.staff.pending.waiting({
            firms: waiting.map(({ firm: { name, uscc } }) => ({ name, uscc })),
            more: Math.max(0, toVerify - waiting.length),
          }),
        ]),
    ...declinedLines(declined, texts),
    ...others,
  ]);

  function bySteps(rows: typeof open): { label: string; count: number }[] {
    return [null, ...reportedSteps].flatMap((step) => {
      const count = sum(rows.filter((r) => r.reportedStep === (step ?? 'none')));
      return count === 0 ? [] : [{ label: texts.staff.stepOf(step), count }];
    });
  }
}

/** They count as invited until staff say otherwise, but nobody waits for them. */
function declinedLines(declined: FirmRow[], { staff }: Texts): string[] {
  if (declined.length === 0) return [];
  const firms = declined.slice(0, mostNamed).map(({ firm: { name, uscc } }) => ({ name, uscc }));
  return [staff.pending.declined({ firms, more: declined.length > mostNamed })];
}

const sum = (rows: { count: number }[]): number => rows.reduce((n, row) => n + row.count, 0);
