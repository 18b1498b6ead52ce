import type { Capabilities } from '../channel.ts';

/** QQ takes more, but folds what is longer than about this. */
export const longestText = 2_000;

export const capabilities: Capabilities = {
  // QQ shows none to accounts of people: labels are text, and what is typed for one comes back as a tap (`offers.ts`).
  buttons: false,
  toasts: false,
  edits: false,
  groups: true,
  threads: false,
  // To friends. A chat with somebody met in a group is `answersOnly`.
  proactive: true,
  attachments: true,
  textLimit: { most: longestText, unit: 'utf16' },
  keyedSends: false,
};
