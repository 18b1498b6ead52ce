import type { FirmRow } from '../../../activities/ports/store.ts';
import { formatCitation, renderStepGuide, stepGuideFor } from '../../../knowledge/packs/render.ts';
import type { HandleResult } from '../../model.ts';
import { packWith } from '../pack-with.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { openForReports } from '../status-message.ts';
import { operationPeople } from './operation-people.ts';
import { withOwnFirm } from './own-firm.ts';

/** Help with the page that the asker's firm is on, and who to call if that is not enough. */
export const stepHelp = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'help' }, (row) => guide(context, row));

function guide(context: PrivateContext, { firm, enrollment }: FirmRow): HandleResult {
  const { ports, texts, locale } = context;
  if (enrollment === null) return say(texts.bot.status.notEnrolled({ firm: firm.name }));
  const of = { uscc: firm.uscc, pack: enrollment.packId };
  const pack = packWith(ports, enrollment.packId);
  if (!openForReports(enrollment)) {
    return say(texts.bot.refusal({ code: 'notOpenForReports', officialStatus: enrollment.officialStatus }), [
      [tap(texts.bot.button.status, { verb: 'status', ...of })],
    ]);
  }
  const page = stepGuideFor(pack, enrollment.reportedStep);
  const { text, citation } = renderStepGuide(pack, page, locale);
  const people = operationPeople(context, firm.city);
  return say(
    [text, ...(people.length === 0 ? [] : [texts.bot.steps.helpPeople({ people })])],
    [
      [
        ...(page.reports === null
          ? []
          : [tap(texts.bot.button.stepDone, { verb: 'report', ...of, step: page.reports })]),
        tap(texts.bot.button.report, { verb: 'steps', ...of }),
      ],
    ],
    formatCitation(citation, locale),
  );
}
