import type { Capabilities } from '../channel.ts';
import { longestText } from './render-message.ts';

export const capabilities: Capabilities = {
  buttons: true,
  toasts: true,
  edits: true,
  groups: true,
  threads: true,
  proactive: true,
  attachments: true,
  textLimit: { most: longestText, unit: 'utf16' },
  // Telegram knows no keys: a reply whose fate is unknown is not repeated.
  keyedSends: false,
};
