import type { FirmRow } from '../../../../activities/ports/store.ts';
import { reminderSkip } from '../../../../knowledge/enrollment/reminders.ts';
import { reportedSteps } from '../../../../knowledge/enrollment/state.ts';
import type { ReminderSkip } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { say, tap } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { allFirms } from './find-firm.ts';
import { parseRemind } from './parse-remind.ts';
import type { RemindFilter } from './parse-remind.ts';

/** /remind: who would be reminded and who not, and why. Nothing is sent before the requester confirms. */
export async function previewReminders(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { remind, usage } = texts.staff;
  const parsed = parseRemind(args);
  if (!parsed.ok) {
    return say([
      ...(parsed.part === '' ? [] : [usage.remindUnknown({ part: parsed.part })]),
      usage.remind,
      usage.steps({ steps: [null, ...reportedSteps].map((step) => texts.staff.stepOf(step)) }),
    ]);
  }
  const { filter } = parsed;
  const rows = await matching(context, filter);
  if (filter.uscc !== undefined && rows.length === 0) {
    return say(texts.staff.firmNotFound({ query: filter.uscc }));
  }
  const skips = new Map<ReminderSkip, number>();
  let toRemind = 0;
  for (const row of rows) {
    const skip = await skipOf(context, row);
    if (skip === null) toRemind += 1;
    else skips.set(skip, (skips.get(skip) ?? 0) + 1);
  }
  const paragraphs = [
    scopeText(context, filter),
    remind.preview({ toRemind, total: rows.length }),
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
    outcome: `previewed ${toRemind}/${rows.length}`,
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

/** Only firms with an enrollment: the others are no targets of a campaign. */
async function matching({ ports }: StaffContext, filter: RemindFilter): Promise<FirmRow[]> {
  const { uscc, ...rest } = filter;
  if (uscc !== undefined) {
    const row = await ports.stores.firms.firmRow(ports.pack.id, uscc);
    return row === null ? [] : [row];
  }
  const rows: FirmRow[] = [];
  for await (const row of allFirms(ports, rest)) if (row.enrollment !== null) rows.push(row);
  return rows;
}

async function skipOf({ ports }: StaffContext, row: FirmRow): Promise<ReminderSkip | null> {
  const { enrollment, linkedContacts, firm } = row;
  if (enrollment === null) return 'notTracked';
  const wallClock = ports.clock.now().toISOString();
  // A trial enrollment's clock may be ahead of ours.
  const now = enrollment.trial && enrollment.now > wallClock ? enrollment.now : wallClock;
  const skip = reminderSkip(enrollment, now);
  if (skip !== null) return skip;
  if (linkedContacts === 0) return 'noVerifiedContact';
  const contacts = await ports.stores.identities.contactsOf(firm.uscc);
  return contacts.every((contact) => contact.blocked) ? 'contactBlockedBot' : null;
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
