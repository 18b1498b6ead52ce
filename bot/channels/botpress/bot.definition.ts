import { BotDefinition, z } from '@botpress/sdk';
import {
  askPolicy,
  checkEligibility,
  enrollmentStatus,
  offered,
  reportStep,
  statusChanged,
} from './schemas.ts';

/** What Botpress has to know of the bot; see `docs/botpress.md`. The handlers are in `create-bot.ts` and run on our server. */
export default new BotDefinition({
  configuration: { schema: z.object({}) },
  states: {
    offered: { type: 'conversation', schema: offered },
  },
  events: {
    statusChanged: { schema: statusChanged },
  },
  actions: {
    askPolicy: {
      title: 'Ask about the policy',
      description: 'A cited answer from the policy pack, or whom to ask',
      input: { schema: askPolicy.input },
      output: { schema: askPolicy.output },
    },
    enrollmentStatus: {
      title: 'Enrollment status',
      description: 'Where the firm of a verified contact stands',
      input: { schema: enrollmentStatus.input },
      output: { schema: enrollmentStatus.output },
    },
    checkEligibility: {
      title: 'Check eligibility',
      description: 'Whether the firm of a verified contact qualifies',
      input: { schema: checkEligibility.input },
      output: { schema: checkEligibility.output },
    },
    reportStep: {
      title: 'Report a step',
      description: 'Notes as the firm’s own word that a step is done',
      input: { schema: reportStep.input },
      output: { schema: reportStep.output },
    },
  },
});
