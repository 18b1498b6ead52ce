import { pageTopicIds } from '../topics.ts';
import type { TopicId } from '../topics.ts';

/** Topics that askers come with together; a goal is to be met in each group, not only on the whole. */
export const topicGroups = {
  /** Who may join, how, and whom to ask. */
  general: [
    'eligibility',
    'how-to-apply',
    'contacts',
    'qq-group',
    'fees',
    'what-is-sinosure',
    'policy-background',
  ],
  /** What is insured, and how much is paid. */
  cover: ['coverage-scope', 'credit-term', 'risks-covered', 'payout-ratio', 'max-indemnity'],
  /** What is done on the pages, one after the other. */
  steps: ['requirements-system', ...pageTopicIds],
  /** What comes after the last page. */
  afterwards: ['after-submit', 'returned-renewal', 'terminated', 'app'],
} as const satisfies Record<string, readonly TopicId[]>;

export type TopicGroup = keyof typeof topicGroups;

export const topicGroupNames = Object.keys(topicGroups) as TopicGroup[];
