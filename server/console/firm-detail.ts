import type { z } from 'zod';
import type { FirmRow } from '../../activities/ports/store.ts';
import { maskName, maskPhone } from '../../knowledge/console/mask.ts';
import { judgeEligibility } from '../../knowledge/eligibility/judge.ts';
import { renderReason } from '../../knowledge/eligibility/render.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { officialChoices } from '../../knowledge/enrollment/official-choices.ts';
import { standingMark } from '../../knowledge/enrollment/standing-mark.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { formatUsd } from '../../knowledge/packs/amounts.ts';
import { citationOf } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ConsolePorts } from '../contract.ts';
import type { firmDetail as schema } from './firm-schemas.ts';
import { peopleFor, timelineOf } from './firm-timeline.ts';
import { inBoth } from './both.ts';
import { named, stepWords } from './firm-words.ts';

type Detail = z.output<typeof schema>;

/** All that a firm's page shows. `masked`: names and numbers are not whole. */
export async function firmDetail(
  ports: ConsolePorts,
  { row, packId, masked }: { row: FirmRow; packId: string; masked: boolean },
): Promise<Detail> {
  const { firm, enrollment } = row;
  const enrollmentId = enrollmentIdOf(packId, firm.uscc);
  const [officer, timeline, notes, people, contacts, notifications] = await Promise.all([
    ports.firms.officerOf(firm.uscc),
    ports.enrollments.timeline(enrollmentId),
    ports.firmNotes.of(firm.uscc),
    peopleFor(ports, firm.uscc, masked),
    contactsOf(ports, firm.uscc),
    ports.firms.notificationsOf(enrollmentId),
  ]);
  const pack = ports.packs.find(({ id }) => id === packId);
  const { contactName, contactPhone, priorYearExportUsd } = firm;
  return {
    ...{ uscc: firm.uscc, name: firm.name, city: firm.city, listed: firm.listed, packId, masked },
    ...{ officerId: officer?.staffId ?? null, officer: officer?.name ?? null },
    contactName: masked && contactName !== null ? maskName(contactName) : contactName,
    contactPhone: masked && contactPhone !== null ? maskPhone(contactPhone) : contactPhone,
    exports:
      priorYearExportUsd === null
        ? null
        : { zh: formatUsd(priorYearExportUsd, 'zh-CN'), en: formatUsd(priorYearExportUsd, 'en') },
    exportYear: firm.exportYear,
    formerly: row.formerly ?? { names: [], codes: [] },
    enrollment: enrollment && standingOf(enrollment),
    eligibility: pack === undefined ? null : eligibilityOf(pack, row, ports.clock.now()),
    timeline: timelineOf(timeline, notes, people),
    deciding: masked || enrollment === null ? null : decidingOn(enrollment, timeline, contacts.length),
    workflowUrl: masked || enrollment === null ? null : ports.workflowUrl(enrollmentId),
    contacts,
    notifications: notifications.map(({ at, kind, channel, state }) => ({
      at,
      kind: named(kind, (t) => t.consoleTexts.kinds),
      channel: named(channel, (t) => t.consoleTexts.channels),
      state: named(state, (t) => t.consoleTexts.states),
    })),
  };
}

const standingOf = (e: EnrollmentSnapshot): Detail['enrollment'] => ({
  status: inBoth((t) => t.enrollment.statusLabels[e.officialStatus]),
  ...{ since: e.officialSince, reason: e.officialReason },
  ...{ step: stepWords(e.reportedStep), reportedAt: e.reportedAt },
  ...{ nextReminderAt: e.nextReminderAt, lastReminderAt: e.lastReminderAt, unanswered: e.unanswered },
  snoozedUntil: e.snoozedUntil !== null && e.snoozedUntil > e.now ? e.snoozedUntil : null,
});

/** By the same rules, and with the same reasons, as the bot judges what a firm says of itself. */
export function eligibilityOf(pack: PolicyPack, { firm }: FirmRow, now: Date): Detail['eligibility'] {
  const { priorYearExportUsd, exportYear, city, listed } = firm;
  const verdict = judgeEligibility(
    pack,
    {
      exportValue: priorYearExportUsd === null ? null : { amount: priorYearExportUsd, currency: 'USD' },
      ...{ year: exportYear, province: city, listed },
    },
    now.getFullYear(),
  );
  const { verdict: outcome, reasons, baseYear } = verdict;
  return {
    // The bot's own headline speaks to the firm.
    verdict: inBoth((t) => t.consoleTexts.verdicts[outcome]),
    reasons: reasons.map((reason) => ({
      zh: renderReason(pack, reason, baseYear, 'zh-CN'),
      en: renderReason(pack, reason, baseYear, 'en'),
    })),
    source: {
      zh: citationOf(pack, pack.eligibility, 'zh-CN').source,
      en: citationOf(pack, pack.eligibility, 'en').source,
    },
  };
}

/** What is offered, and by what sight: whoever decides says it back. */
const decidingOn = (
  enrollment: EnrollmentSnapshot,
  timeline: readonly TimelineEntry[],
  contacts: number,
): Detail['deciding'] => ({
  basedOn: standingMark(enrollment),
  seen: timeline.at(-1)?.seq ?? 0,
  choices: officialChoices(enrollment).map(({ status, needsReason, refusal }) => ({
    ...{ status, needsReason },
    name: inBoth((t) => t.enrollment.statusLabels[status]),
    refusal: refusal && inBoth((t) => t.bot.refusal(refusal)),
  })),
  contacts,
});

/** Who is linked: no names and no accounts, which nobody here needs to call a firm. */
async function contactsOf(
  { identities, contacts }: Pick<ConsolePorts, 'identities' | 'contacts'>,
  uscc: string,
): Promise<Detail['contacts']> {
  const [people, channels] = await Promise.all([contacts.peopleOf(uscc), identities.contactsOf(uscc)]);
  return people.map(({ personId, since, by, primary }) => {
    const own = channels.filter((channel) => channel.personId === personId);
    return {
      channels: own.map(({ channel, blocked }) => ({
        name: named(channel, (t) => t.consoleTexts.channels),
        blocked,
      })),
      ...{ since, primary, by: named(by, (t) => t.consoleTexts.letInBy) },
      remindersStopped: own.some(({ remindersStopped }) => remindersStopped),
    };
  });
}
