/** Pages of the Single Window that a firm goes through, in their order. */
export const pageTopicIds = [
  'login-card',
  'real-name-auth',
  'contact-info-step',
  'view-documents',
  'confirm-step',
  'seal-step',
  'sign-agreement-step',
  'data-authorization-step',
] as const;

/** Topic IDs of a policy pack, in the order in which a firm meets them. Public: `tongbao ask --json` prints them. */
export const topicIds = [
  'eligibility',
  'how-to-apply',
  'requirements-system',
  ...pageTopicIds,
  'after-submit',
  'coverage-scope',
  'credit-term',
  'risks-covered',
  'payout-ratio',
  'max-indemnity',
  'fees',
  'returned-renewal',
  'terminated',
  'contacts',
  'qq-group',
  'app',
  'what-is-sinosure',
  'policy-background',
] as const;

/** Topics that every pack answers. */
export type CoreTopicId = (typeof topicIds)[number];

/**
 * Topics that only some packs hold. Most are named like the subject of a hand-off (answering/subjects.ts): a pack whose
 * FAQ holds it answers what the others hand over.
 */
export const furtherTopicIds = [
  'deadline',
  'policy-period',
  'premium',
  'review-time',
  'required-papers',
  'obligation',
  'buyer-limit',
  'claims',
  'declaration',
  'amend',
  'withdraw',
  'policy-papers',
  'card-admin',
  'invitation-source',
  'office-visit',
  'financing',
] as const;

export type FurtherTopicId = (typeof furtherTopicIds)[number];
export type TopicId = CoreTopicId | FurtherTopicId;

/** Core topics in their public order, then the further ones. */
export const allTopicIds: readonly TopicId[] = [...topicIds, ...furtherTopicIds];
