import type { ChatIdentity, FirmRow, LinkedFirm } from '../../activities/ports/store.ts';
import type { Answer, Locale } from '../../knowledge/answering/types.ts';
import { judgeEligibility } from '../../knowledge/eligibility/judge.ts';
import { renderVerdict } from '../../knowledge/eligibility/render.ts';
import type { EligibilityVerdict } from '../../knowledge/eligibility/types.ts';
import type { OfficialStatus, ReportedStep } from '../../knowledge/enrollment/state.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { formatCitation } from '../../knowledge/packs/render.ts';
import { tryChange } from './change.ts';
import { shanghaiYear } from './dates.ts';
import { languageOf } from '../../knowledge/answering/text/language.ts';
import type { EnginePorts } from './ports.ts';
import { statusMessage } from './status-message.ts';
import { unavailableText } from './unavailable-text.ts';

/** For whom something is asked: the channel vouches for who that is. */
export interface OnBehalfOf {
  channel: string;
  externalUserId: string;
  locale: Locale | null;
}

/** `noAnswer`: it may take effect or not; nobody asks again, so the same event is to be given once more. */
type FirmRefusal =
  'notLinked' | 'notYours' | 'chooseFirm' | 'notTracked' | 'notEnrolled' | 'notChanged' | 'noAnswer';

/** Whole sentences to show, and what a program may decide by. */
type FirmAction<Done> =
  | ({ outcome: 'done'; text: string } & Done)
  /** `firms`: which of them it could be; of nobody else's firm is anything told, not even whether it exists. */
  | { outcome: 'refused'; refusal: FirmRefusal; text: string; firms: LinkedFirm[] };

/**
 * What a program beside a conversation may ask, such as a flow that an office has drawn at its vendor's. What touches a firm
 * is done for a verified contact of that firm and for nobody else.
 */
export interface OutsideActions {
  /** Policy only, with its source; nothing of a firm is in reach. */
  askPolicy(i: { question: string; locale: Locale | null }): {
    outcome: Answer['outcome'];
    text: string;
    source: string | null;
  };
  enrollmentStatus(
    who: OnBehalfOf,
    i: { uscc: string | null },
  ): Promise<FirmAction<{ officialStatus: OfficialStatus; reportedStep: ReportedStep | null }>>;
  /** By the firm's own place on the approved list, and a value in whole US dollars. */
  checkEligibility(
    who: OnBehalfOf,
    i: { uscc: string | null; exportValueUsd: number; year: number | null },
  ): Promise<FirmAction<{ verdict: EligibilityVerdict['verdict'] }>>;
  /** The same `eventId` twice is one report. */
  reportStep(
    who: OnBehalfOf,
    i: { uscc: string | null; step: ReportedStep; eventId: string },
  ): Promise<FirmAction<{ reportedStep: ReportedStep }>>;
}

interface Own {
  identity: ChatIdentity;
  locale: Locale;
  row: FirmRow;
}

export function createOutsideActions(ports: EnginePorts): OutsideActions {
  const { answerer, pack, clock, commands, stores, log } = ports;

  /** The only way to a firm: through the firms that the person is linked to. */
  async function withOwn<Done>(
    who: OnBehalfOf,
    wanted: string | null,
    act: (own: Own) => Promise<FirmAction<Done>>,
  ): Promise<FirmAction<Done>> {
    const { channel, externalUserId } = who;
    const identity = await stores.identities.upsertIdentity({ channel, externalUserId });
    const locale = who.locale ?? identity.locale;
    const { bot } = textsFor(locale);
    const own = await stores.identities.linkedFirms(identity.id);
    const uscc =
      wanted === null
        ? own.length === 1
          ? (own[0]?.uscc ?? null)
          : null
        : await stores.firmMoves.currentCode(wanted.toUpperCase());
    if (own.length === 0) return refused('notLinked', bot.link.how);
    if (uscc === null) return refused('chooseFirm', bot.status.choose, own);
    if (!own.some((firm) => firm.uscc === uscc)) {
      const refusal = { actor: identity.id, action: 'readFirm', target: uscc, outcome: 'refused' };
      await stores.audit.record(refusal);
      log.warn('firm.refused', { identityId: identity.id });
      return refused('notYours', bot.status.notYours);
    }
    const row = await stores.firms.firmRow(pack.id, uscc);
    return row === null ? refused('notTracked', bot.notTracked) : act({ identity, locale, row });
  }

  return {
    askPolicy({ question, locale }) {
      const asked = locale ?? languageOf(question) ?? 'zh-CN';
      const { outcome, text, citations } = answerer.ask(question, asked);
      const source = [...new Set(citations.map((citation) => formatCitation(citation, asked)))].join('\n');
      return { outcome, text, source: source === '' ? null : source };
    },

    enrollmentStatus: (who, { uscc }) =>
      withOwn(who, uscc, async ({ row, locale }) => {
        const { enrollment } = row;
        if (enrollment === null) return notEnrolled(row, locale);
        const timeline = await stores.enrollments.timeline(enrollment.enrollmentId);
        return {
          outcome: 'done',
          text: statusMessage(row, timeline, locale).paragraphs.join('\n'),
          officialStatus: enrollment.officialStatus,
          reportedStep: enrollment.reportedStep,
        };
      }),

    checkEligibility: (who, { uscc, exportValueUsd, year }) =>
      withOwn(who, uscc, async ({ row, locale }) => {
        const verdict = judgeEligibility(
          pack,
          {
            exportValue: { amount: exportValueUsd, currency: 'USD' },
            ...{ year, province: pack.province, listed: row.enrollment !== null },
          },
          shanghaiYear(clock.now()),
        );
        const { paragraphs, citation } = renderVerdict(pack, verdict, locale);
        const text = [...paragraphs, formatCitation(citation, locale)].join('\n');
        return { outcome: 'done', text, verdict: verdict.verdict };
      }),

    reportStep: (who, { uscc, step, eventId }) =>
      withOwn(who, uscc, async ({ identity, row, locale }) => {
        const { enrollment, firm } = row;
        if (enrollment === null) return notEnrolled(row, locale);
        const texts = textsFor(locale);
        const result = await tryChange(() =>
          commands.reportStep({
            ...{ enrollmentId: enrollment.enrollmentId, eventId, step },
            ...{ source: 'firm', actor: identity.id },
          }),
        );
        switch (result.outcome) {
          case 'applied':
          case 'alreadyApplied': {
            const { steps } = texts.bot;
            const text =
              step === 'submitted'
                ? steps.recordedSubmitted({ firm: firm.name })
                : `${steps.recorded({ firm: firm.name, step })}${steps.notFinal}`;
            return { outcome: 'done', text, reportedStep: step };
          }
          case 'refused':
            return refused('notChanged', texts.bot.refusal(result.refusal));
          case 'unavailable':
            log.warn('enrollment.unavailable', {
              enrollmentId: enrollment.enrollmentId,
              code: result.code,
            });
            return result.code === 'noAnswer'
              ? refused('noAnswer', texts.bot.noAnswerOutside)
              : refused('notChanged', unavailableText(texts, result.code, row));
        }
      }),
  };
}

const refused = (
  refusal: FirmRefusal,
  text: string | string[],
  firms: LinkedFirm[] = [],
): Extract<FirmAction<unknown>, { outcome: 'refused' }> => ({
  ...{ outcome: 'refused', refusal, firms },
  text: typeof text === 'string' ? text : text.join('\n'),
});

const notEnrolled = ({ firm }: FirmRow, locale: Locale) =>
  refused('notEnrolled', textsFor(locale).bot.status.notEnrolled({ firm: firm.name }));
