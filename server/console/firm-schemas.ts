import { z } from 'zod';
import { firmOrders } from '../../activities/ports/console-firms.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';

/** Firms as the console's interface shows them. What is shown to people comes as words in both languages. */

const text = (max: number) => z.string().max(max);
const instant = z.string().nullable().meta({ description: 'ISO 8601, UTC.' });
export const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });
export const choice = z.object({ value: z.string(), zh: z.string(), en: z.string() }).meta({ id: 'Choice' });

export const packBody = z
  .object({ packId: text(100).nullable().meta({ description: 'Null: the office’s own.' }) })
  .meta({ id: 'PackChoice' });

export const firmOptions = z
  .object({
    packId: z.string(),
    packs: z.array(choice),
    ...{ cities: z.array(z.string()), statuses: z.array(choice), steps: z.array(choice) },
    officers: z.array(z.object({ staffId: z.string(), name: z.string() }).meta({ id: 'Officer' })),
  })
  .meta({ id: 'FirmOptions' });

export const filter = {
  packId: text(100),
  text: text(100).meta({
    description: 'Part of name, pinyin initials, code; for operators of a contact too.',
  }),
  city: text(50).nullable(),
  officialStatus: z.enum(officialStatuses).nullable(),
  reportedStep: z.enum([...reportedSteps, 'none']).nullable(),
  officerId: text(100).nullable().meta({ description: '`none`: nobody is named.' }),
  unchangedDays: z.int().min(0).max(3650).nullable(),
  reachable: z.boolean().nullable(),
  order: z.enum(firmOrders),
  descending: z.boolean(),
};
export const exportBody = z
  .object({
    ...filter,
    usccs: z.array(text(40)).max(500).optional().meta({ description: 'These alone, as they were selected.' }),
  })
  .meta({ id: 'FirmFilter' });
export const searchBody = z
  .object({ ...filter, page: z.int().min(1).max(100_000), pageSize: z.int().min(1).max(100) })
  .meta({ id: 'FirmSearch' });

const firmLine = z
  .object({
    ...{ uscc: z.string(), name: z.string(), city: z.string(), listed: z.boolean() },
    ...{ officialStatus: words.nullable(), reportedStep: words.nullable() },
    ...{ changedAt: instant, officerId: z.string().nullable(), officer: z.string().nullable() },
    reachable: z.boolean(),
  })
  .meta({ id: 'FirmLine' });
export const firmPage = z.object({ total: z.int(), firms: z.array(firmLine) }).meta({ id: 'FirmPage' });

export const firmBody = z.object({ packId: text(100).nullable(), uscc: text(40) }).meta({ id: 'FirmChoice' });

export const timelineLine = z
  .object({ key: z.string(), at: z.string(), who: words, from: words, what: words })
  .meta({ id: 'TimelineLine' });

const deciding = z
  .object({
    basedOn: z.string(),
    seen: z.int().meta({ description: 'Number of the last entry of the timeline.' }),
    choices: z.array(
      z
        .object({
          ...{ status: z.enum(officialStatuses), name: words, needsReason: z.boolean() },
          refusal: words.nullable().meta({ description: 'Why it cannot become this; null where it can.' }),
        })
        .meta({ id: 'OfficialChoice' }),
    ),
    contacts: z.int().meta({ description: 'People who would be told.' }),
  })
  .meta({ id: 'FirmDeciding' });

export const firmDetail = z
  .object({
    ...{ uscc: z.string(), name: z.string(), city: z.string(), listed: z.boolean(), packId: z.string() },
    masked: z.boolean().meta({ description: 'Names and numbers are not shown whole.' }),
    ...{ contactName: z.string().nullable(), contactPhone: z.string().nullable() },
    ...{ exports: words.nullable(), exportYear: z.int().nullable() },
    ...{ officerId: z.string().nullable(), officer: z.string().nullable() },
    formerly: z.object({ names: z.array(z.string()), codes: z.array(z.string()) }).meta({ id: 'Formerly' }),
    enrollment: z
      .object({
        ...{ status: words, since: instant, reason: z.string().nullable() },
        ...{ step: words.nullable(), reportedAt: instant },
        ...{ nextReminderAt: instant, snoozedUntil: instant, lastReminderAt: instant },
        unanswered: z.int(),
      })
      .nullable()
      .meta({ id: 'FirmEnrollment', description: 'Null where it is not followed.' }),
    eligibility: z
      .object({ verdict: words, reasons: z.array(words), source: words })
      .nullable()
      .meta({ id: 'FirmEligibility', description: 'Null for a pack that is not served.' }),
    timeline: z.array(timelineLine),
    deciding: deciding.nullable().meta({
      description: 'What its official status may become. Null for viewers and where it is not followed.',
    }),
    workflowUrl: z
      .string()
      .nullable()
      .meta({ description: 'In the Temporal UI; null where no address is known.' }),
    contacts: z.array(
      z
        .object({
          channels: z.array(z.object({ name: words, blocked: z.boolean() }).meta({ id: 'ContactChannel' })),
          ...{ since: z.string(), by: words, primary: z.boolean(), remindersStopped: z.boolean() },
        })
        .meta({ id: 'FirmContact' }),
    ),
    notifications: z.array(
      z
        .object({ at: z.string(), kind: words, channel: words, state: words })
        .meta({ id: 'FirmNotification' }),
    ),
  })
  .meta({ id: 'FirmDetail' });
