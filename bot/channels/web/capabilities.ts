import type { Capabilities } from '../channel.ts';

export const capabilities: Capabilities = {
  buttons: true,
  toasts: true,
  edits: true,
  groups: false,
  threads: false,
  proactive: true,
  attachments: false,
  textLimit: null,
  keyedSends: true,
};
