import type { Capabilities } from '../channel.ts';

/** The shortest limit of the usual integrations behind it (Messenger's). */
export const longestText = 2_000;

/** Of Botpress itself; the integration behind a conversation may do less. */
export const capabilities: Capabilities = {
  buttons: true,
  toasts: false,
  edits: false,
  groups: true,
  threads: false,
  // Where the integration takes messages at any time; `place.ts` knows which do.
  proactive: true,
  attachments: true,
  textLimit: { most: longestText, unit: 'utf16' },
  keyedSends: false,
};
