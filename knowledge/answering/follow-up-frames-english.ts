import type { TopicId } from '../topics.ts';
import type { Frame } from './follow-up-frames.ts';

/** The parties and the risks that are insured. */
const insured = /\b(banks?|buyers?|default|rejection|insolvency|bankruptcy|war|political)\b/;

const englishPage = (name: string, next: string): Frame => ({
  other: (x) => `what about ${x} at the step ${name}`,
  howLong: `how long does ${name} take`,
  howMuch: `is there a fee for ${name}`,
  why: `why is ${name} needed`,
  where: `where do i do ${name}`,
  who: 'whom can i contact about operation',
  how: `how do i do ${name}`,
  failed: `${name} does not work, what can i do`,
  next: `how do i do ${next}`,
  details: `how do i do ${name}`,
  when: 'what is the deadline to enroll',
  device: 'what are the system requirements',
  papers: 'which documents do i need to prepare to enroll',
  whose: 'whom can i contact about operation',
  mistake: `i made a mistake at ${name}, how can i change it`,
});

const english = (question: string, more: Partial<Frame> & Pick<Frame, 'other'>): Frame => ({
  who: 'whom can i contact with questions of policy',
  howMuch: 'is there any fee to enroll',
  device: 'what are the system requirements',
  details: question,
  ...more,
});

export const englishFrames: Partial<Record<TopicId, Frame>> = {
  eligibility: english('do we qualify', {
    most: 'what is the highest export value to qualify',
    least: 'what is the lowest export value to qualify',
    when: 'what is the deadline to enroll',
    where: 'where is the approved list',
    other: (x) => `can ${x} qualify and enroll`,
    exceeded: 'do we qualify if our exports are above the limit',
    below: 'do we qualify if our exports are below the limit',
    next: 'how do i apply',
    how: 'how do i apply',
  }),
  'how-to-apply': { ...englishPage('applying online', 'login with the card'), how: 'how do i apply' },
  'requirements-system': english('what are the system requirements', {
    other: (x) => `can i use ${x}`,
    who: 'whom can i contact about operation',
    next: 'how do i log in with the card',
  }),
  'login-card': englishPage('login with the card', 'company real-name verification'),
  'real-name-auth': englishPage('company real-name verification', 'the contact details'),
  'contact-info-step': englishPage('the contact details', 'viewing the documents'),
  'view-documents': englishPage('viewing the documents', 'confirming the enrollment'),
  'confirm-step': englishPage('confirming the enrollment', 'making the seal'),
  'seal-step': englishPage('making the seal', 'signing the agreement'),
  'sign-agreement-step': englishPage('signing the agreement', 'data authorisation'),
  'data-authorization-step': {
    ...englishPage('data authorisation', ''),
    next: 'what happens after i submit',
  },
  'after-submit': english('what happens after i submit', {
    when: 'how long does the review take after submission',
    other: (x) => `after i submit, what about ${x}`,
    howLong: 'how long does the review take after submission',
    where: 'where do i see the application after submission',
    next: 'which app shows my policy',
  }),
  'coverage-scope': english('what business is covered', {
    most: 'what is the longest credit term',
    howLong: 'what is the longest credit term',
    other: (x) => `is ${x} covered`,
    exceeded: 'what if the credit term is longer than the limit',
  }),
  'credit-term': english('what is the longest credit term', {
    most: 'what is the longest credit term',
    raised: 'what if the credit term is longer than the limit',
    below: 'what is the longest credit term',
    other: (x) => `is a credit term of ${x} covered`,
    exceeded: 'what if the credit term is longer than the limit',
    howLong: 'what is the longest credit term',
  }),
  'risks-covered': english('which risks are covered', {
    ownCases: insured,
    most: 'what is the maximum indemnity',
    howLong: 'how long until a claim is paid',
    when: 'how long until a claim is paid',
    how: 'how do i file a claim',
    other: (x) => `which risks are covered, is ${x} default covered`,
    next: 'what is the payout ratio',
    howMuch: 'what is the payout ratio',
  }),
  'payout-ratio': english('what is the payout ratio', {
    ownCases: insured,
    most: 'what is the maximum indemnity',
    exceeded: 'what if the loss is more than the maximum indemnity',
    howLong: 'how long until a claim is paid',
    when: 'how long until a claim is paid',
    how: 'how do i file a claim',
    other: (x) => `what is the payout ratio for ${x}`,
    howMuch: 'what is the maximum indemnity',
    next: 'what is the maximum indemnity',
  }),
  'max-indemnity': english('what is the maximum indemnity', {
    ownCases: insured,
    most: 'what is the maximum indemnity',
    exceeded: 'what if the loss is more than the maximum indemnity',
    raised: 'can the maximum indemnity be raised',
    howLong: 'how long until a claim is paid',
    when: 'how long until a claim is paid',
    how: 'how do i file a claim',
    other: (x) => `what is the maximum indemnity for ${x}`,
    howMuch: 'what is the maximum indemnity',
  }),
  fees: english('is there any fee to enroll', {
    other: (x) => `is there a fee for ${x}`,
    why: 'why is there no fee to enroll',
  }),
  'returned-renewal': english('why was the application returned', {
    other: (x) => `why was ${x} returned`,
    why: 'why was the application returned',
    where: 'where do i see the notice of return',
  }),
  terminated: english('why was the policy terminated', {
    other: (x) => `why was ${x} terminated`,
    why: 'why was the policy terminated',
  }),
  contacts: english('who can i contact', { other: (x) => `who can i contact about ${x}` }),
  'qq-group': english('what is the qq group number', {
    other: (x) => `what is the qq group number for ${x}`,
  }),
  app: english('which app shows my policy', {
    other: (x) => `how do i get the app on ${x}`,
    where: 'where do i download the app',
    how: 'how do i register in the app',
  }),
  'what-is-sinosure': english('what is sinosure', { other: (x) => `what is ${x}` }),
  'policy-background': english('what is this policy', {
    other: (x) => `what does the policy say about ${x}`,
  }),
};
