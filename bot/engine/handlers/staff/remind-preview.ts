import type { FirmRow } from '../../../../activities/ports/store.ts';
import { reportedSteps } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { matchingFirms } from '../../matching-firms.ts';
import { previewReminders } from '../../reminder-preview.ts';
import { say, tap } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { codeProblem } from './uscc-and-rest.ts';
import { parseRemind } from './parse-remind.ts';
import type { RemindFilter } from './parse-remind.ts';

/** /remind: who would be reminded and who not, and why. Nothing is sent before the requester confirms. */
export async function offerReminders(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { remind, usage } = texts.staff;
  const problem = codeProblem(args, texts);
  if (problem !== null) return say(problem);
  const parsed = parseRemind(args, ports.pack);
  if (!parsed.ok && parsed.cities !== undefined) {
    const { part, cities } = parsed;
    return say([usage.remindUnknown({ part }), usage.cities({ cities })]);
  }
  if (!parsed.ok) {
    return say([
      ...(parsed.part === '' ? [] : [usage.remindUnknown({ part: parsed.part })]),
      usage.remind,
      usage.steps({ steps: [null, ...reportedSteps].map((step) => texts.staff.stepOf(step)) }),
    ]);
  }
  const { filter } = parsed;
  const rows = await matching(context, filter);
  if (filter.uscc !== undefined) {
    const [row] = rows;
    if (row === undefined) return say(texts.staff.firmNotFound({ query: filter.uscc }));
    if (row.enrollment === null) return say(texts.staff.firmNotTracked({ firm: row.firm.name }));
  }
  const { total, toRemind, skips } = await previewReminders(rows, ports.stores.identities, ports.clock.now());
  const paragraphs = [
    scopeText(context, filter),
    remind.preview({ toRemind, total }),
    ...(skips.size === 0
      ? []
      : [remind.skips({ skips: [...skips].map(([reason, count]) => ({ reason, count })) })]),
  ];
  if (toRemind === 0) return say([...paragraphs, remind.nobody]);

  const campaignId = ports.newId();
  await ports.stores.campaigns.create({
    id: campaignId,
    packId: ports.pack.id,
    filter,
    requestedBy: staff.staffId,
  });
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: 'staff.remind',
    target: campaignId,
    outcome: `previewed ${toRemind}/${total}`,
  });
  return say(
    [...paragraphs, remind.recheck],
    [
      [
        tap(remind.confirm({ count: toRemind }), { verb: 'campaign', campaignId, action: 'confirm' }),
        tap(remind.cancel, { verb: 'campaign', campaignId, action: 'cancel' }),
      ],
    ],
  );
}

async function matching({ ports }: StaffContext, filter: RemindFilter): Promise<FirmRow[]> {
  const { uscc, ...rest } = filter;
  const rows: FirmRow[] = [];
  if (uscc === undefined) {
    for await (const row of matchingFirms(ports.stores.firms, { packId: ports.pack.id, ...rest }))
      rows.push(row);
  } else {
    const row = await ports.stores.firms.firmRow(ports.pack.id, uscc);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function scopeText({ texts }: StaffContext, filter: RemindFilter): string {
  const { uscc, city, reportedStep } = filter;
  const step = reportedStep === 'none' ? null : reportedSteps.find((candidate) => candidate === reportedStep);
  return texts.staff.remind.filter({
    ...(uscc === undefined ? {} : { uscc }),
    ...(city === undefined ? {} : { city }),
    ...(step === undefined ? {} : { step: texts.staff.stepOf(step) }),
  });
}
