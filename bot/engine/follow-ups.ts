import type { CoreTopicId, FurtherTopicId, TopicId } from '../../knowledge/topics.ts';

/** What people ask next after an answer. */
const next: Record<CoreTopicId, readonly TopicId[]> & Partial<Record<FurtherTopicId, readonly TopicId[]>> = {
  eligibility: ['how-to-apply', 'fees', 'coverage-scope'],
  'how-to-apply': ['login-card', 'requirements-system', 'fees'],
  'requirements-system': ['login-card', 'contacts'],
  'login-card': ['real-name-auth', 'requirements-system'],
  'real-name-auth': ['contact-info-step', 'contacts'],
  'contact-info-step': ['view-documents', 'confirm-step'],
  'view-documents': ['confirm-step', 'contacts'],
  'confirm-step': ['seal-step', 'sign-agreement-step'],
  'seal-step': ['sign-agreement-step', 'data-authorization-step'],
  'sign-agreement-step': ['data-authorization-step', 'after-submit'],
  'data-authorization-step': ['after-submit', 'app'],
  'after-submit': ['app', 'contacts'],
  'coverage-scope': ['risks-covered', 'credit-term'],
  'credit-term': ['coverage-scope', 'risks-covered'],
  'risks-covered': ['payout-ratio', 'max-indemnity'],
  'payout-ratio': ['max-indemnity', 'risks-covered'],
  'max-indemnity': ['payout-ratio', 'coverage-scope'],
  fees: ['eligibility', 'how-to-apply'],
  'returned-renewal': ['eligibility', 'contacts'],
  terminated: ['eligibility', 'contacts'],
  contacts: ['qq-group', 'how-to-apply'],
  'qq-group': ['contacts', 'how-to-apply'],
  app: ['after-submit', 'contacts'],
  'what-is-sinosure': ['policy-background', 'coverage-scope'],
  'policy-background': ['what-is-sinosure', 'eligibility'],
  deadline: ['how-to-apply', 'contacts'],
  premium: ['fees', 'contacts'],
  'required-papers': ['how-to-apply', 'contacts'],
};

export const followUpsOf = (topic: TopicId): readonly TopicId[] => next[topic] ?? ['contacts'];
