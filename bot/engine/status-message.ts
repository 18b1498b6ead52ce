import type { FirmRow } from '../../activities/ports/store.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../knowledge/message.ts';
import type { OfEnrollment } from '../../knowledge/wish-callbacks.ts';
import { dateText, dateTimeText } from './dates.ts';
import { message, tap } from './replies.ts';

const timelineLines = 5;

/** Where a firm stands: what is official, what it said itself, what comes next. Pure. */
export function statusMessage(row: FirmRow, timeline: TimelineEntry[], locale: Locale): OutboundMessage {
  const texts = textsFor(locale).bot.status;
  const { enrollment } = row;
  if (enrollment === null) return message([texts.notEnrolled({ firm: row.firm.name })]);
  const mark = enrollment.trial ? texts.trialMark : '';
  const official = texts.official({
    firm: row.firm.name,
    status: enrollment.officialStatus,
    since: dateText(enrollment.officialSince, locale),
  });
  return message(
    [
      `${mark}${official}`,
      ...(enrollment.officialReason === null ? [] : [texts.reason({ reason: enrollment.officialReason })]),
      reportedText(enrollment, locale),
      ...reminderText(enrollment, locale),
      ...timelineText(timeline, locale),
    ],
    firmButtons(enrollment, locale),
  );
}

function reportedText(enrollment: EnrollmentSnapshot, locale: Locale): string {
  const texts = textsFor(locale).bot.status;
  const { reportedStep: step, reportedAt } = enrollment;
  const at = reportedAt === null ? null : dateText(reportedAt, locale);
  if (step === null) return texts.reportedNothing;
  return step === 'submitted' && enrollment.officialStatus === 'invited'
    ? texts.reportedSubmitted({ at })
    : texts.reported({ step, at });
}

function reminderText(enrollment: EnrollmentSnapshot, locale: Locale): string[] {
  const texts = textsFor(locale).bot.status;
  if (!openForReports(enrollment)) return [];
  const { snoozedUntil, nextReminderAt, now, declinedAt } = enrollment;
  if (declinedAt !== null)
    return [textsFor(locale).wishes.decline.said({ at: dateText(declinedAt, locale) })];
  if (enrollment.reportedStep === 'submitted') return [];
  const snoozed = snoozedUntil !== null && snoozedUntil > now;
  const next =
    nextReminderAt === null
      ? texts.noReminder
      : texts.nextReminder({ at: dateTimeText(nextReminderAt, locale) });
  return [snoozed ? `${texts.snoozed({ until: dateTimeText(snoozedUntil, locale) })}${next}` : next];
}

function timelineText(timeline: TimelineEntry[], locale: Locale): string[] {
  const lines = timeline.flatMap((entry) => {
    const what = entryText(entry, locale);
    return what === null ? [] : [`• ${dateText(entry.at, locale)} ${what}`];
  });
  if (lines.length === 0) return [];
  return [[textsFor(locale).bot.status.timelineTitle, ...lines.slice(-timelineLines)].join('\n')];
}

function entryText({ event }: TimelineEntry, locale: Locale): string | null {
  const texts = textsFor(locale).bot.status.timelineEntry;
  switch (event.type) {
    case 'invited':
      return texts.invited;
    case 'stepReported':
      return texts.stepReported(event);
    case 'stepCorrected':
      return texts.stepCorrected(event);
    case 'officialChanged':
      return texts.officialChanged(event);
    case 'officialCorrected':
      return texts.officialCorrected(event);
    case 'declinedByFirm':
    case 'declineTakenBack':
    case 'renewalRefused':
    case 'contactLinked':
    case 'moved':
    case 'movedFrom':
      return texts[event.type];
    case 'snoozed':
      return texts.snoozed({ until: dateText(event.until, locale) });
    case 'reminded':
      return event.outcome === 'sent' ? texts.reminded : null;
    case 'noticed':
      return event.outcome === 'sent' ? texts.noticed : null;
    case 'reminderFellDue':
      return null;
  }
}

/** Whether the firm still has pages to go through: only then is there something to report, to ask or to snooze. */
export const openForReports = (enrollment: EnrollmentSnapshot): boolean =>
  enrollment.officialStatus === 'invited';

function snoozeButtons(of: OfEnrollment, locale: Locale): Button[] {
  const { button } = textsFor(locale).bot;
  return [
    tap(button.snoozeShort, { verb: 'snooze', ...of, workingDays: 1 }),
    tap(button.snoozeLong, { verb: 'snooze', ...of, workingDays: 5 }),
  ];
}

export function firmButtons(enrollment: EnrollmentSnapshot, locale: Locale): Button[][] {
  const { button } = textsFor(locale).bot;
  const { topicLabels } = textsFor(locale).answering;
  const of = { uscc: enrollment.uscc, pack: enrollment.packId };
  if (!openForReports(enrollment)) {
    return enrollment.officialStatus === 'returned'
      ? [[tap(topicLabels['returned-renewal'], { verb: 'topic', topic: 'returned-renewal', locale })]]
      : [];
  }
  const correct =
    enrollment.reportedStep === null ? [] : [[tap(button.correct, { verb: 'corrections' as const, ...of })]];
  if (enrollment.declinedAt !== null) {
    const { takeBack } = textsFor(locale).wishes.button;
    return [[tap(takeBack, { verb: 'decline', ...of, action: 'takeBack' })]];
  }
  if (enrollment.reportedStep === 'submitted') {
    return [[tap(topicLabels['after-submit'], { verb: 'topic', topic: 'after-submit', locale })], ...correct];
  }
  return [
    [tap(button.report, { verb: 'steps', ...of }), tap(button.stepHelp, { verb: 'help', ...of })],
    snoozeButtons(of, locale),
    ...correct,
    ...(enrollment.trial && enrollment.nextReminderAt !== null
      ? [[tap(button.nextReminder, { verb: 'nextReminder', ...of })]]
      : []),
  ];
}
