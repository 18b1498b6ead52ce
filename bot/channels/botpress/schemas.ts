import { z } from '@botpress/sdk';
import { officialStatuses, reportedSteps } from '../../../knowledge/enrollment/state.ts';

/** Shapes of the bot's own actions, states and events. Botpress validates by them; the handlers' types come from them. */

/** The buttons shown last in a conversation: Botpress brings a tap as the text of its label. */
export const offered = z.object({
  buttons: z.array(z.object({ label: z.string(), data: z.string() })),
});

/**
 * Somebody's official status may have changed. Holds nothing of a firm: the bot reads what is true now, and for whom. It comes from
 * tongbao itself once it has told the person (`told`), or from a flow that wants them told.
 */
export const statusChanged = z.object({
  conversationId: z.string().title('Conversation').describe('A private conversation of the person'),
  userId: z.string().title('User').describe('The person, a verified contact'),
  changeId: z
    .string()
    .optional()
    .title('Change')
    .describe('The same for the same change and person, however often it is sent'),
  told: z.boolean().optional().title('Told').describe('The person has been told: nobody need do so again'),
});

const person = {
  conversationId: z.string().title('Conversation').describe('Where the person talks; must be private'),
  userId: z.string().title('User').describe('The person, who must be in that conversation'),
  uscc: z
    .string()
    .optional()
    .title('USCC')
    .describe('Which of the person’s firms; not needed where there is one'),
};

const ofFirm = {
  outcome: z.enum(['done', 'refused']),
  refusal: z
    .enum([
      'notLinked',
      'notYours',
      'chooseFirm',
      'notTracked',
      'notEnrolled',
      'notChanged',
      'noAnswer',
      'notPrivate',
    ])
    .optional(),
  text: z.string().title('Text').describe('Whole sentences to show'),
  firms: z.array(z.object({ uscc: z.string(), name: z.string() })).optional(),
};

export const askPolicy = {
  input: z.object({
    question: z.string().title('Question').describe('In the words of the person'),
    locale: z.enum(['zh-CN', 'en']).optional(),
  }),
  output: z.object({
    outcome: z.enum(['answer', 'clarify', 'handoff', 'smalltalk']),
    text: z.string(),
    source: z.string().optional().title('Source').describe('Where the answer comes from'),
  }),
};

export const enrollmentStatus = {
  input: z.object(person),
  output: z.object({
    ...ofFirm,
    officialStatus: z.enum(officialStatuses).optional(),
    reportedStep: z.enum(reportedSteps).optional(),
  }),
};

export const checkEligibility = {
  input: z.object({
    ...person,
    exportValueUsd: z.number().title('Export value').describe('Of the year, in US dollars'),
    year: z.number().optional().title('Year').describe('Of the exports; the base year where it is left out'),
  }),
  output: z.object({
    ...ofFirm,
    verdict: z.string().optional(),
  }),
};

export const reportStep = {
  input: z.object({
    ...person,
    step: z.enum(reportedSteps),
    requestId: z.string().title('Request').describe('The same ID twice is one report'),
  }),
  output: z.object({ ...ofFirm, reportedStep: z.enum(reportedSteps).optional() }),
};
