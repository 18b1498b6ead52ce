import type { UnavailableCode } from '../../activities/ports/services.ts';
import type { FirmRow } from '../../activities/ports/store.ts';
import { isOver } from '../../knowledge/enrollment/machine.ts';
import type { Texts } from '../../knowledge/locales/index.ts';

/** Why a command came to nothing, or may yet take effect. An enrollment whose workflow has ended is over, not late. */
export function unavailableText(
  texts: Texts,
  code: UnavailableCode,
  { firm: { name: firm }, enrollment }: FirmRow,
): string {
  switch (code) {
    case 'unreachable':
      return texts.bot.engineUnavailable;
    case 'noAnswer':
      return texts.bot.engineSilent;
    case 'notFound': {
      if (enrollment === null || enrollment.version === 0) return texts.bot.notTracked;
      const { officialStatus: status } = enrollment;
      return isOver(status) ? texts.bot.ended({ firm, status }) : texts.bot.lost({ firm, status });
    }
  }
}
