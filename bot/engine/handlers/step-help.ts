import type { FirmRow } from '../../../activities/ports/store.ts';
import { formatCitation, renderStepGuide, stepGuideFor } from '../../../knowledge/packs/render.ts';
import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { openForReports } from '../status-message.ts';
import { withOwnFirm } from './own-firm.ts';

/** Help with the page that the asker's firm is on, and who to call if that is not enough. */
export const stepHelp = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'help' }, (row) => guide(context, row));

function guide(context: PrivateContext, { firm, enrollment }: FirmRow): HandleResult {
  const { ports, texts, locale } = context;
  if (enrollment === null) return say(texts.bot.status.notEnrolled({ firm: firm.name }));
  const { uscc } = firm;
  if (!openForReports(enrollment)) {
    return say(texts.bot.refusal({ code: 'notOpenForReports', officialStatus: enrollment.officialStatus }), [
      [tap(texts.bot.button.status, { verb: 'status', uscc })],
    ]);
  }
  const page = stepGuideFor(ports.pack, enrollment.reportedStep);
  const { text, citation } = renderStepGuide(ports.pack, page, locale);
  const people = operationPeople(context, firm.city);
  return say(
    [text, ...(people.length === 0 ? [] : [texts.bot.steps.helpPeople({ people })])],
    [
      [
        ...(page.reports === null
          ? []
          : [tap(texts.bot.button.stepDone, { verb: 'report', uscc, step: page.reports })]),
        tap(texts.bot.button.report, { verb: 'steps', uscc }),
      ],
    ],
    formatCitation(citation, locale),
  );
}

/** Those of the firm's city where the pack names some, else all that it names. */
function operationPeople({ ports, texts, locale }: PrivateContext, city: string): string[] {
  const all = ports.pack.contacts.operation;
  const near = all.filter((person) => city.startsWith(person.city) || person.city.startsWith(city));
  return (near.length > 0 ? near : all).map((person) =>
    texts.bot.steps.person({
      role: person.role[locale],
      name: person.name,
      phone: person.phone,
      city: person.city,
    }),
  );
}
