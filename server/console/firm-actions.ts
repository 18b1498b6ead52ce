import type { OfficialChangeResult, ReminderPreview } from '../../activities/ports/firm-actions.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { ConsolePorts } from '../contract.ts';
import { lineOf, peopleFor } from './firm-timeline.ts';
import { inBoth } from './both.ts';
import { named } from './firm-words.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { visibleFirm } from './visible-firm.ts';

type Ids = 'changeStatus' | 'previewReminder' | 'remindFirm' | 'writeNote' | 'inviteFirm';
const longestNote = 1000;

/** What operators do with one firm of their cities. What may be done is decided behind `firmActions`. */
export function firmActionHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { firmActions, firmNotes, audit, clock } = ports;
  return {
    changeStatus: async ({ viewer: { account }, body }) => {
      const { packId, row } = await visibleFirm(ports, account, body);
      if (row.enrollment === null) throw new Refused('notFollowed');
      const { enrollmentId, uscc } = row.enrollment;
      const { status, reason, correction, basedOn, requestId, seen } = body;
      const result = await firmActions.changeStatus({
        ...{ packId, uscc, staffId: account.staffId, requestId },
        ...{ status, reason, correction, basedOn },
      });
      const changed = result.outcome === 'refused' && result.refusal.code === 'changedMeanwhile';
      const people = await peopleFor(ports, uscc, false);
      const later = changed ? await ports.enrollments.timeline(enrollmentId) : [];
      return {
        outcome: changed ? 'changedMeanwhile' : result.outcome,
        words: inBoth((t) => said(result, t)),
        meanwhile: later
          .filter(({ seq }) => seq > seen)
          .map((entry) => lineOf(entry, people))
          .reverse(),
      };
    },

    previewReminder: async ({ viewer: { account }, body }) => {
      const { packId, row } = await visibleFirm(ports, account, body);
      const target = { packId, uscc: row.firm.uscc, staffId: account.staffId };
      const preview = await firmActions.previewReminder(target, 'zh-CN');
      if (preview === null) throw new Refused('notFollowed');
      return shownPreview(preview);
    },

    remindFirm: async ({ viewer: { account }, body }) => {
      const { packId, row } = await visibleFirm(ports, account, body);
      const result = await firmActions.remind({ packId, uscc: row.firm.uscc, staffId: account.staffId });
      return {
        sent: result.outcome === 'sent' || result.outcome === 'collected',
        words: inBoth(({ consoleFirm: t }) =>
          result.outcome === 'unavailable' ? t.unavailable[result.code] : t.reminded(result),
        ),
      };
    },

    writeNote: async ({ viewer: { account }, body }) => {
      const { row } = await visibleFirm(ports, account, body);
      const text = body.text.trim();
      if (text === '' || Array.from(text).length > longestNote) throw new Refused('noteBad');
      const { staffId } = account;
      const { uscc } = row.firm;
      const id = `${staffId}/${body.requestId}`;
      await firmNotes.add({ id, uscc, staffId, text, at: clock.now().toISOString() });
      await audit.record({
        ...{ actor: staffId, action: 'console.writeNote', target: uscc, outcome: 'done' },
        once: `console.writeNote/${id}`,
      });
      return {};
    },

    inviteFirm: async ({ viewer: { account }, body }) => {
      const { packId, row } = await visibleFirm(ports, account, body);
      const made = await firmActions.invite({ packId, uscc: row.firm.uscc, staffId: account.staffId });
      if (made === null) throw new Refused('notListed');
      return {
        ...made,
        links: made.links.map((link) => ({
          ...link,
          channel: named(link.channel, (t) => t.consoleTexts.channels),
        })),
      };
    },
  };
}

function said(result: OfficialChangeResult, { bot, consoleFirm }: Texts): string {
  switch (result.outcome) {
    case 'applied':
      return consoleFirm.applied;
    case 'alreadyApplied':
      return consoleFirm.alreadyApplied;
    case 'refused':
      return bot.refusal(result.refusal);
    case 'unavailable':
      return consoleFirm.unavailable[result.code];
  }
}

const shownPreview = ({ message, recipients, skip, quietUntil }: ReminderPreview) => ({
  paragraphs: [...message.paragraphs, ...(message.citation === null ? [] : [message.citation])],
  buttons: message.buttons.flat().map(({ label }) => label),
  recipients,
  skip: skip === null ? null : { zh: labelOf(skip, 'zh-CN'), en: labelOf(skip, 'en') },
  quietUntil,
});

const labelOf = (skip: NonNullable<ReminderPreview['skip']>, locale: 'zh-CN' | 'en'): string =>
  textsFor(locale).enrollment.skipLabels[skip];
