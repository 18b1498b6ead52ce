import type { Locale } from '../answering/types.ts';
import { encodeCallback } from '../callbacks.ts';
import type { EnrollmentSnapshot, NotificationKind } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import { stepGuideFor } from '../packs/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import { isFree } from './is-free.ts';

/** Several firms that one person is told of at once. */
export interface DigestToRender {
  kind: NotificationKind;
  firms: {
    enrollment: EnrollmentSnapshot;
    pack: PolicyPack;
    firmName: string;
    data: Record<string, string | number | null>;
  }[];
  locale: Locale;
  /** As `NotificationToRender.byMail`. */
  byMail?: boolean;
}

type Firm = DigestToRender['firms'][number];

/** A message stays readable, and within the limits of every channel. */
const mostFirms = 30;
const mostButtons = 8;

export function renderDigest({ kind, firms, locale, byMail = false }: DigestToRender): OutboundMessage {
  const texts = textsFor(locale).notifications;
  const { digest } = texts;
  const toStaff = kind === 'escalation';
  const shown = firms.slice(0, mostFirms);
  const count = firms.length;
  const lines = shown.map((firm) => (toStaff ? silentLine(firm, locale) : waitingLine(firm, locale)));
  const more = count > shown.length ? [digest.more({ count: count - shown.length })] : [];
  const mark = firms.some(({ enrollment }) => enrollment.trial) ? texts.trialMark : '';
  const first = toStaff ? digest.silent({ count }) : digest.waiting({ count });
  return {
    paragraphs: [
      `${mark}${first}`,
      [...lines, ...more].join('\n'),
      ...(toStaff ? [] : closing(firms, locale, byMail)),
    ],
    buttons: toStaff
      ? []
      : firms
          .slice(0, mostButtons)
          .map(({ firmName, enrollment: { uscc, packId: pack } }) => [
            { label: firmName, kind: 'callback', data: encodeCallback({ verb: 'status', uscc, pack }) },
          ]),
    citation: null,
  };
}

function waitingLine({ enrollment, pack, firmName }: Firm, locale: Locale): string {
  const texts = textsFor(locale);
  const { reports, topic } = stepGuideFor(pack, enrollment.reportedStep);
  const step = reports === null ? texts.answering.topicLabels[topic] : texts.enrollment.stepLabels[reports];
  const { deadline } = pack.application;
  return texts.notifications.digest.waitingLine({ firm: firmName, step, deadline });
}

const silentLine = ({ enrollment, firmName, data }: Firm, locale: Locale): string =>
  textsFor(locale).notifications.digest.silentLine({
    firm: firmName,
    uscc: enrollment.uscc,
    count: Number(data['unanswered'] ?? enrollment.unanswered),
  });

function closing(firms: Firm[], locale: Locale, byMail: boolean): string[] {
  const { digest, free } = textsFor(locale).notifications;
  return [...(firms.every(({ pack }) => isFree(pack)) ? [free] : []), byMail ? digest.howByMail : digest.how];
}
