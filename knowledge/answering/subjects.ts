/** Matters that the notice does not answer. Each has its own honest reply; the asker is sent to a person. */
export type SubjectId =
  | 'buyer-limit'
  | 'claims'
  | 'other-premium'
  | 'premium'
  | 'obligation'
  | 'own-record'
  | 'invitation-source'
  | 'card-admin'
  | 'customs-tax'
  | 'other-region'
  | 'other-year'
  | 'other-insurer'
  | 'financing'
  | 'promise'
  | 'domestic-trade'
  | 'other-insurance'
  | 'injection'
  | 'deadline'
  | 'policy-period'
  | 'review-time'
  | 'amend'
  | 'withdraw'
  | 'declaration'
  | 'policy-papers'
  | 'office-visit'
  | 'other-risks'
  | 'legal'
  | 'general-trade'
  | 'company-affairs'
  | 'complaint'
  | 'private-data'
  | 'chat'
  | 'unstated'
  | 'unknown';

/** Handed over for what they are: the office has no answer to them, and naming its helpers would only mislead. */
export const notForTheOffice: readonly SubjectId[] = [
  'chat',
  'injection',
  'other-insurance',
  'other-insurer',
];
