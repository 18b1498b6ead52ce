import type { OutsideActions } from '../../bot/engine/outside-actions.ts';
import type { Engine } from '../../bot/model.ts';

const nothing = { paragraphs: [], buttons: [], citation: null };

/** The engine of the packs that are served when a message comes: one message is handled by one of them. */
export const engineOf = (latest: () => Engine): Engine => ({
  handle: (message, handling) => latest().handle(message, handling),
  answersUnasked: async (message) => (await latest().answersUnasked?.(message)) ?? false,
  groupGreeting: (channel, locale) => latest().groupGreeting?.(channel, locale) ?? nothing,
});

export const outsideActionsOf = (latest: () => OutsideActions): OutsideActions => ({
  askPolicy: (asked) => latest().askPolicy(asked),
  enrollmentStatus: (who, asked) => latest().enrollmentStatus(who, asked),
  checkEligibility: (who, asked) => latest().checkEligibility(who, asked),
  reportStep: (who, asked) => latest().reportStep(who, asked),
});
