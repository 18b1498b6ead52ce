import { z } from 'zod';
import { reportedSteps } from '../enrollment/state.ts';
import { allTopicIds, topicIds } from '../topics.ts';
import {
  amendment,
  applicationTerms,
  capFacts,
  eligibilityFacts,
  feesFacts,
  localText,
  payoutFacts,
  underwritingFacts,
} from './fact-schemas.ts';
import { packGroups } from './groups.ts';
import type { capUnits } from './fact-schemas.ts';

/**
 * A policy pack: everything that differs by province and year. Each group of facts names its source and the
 * section of it; `null` is "the source does not state it", never "no". Amounts are in the unit that the field names.
 */

/** Where a group of facts comes from: a source of `sources`, and the section there in its own words. */
const cited = { source: z.string(), section: z.string() };

const source = z.object({
  id: z.string(),
  title: localText,
  issuer: localText.nullable(),
  /** ISO date; null where the source states none (shown as 未载明). */
  date: z.iso.date().nullable(),
  /** `office` marks what the office sets itself (办公室设定). */
  kind: z.enum(['notice', 'office']),
  /** Sections that facts may cite, in the source's own words. */
  sections: z.array(z.string().min(1)).min(1),
});

/** `HH:mm` */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const stepGuide = z.object({
  ...cited,
  topic: z.enum(topicIds),
  /** The step that a firm reports when this page is done; null where nothing is reported. */
  reports: z.enum(reportedSteps).nullable(),
  /** What to do on this page, our words. Besides paths into the pack, `{menu}`, `{menu.N}`, `{button.N}` take the page's own labels. */
  instruction: localText,
  /** The way to this page: menus, column, page name, in the words of the site. */
  menu: z.array(z.string()),
  /** Links, boxes and buttons to use on this page, in the order of use, in the words of the page. */
  buttons: z.array(z.string()),
});

const faqEntry = z.object({
  /** Every core topic, and what else the source answers (further topics). */
  topic: z.enum(allTopicIds),
  /** Colloquial ways to ask, for retrieval. */
  questions: z.array(z.string()).min(3),
  questionsEn: z.array(z.string()).min(1),
  /** First line of the answer; `{path}` and `{path|form}` are filled from the facts (template.ts has the forms). */
  short: localText,
  /** Further paragraphs. */
  details: z.array(localText),
  /** Groups of facts that the answer cites, by their key in the pack (`payout`), or a step (`steps.5`). */
  cites: z.array(z.string()).min(1),
});

/** What a button has room for beside a firm's code and a step, within the 64 bytes of `callbacks.ts`. */
export const longestPackId = 20;
export const packIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(longestPackId);

export const policyPackSchema = z.object({
  id: packIdSchema,
  title: localText,
  /** Groups that nobody has compared with the source yet (`pack new`); while there are any, the pack is not loaded. */
  toFill: z.array(z.enum(packGroups)).default([]),
  /** An invented programme to learn with; every text of it says so. */
  fictional: z.boolean().default(false),
  province: z.string(),
  /** Where the programme is one city's. */
  city: z.string().nullable().default(null),
  /** Ways to name the province: 江苏省, 江苏, Jiangsu. */
  provinceAliases: z.array(z.string()),
  /** Cities of the province, as an import may name them. */
  cities: z.array(z.string()),
  policyYear: z.int(),
  sources: z.array(source).min(1),
  eligibility: z.object({ ...cited, ...eligibilityFacts }),
  application: z.object({
    ...cited,
    channelName: z.string(),
    channelUrl: z.url(),
    menuPath: z.array(z.string()),
    pendingEntry: z.string(),
    doneMessage: z.string(),
    card: z.string(),
    /** Part of the channel that the menu path leads to, and the column of it with the pending entry. */
    serviceCentre: z.string(),
    enrollmentColumn: z.string(),
    /** Where a firm sees what it has submitted. */
    submittedListPage: z.string(),
    /** Guides that the source mentions but that are not in its text. */
    videoTutorial: localText.nullable(),
    ...applicationTerms,
  }),
  steps: z.array(stepGuide).min(1),
  realNameVerification: z.object({ ...cited, what: localText, where: z.string() }),
  systemRequirements: z.object({
    ...cited,
    operatingSystems: z.array(z.string()),
    bits: z.array(z.int()),
    notRecommended: z.array(z.string()),
    browsers: z.array(z.object({ name: z.string(), minVersion: z.int() })),
    recommendedBrowsers: z.array(z.string()),
    clientSoftware: z.string(),
  }),
  cardLogin: z.object({
    ...cited,
    media: z.array(z.string()),
    /** The card wants a reader that is connected to the computer; an IKEY is plugged in itself. */
    readerRequired: z.boolean(),
    /** Choice on the login page. */
    loginEntry: z.string(),
    passwordName: z.string(),
    loginButton: z.string(),
  }),
  coverage: z.object({
    ...cited,
    business: localText,
    creditTermMaxDays: z.int().positive().nullable(),
    exclusions: localText.nullable(),
    exclusionsListedIn: z.string().nullable(),
  }),
  risks: z.object({
    ...cited,
    items: z.array(z.object({ id: z.string(), label: localText })).min(1),
    detailsIn: z.string().nullable(),
  }),
  payout: z.object({ ...cited, ...payoutFacts }),
  cap: z.object({ ...cited, ...capFacts }),
  fees: z.object({ ...cited, ...feesFacts }),
  /** How insurers share the programme; null where one does. */
  underwriting: z
    .object({ ...cited, ...underwritingFacts })
    .nullable()
    .default(null),
  returnedRenewal: z.object({ ...cited, reason: localText, noticeWhere: z.string() }),
  termination: z.object({ ...cited, reason: localText, noticeForm: localText }),
  contacts: z.object({
    ...cited,
    policyQuestions: z.array(localText),
    operation: z.array(z.object({ role: localText, name: z.string(), phone: z.string(), city: z.string() })),
  }),
  qqGroup: z.object({ ...cited, name: z.string(), number: z.string(), city: z.string() }).nullable(),
  app: z
    .object({
      ...cited,
      name: z.string(),
      purpose: localText,
      /** When the app is of use. */
      usedAfter: localText,
      stores: z.array(z.string()),
      qrCodeInSource: z.boolean(),
      invitationCodeName: z.string(),
      /** Labels of the registration pages. */
      buttons: z.array(z.string()),
      registration: z.array(localText),
    })
    .nullable(),
  insurer: z.object({
    ...cited,
    name: z.string(),
    shortName: z.string(),
    branch: z.string(),
    legalStatus: localText,
    what: localText,
  }),
  /** Whose programme it is, and who carries it out. */
  programme: z.object({
    ...cited,
    authorities: z.array(z.string()).min(1),
    undertakenBy: z.string(),
    /** The kind of programme by its own name, such as 普惠平台类. */
    category: z.string().nullable().default(null),
  }),
  amendments: z.array(amendment).default([]),
  background: z.object({
    ...cited,
    basis: localText,
    what: localText,
    incentives: z.array(z.string()),
  }),
  reminders: z.object({
    ...cited,
    firstAfterWorkingDays: z.int().min(1),
    everyWorkingDays: z.int().min(1),
    everyWorkingDaysAt: z.partialRecord(z.enum(['none', ...reportedSteps]), z.int().min(1)).default({}),
    maxReminders: z.int().min(0),
    sendAt: timeOfDay,
    sendUntil: timeOfDay.default('18:00'),
    timeZone: z.literal('Asia/Shanghai'),
    daysBeforeDeadline: z.array(z.int().min(0)).default([]),
    maxPerWeek: z.int().min(1).max(7).nullable().default(null),
    escalateAfter: z.int().min(1).nullable().default(null),
  }),
  /** When the office opens the next year's enrollment to the firms of this one; null where it has not decided. */
  renewal: z
    .object({
      ...cited,
      /** First day, in Shanghai. */
      opensOn: z.iso.date(),
      /** The pack that firms renew into. */
      nextPack: packIdSchema,
    })
    .nullable()
    .default(null),
  /** English of names and of labels that the source has in Chinese only: name -> gloss. */
  glosses: z.record(z.string(), z.string().min(1)),
  faq: z.array(faqEntry),
});

export type PolicyPack = z.infer<typeof policyPackSchema>;
export type StepGuide = PolicyPack['steps'][number];
export type FaqEntry = PolicyPack['faq'][number];
export type LocalText = z.infer<typeof localText>;
export type CapUnit = (typeof capUnits)[number];
