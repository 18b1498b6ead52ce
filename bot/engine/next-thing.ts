import type { FirmRow } from '../../activities/ports/store.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { stepGuideFor } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { TopicId } from '../../knowledge/topics.ts';

/** What a firm is to do next, as far as its status and its own word say; null where nothing is. Pure. */
export function nextThing({ enrollment }: FirmRow, pack: PolicyPack, locale: Locale): string | null {
  if (enrollment === null) return null;
  const texts = textsFor(locale);
  const { next } = texts.bot.status;
  switch (enrollment.officialStatus) {
    case 'invited': {
      if (enrollment.declinedAt !== null) return texts.wishes.decline.mayTakeBack;
      if (enrollment.reportedStep === 'submitted') return next.waitForStaff;
      const guide = stepGuideFor(pack, enrollment.reportedStep);
      return next.step({
        step:
          guide.reports === null
            ? texts.answering.topicLabels[guide.topic]
            : texts.enrollment.stepLabels[guide.reports],
      });
    }
    case 'submitted':
    case 'underReview':
      return next.waitForReview;
    case 'renewalOpen':
      return next.renew;
    case 'declined':
    case 'lapsed':
      return next.askStaff;
    case 'returned':
    case 'terminated':
      return next.askWhy({ people: pack.contacts.policyQuestions.map((name) => name[locale]) });
    case 'approved':
    case 'inForce':
      return next.readPolicy({ label: texts.answering.topicLabels.app });
    case 'renewed':
    case 'expired':
      return null;
  }
}

/** The rule that explains where a firm stands: for 为什么还没通过 and 下一步怎么弄. */
export function ruleOfStanding({ enrollment }: FirmRow, pack: PolicyPack): TopicId {
  if (enrollment === null) return 'eligibility';
  switch (enrollment.officialStatus) {
    case 'returned':
      return 'returned-renewal';
    case 'terminated':
      return 'terminated';
    case 'invited':
      return enrollment.reportedStep === 'submitted'
        ? 'after-submit'
        : stepGuideFor(pack, enrollment.reportedStep ?? null).topic;
    case 'submitted':
    case 'underReview':
      return 'after-submit';
    case 'renewalOpen':
      return 'how-to-apply';
    case 'declined':
    case 'lapsed':
      return 'contacts';
    case 'approved':
    case 'inForce':
    case 'renewed':
    case 'expired':
      return 'app';
  }
}
