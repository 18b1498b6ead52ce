import type { DefaultBot, z } from '@botpress/sdk';
import type * as schemas from './schemas.ts';

interface ActionOf<S extends { input: z.ZodTypeAny; output: z.ZodTypeAny }> {
  input: z.infer<S['input']>;
  output: z.infer<S['output']>;
}

/** What the vendor's command line would generate from `bot.definition.ts`. */
export type TongbaoBot = DefaultBot<{
  actions: {
    askPolicy: ActionOf<typeof schemas.askPolicy>;
    enrollmentStatus: ActionOf<typeof schemas.enrollmentStatus>;
    checkEligibility: ActionOf<typeof schemas.checkEligibility>;
    reportStep: ActionOf<typeof schemas.reportStep>;
  };
  events: { statusChanged: z.infer<typeof schemas.statusChanged> };
  states: { offered: { type: 'conversation'; payload: z.infer<typeof schemas.offered> } };
}>;
