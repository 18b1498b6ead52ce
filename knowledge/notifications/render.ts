import type { Locale } from '../answering/types.ts';
import { encodeCallback } from '../callbacks.ts';
import type { AnnouncementWords } from '../campaigns/announcement.ts';
import type { EnrollmentSnapshot, NotificationKind, OfficialStatus } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';
import type { Button, OutboundMessage } from '../message.ts';
import { renderAnnouncement } from './render-announcement.ts';
import { renderOfficeNotice } from './office-notice.ts';
import { renderRenewalRefused } from './render-renewal-refused.ts';
import { formatCitation, renderStepGuide, stepGuideFor } from '../packs/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { isFree } from './is-free.ts';

/** One message that the system starts. Facts come from the pack and the enrollment as it is now. */
export interface NotificationToRender {
  kind: NotificationKind;
  /** For a status notice: `status` and `reason` of the change. */
  data: Record<string, string | number | null>;
  /** Sent once before, and nobody knows whether it arrived: marked 补发. */
  repeated: boolean;
  enrollment: EnrollmentSnapshot;
  firmName: string;
  pack: PolicyPack;
  /** The one that `data.nextPack` names. */
  nextPack?: PolicyPack;
  /** The office's words of an announcement. */
  words?: AnnouncementWords;
  /** Read in a mail: nothing can be tapped, or said, there. */
  byMail?: boolean;
  locale: Locale;
}

/** Quiet that the snooze button of a reminder asks for. */
const snoozeWorkingDays = 3;

export function renderNotification(n: NotificationToRender): OutboundMessage {
  const texts = textsFor(n.locale).notifications;
  const message = renderKind(n);
  const marks = [n.enrollment.trial ? texts.trialMark : '', n.repeated ? texts.repeatedMark : ''].join('');
  const [first = '', ...rest] = message.paragraphs;
  return { ...message, paragraphs: [`${marks}${first}`, ...rest] };
}

function renderKind(n: NotificationToRender): OutboundMessage {
  switch (n.kind) {
    case 'reminder':
      return renderReminder(n);
    case 'statusNotice':
      return renderStatusNotice(n);
    case 'verifySubmission':
    case 'firmDeclined':
      return toStaff(textsFor(n.locale).notifications[n.kind], n);
    case 'renewalRefused': {
      const { firmName: firm, data, nextPack: next = n.pack, locale } = n;
      return renderRenewalRefused({ firm, data, next }, locale);
    }
    case 'contactLinked':
      return renderContactLinked(n);
    case 'officeNotice':
      return renderOfficeNotice(n);
    case 'announcement':
      return renderAnnouncement(n.words ?? {}, n.locale, { byMail: n.byMail === true });
    case 'escalation':
      return toStaff(
        (named) => textsFor(n.locale).notifications.escalation({ ...named, count: countOf(n) }),
        n,
      );
  }
}

const toStaff = (
  text: (p: { firm: string; uscc: string }) => string[],
  { firmName, enrollment }: NotificationToRender,
): OutboundMessage => ({
  paragraphs: text({ firm: firmName, uscc: enrollment.uscc }),
  buttons: [],
  citation: null,
});

function renderContactLinked({
  firmName: firm,
  data,
  enrollment,
  locale,
}: NotificationToRender): OutboundMessage {
  const texts = textsFor(locale).notifications;
  return {
    paragraphs: texts.contactLinked({ firm, byColleague: data['by'] === 'colleague' }),
    buttons: [
      [callback(texts.buttons.contacts, encodeCallback({ verb: 'contacts', uscc: enrollment.uscc }))],
    ],
    citation: null,
  };
}

/** Reminders without an answer, when it was escalated. */
const countOf = ({ data, enrollment }: NotificationToRender): number =>
  Number(data['unanswered'] ?? enrollment.unanswered);

function renderReminder({
  enrollment,
  firmName,
  pack,
  locale,
  byMail,
}: NotificationToRender): OutboundMessage {
  const texts = textsFor(locale).notifications;
  const { uscc, packId, reportedStep } = enrollment;
  const of = { uscc, pack: packId };
  const guide = renderStepGuide(pack, stepGuideFor(pack, reportedStep), locale);
  const { deadline, doneMessage } = pack.application;
  const { buttons } = texts;
  return {
    paragraphs: [
      reportedStep === null
        ? texts.reminder.nothingReported({ firm: firmName, year: pack.policyYear })
        : texts.reminder.underWay({ firm: firmName, step: reportedStep, done: doneMessage }),
      texts.reminder.next({ guide: guide.text }),
      ...(deadline === null ? [] : [texts.reminder.deadline({ date: deadline })]),
      ...(isFree(pack) ? [texts.free] : []),
      texts.reminder.ifDone,
      byMail === true ? texts.reminder.howToStopByMail : texts.reminder.howToStop,
    ],
    buttons: [
      [
        callback(buttons.report, encodeCallback({ verb: 'steps', ...of })),
        callback(buttons.help, encodeCallback({ verb: 'help', ...of })),
      ],
      [
        callback(
          buttons.snooze({ workingDays: snoozeWorkingDays }),
          encodeCallback({ verb: 'snooze', ...of, workingDays: snoozeWorkingDays }),
        ),
        callback(buttons.status, encodeCallback({ verb: 'status', ...of })),
      ],
    ],
    citation: formatCitation(guide.citation, locale),
  };
}

/** What a firm may want to know next, by its new status. */
const topicsFor: Record<OfficialStatus, TopicId[]> = {
  invited: ['how-to-apply'],
  submitted: ['after-submit'],
  underReview: ['after-submit'],
  renewalOpen: ['how-to-apply'],
  renewed: ['app'],
  declined: ['contacts'],
  lapsed: ['contacts'],
  approved: ['app', 'coverage-scope'],
  returned: ['returned-renewal', 'contacts'],
  terminated: ['terminated', 'contacts'],
  inForce: ['coverage-scope', 'app'],
  expired: ['contacts'],
};

function renderStatusNotice({
  data,
  enrollment,
  firmName,
  pack,
  locale,
}: NotificationToRender): OutboundMessage {
  const all = textsFor(locale);
  const texts = all.notifications;
  // The status of the change: by now the enrollment may have gone further.
  const status = (data['status'] ?? enrollment.officialStatus) as OfficialStatus;
  const reason = data['reason'] ?? null;
  const guide =
    status === 'invited' ? renderStepGuide(pack, stepGuideFor(pack, enrollment.reportedStep), locale) : null;
  const topics = topicsFor[status].filter((topic) => pack.faq.some((entry) => entry.topic === topic));
  return {
    paragraphs: [
      `${data['corrected'] === 1 ? texts.correctedMark : ''}${texts.status[status]({ firm: firmName })}`,
      ...(reason === null ? [] : [texts.reason({ reason: String(reason) })]),
      texts.statusNext[status]({ contacts: all.answering.topicLabels.contacts }),
      ...(guide === null ? [] : [texts.reminder.next({ guide: guide.text })]),
      ...(status === 'invited' && isFree(pack) ? [texts.free] : []),
    ],
    buttons: [
      topics.map((topic) =>
        callback(all.answering.topicLabels[topic], encodeCallback({ verb: 'topic', topic, locale })),
      ),
      [callback(texts.buttons.status, encodeCallback({ verb: 'status', uscc: enrollment.uscc }))],
    ],
    citation: guide === null ? null : formatCitation(guide.citation, locale),
  };
}

const callback = (label: string, data: string): Button => ({ label, kind: 'callback', data });
