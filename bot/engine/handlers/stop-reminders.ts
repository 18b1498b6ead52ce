import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { openForReports, snoozeButtons } from '../status-message.ts';
import { operationPeople } from './operation-people.ts';

/** Somebody wants no more reminders: what the contact can do alone, when they end, and who can unlink. */
export async function stopReminders(context: PrivateContext): Promise<HandleResult> {
  const { ports, texts, locale, identity } = context;
  const { stop } = texts.bot;
  const own = await ports.stores.identities.linkedFirms(identity.id);
  const [only, ...others] = own;
  if (only === undefined) return say(stop.notLinked);
  if (others.length > 0) {
    return say(
      [stop.quietSeveral, stop.ends, stop.unlink({ people: operationPeople(context, '') })],
      own.slice(0, 50).map((firm) => [tap(firm.name, { verb: 'status', uscc: firm.uscc })]),
    );
  }
  const row = await ports.stores.firms.firmRow(ports.pack.id, only.uscc);
  const unlink = stop.unlink({ people: operationPeople(context, row?.firm.city ?? '') });
  const enrollment = row?.enrollment ?? null;
  if (enrollment === null || !openForReports(enrollment) || enrollment.reportedStep === 'submitted') {
    return say([stop.noneNow({ firm: only.name }), unlink]);
  }
  return say([stop.quiet({ firm: only.name }), stop.ends, unlink], [snoozeButtons(only.uscc, locale)]);
}
