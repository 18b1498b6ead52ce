import type { answering as shape } from '../zh-CN/answering.ts';

const topicLabels: (typeof shape)['topicLabels'] = {
  eligibility: 'who is eligible',
  'how-to-apply': 'how to enroll',
  'requirements-system': 'computer and browser',
  'login-card': 'logging in with the card',
  'real-name-auth': 'company real-name verification',
  'contact-info-step': 'filling in the contact details',
  'view-documents': 'viewing the documents',
  'confirm-step': 'confirming the enrollment',
  'seal-step': 'making the seal',
  'sign-agreement-step': 'signing the agreement',
  'data-authorization-step': 'authorising company data',
  'after-submit': 'after submitting',
  'coverage-scope': 'what business is covered',
  'credit-term': 'credit term',
  'risks-covered': 'risks covered',
  'payout-ratio': 'payout ratio',
  'max-indemnity': 'maximum indemnity',
  fees: 'fees',
  'returned-renewal': 'returned applications',
  terminated: 'terminated policies',
  contacts: 'whom to contact',
  'qq-group': 'QQ group',
  app: 'the app for viewing the policy',
  'what-is-sinosure': 'what Sinosure is',
  'policy-background': 'background of the policy',
  deadline: 'last day to confirm',
  'policy-period': 'policy period',
  premium: 'who pays the premium',
  'review-time': 'how long the review takes',
  'required-papers': 'papers needed',
  obligation: 'whether joining is required',
  'buyer-limit': 'buyer credit limits',
  claims: 'loss reports and claims',
  declaration: 'declaring shipments',
  amend: 'correcting details',
  withdraw: 'withdrawing or cancelling',
  'policy-papers': 'policy documents',
  'card-admin': 'getting the card',
  'invitation-source': 'where the invitation code comes from',
  'office-visit': 'visiting the office',
  financing: 'financing on the policy',
};

const handoff: (typeof shape)['handoff'] = {
  'buyer-limit': () =>
    'The notice says nothing about buyer credit limits or credit reports, so I will not guess.',
  claims: () =>
    'The notice does not give time limits, papers or steps for loss reports and claims. If you have a loss, please ask a person soon rather than wait for me.',
  'other-premium': () => 'The notice says nothing about other insurance products or their premiums.',
  premium: ({ freeToEnroll }) =>
    freeToEnroll
      ? 'The notice says only that nothing is charged while enrolling; it does not say who pays the premium, how much it is, or whether anything is charged later.'
      : 'The notice does not make clear who pays the premium or how much it is, so I will not guess.',
  obligation: () => 'The notice does not say that you must join, nor what happens if you do not.',
  'own-record': () =>
    'Whether a given firm is on the list, or how far its application is, is not in the notice and I cannot look it up here. Ask your local commerce bureau about the list.',
  'invitation-source': ({ hasInvitationCode }) =>
    hasInvitationCode
      ? 'The notice says only that you register in the app with the invitation code that you received; it does not say who sends it or how to get one.'
      : 'The notice says nothing about invitation codes.',
  'card-admin': () =>
    'Getting, renewing, replacing or unlocking the e-port card, and what it costs, is not in the notice: ask the e-port card office. The steps of the notice assume that you have a card.',
  'customs-tax': () =>
    'Customs, tax refunds and invoices are outside the notice: ask customs, the tax office or your agent.',
  'other-region': ({ province, policyYear }) =>
    `What I have is the ${policyYear} notice for firms of ${province} only. Other places have their own rules, so its figures do not apply there; ask the commerce bureau where your firm is.`,
  'other-year': ({ province, policyYear }) =>
    `What I have is the ${policyYear} notice for ${province}; I do not know the rules of other years, so its figures do not apply.`,
  'other-insurer': ({ insurer }) =>
    `The notice covers only the programme run by ${insurer}. For another insurer please ask that company.`,
  financing: () => 'The notice says nothing about how to get loans or financing on the policy.',
  promise: () =>
    'I can explain what the notice says, but I cannot promise anything for the insurer or issue anything in writing.',
  'domestic-trade': () => 'The notice is about exports only; it says nothing about insuring domestic trade.',
  'other-insurance': () =>
    'The notice is about export credit insurance for small firms only; I cannot help with other insurance.',
  injection: () =>
    'I only answer questions about the programme from the notice and follow no other instructions.',
  deadline: () => 'The notice states no deadline for enrolling, so I will not make one up.',
  'policy-period': () =>
    'The notice does not state when the policy starts or ends; please go by your policy.',
  'review-time': () => 'The notice does not say how long the review takes.',
  amend: () => 'The notice does not say how to correct or change what was entered.',
  withdraw: () => 'The notice does not say how a firm withdraws an application or cancels a policy itself.',
  declaration: () => 'The notice does not say how shipments are declared after enrolling.',
  'policy-papers': () => 'The notice says nothing about paper policies, full policy terms or transfers.',
  'office-visit': () => 'The notice gives no office address, opening hours or visits.',
  'other-risks': () =>
    'The risks that the notice lists do not mention this one (such as quality disputes, exchange rates or transport damage); the policy terms decide, and I will not guess.',
  legal: () => 'Lawsuits and debt collection are not in the notice.',
  'general-trade': () => 'That is a matter of trading itself; the notice does not treat it.',
  'company-affairs': () => 'Company registration, licences and subsidies are not in the notice.',
  complaint: () => 'I am sorry for the trouble. A member of staff has to handle complaints.',
  'private-data': () => 'I cannot look up or give out information about other firms or people.',
  chat: () => 'I cannot help with that; I only know the export credit insurance programme for small firms.',
  unstated: () => 'The notice does not say, and I will not guess.',
  unknown: () => 'I am not sure about this one and would rather not mislead you; please ask a person.',
};

const smalltalk: (typeof shape)['smalltalk'] = {
  greeting: 'Hello, I am the tongbao assistant. Ask me about eligibility, the steps, the payout and so on.',
  thanks: 'You are welcome. Ask again any time.',
  goodbye: 'Goodbye, and good business.',
  identity:
    'I am the tongbao assistant, a bot that answers from the official notice; what I cannot answer goes to staff.',
  acknowledgement: 'Good. Ask again any time.',
};

export const answering: typeof shape = {
  topicLabels,
  handoff,
  statedInstead: ({ short }) => `What the notice does say: ${short}`,
  smalltalk,
  empty: 'I see no question. Please say in one sentence what you would like to know.',
  otherLanguage: 'I answer questions in Chinese and English. Please ask again in one of these two languages.',
  undated: 'not stated',
  clarify: ({ labels }) => `Which do you mean: ${labels.join(', or ')}?`,
  whoToAsk: ({ policy, operation, group }) => {
    const lines: string[] = [];
    if (policy.length > 0) lines.push(`For policy questions ask ${policy.join(' or ')}.`);
    for (const person of operation)
      lines.push(`For help with the steps call ${person.name}, ${person.city}, ${person.phone}.`);
    if (group !== null) lines.push(`There is also a QQ group: ${group.name} ${group.number}.`);
    return lines.join(' ');
  },
  citationLine: ({ source, section, date }) => `Source: ${source}, section "${section}", date: ${date}`,
  packName: ({ place, policyYear, fictional }) =>
    `${place} ${policyYear}${fictional ? ' (demo, entirely fictional)' : ''}`,
  fromPack: ({ name, text }) => `[${name}] ${text}`,
  otherPacks: ({ names, more }) =>
    `I can also answer from the notices for ${names.join(', ')}${more ? ' and others' : ''}; please name the place and the year.`,
  partJoint: '\n\n',
  outcomeNames: { answer: 'answer', clarify: 'clarify', handoff: 'hand-off', smalltalk: 'small talk' },
  askHelp: {
    summary: 'ask the policy pack',
    question: 'the question; with --json and no question, one a line is read from standard input',
    json: 'print one JSON object a question',
    explain: 'say why it answers so',
    pack: 'the policy pack to answer from first; TONGBAO_PACK by default',
  },
  nothingAsked: 'Please give a question, for example: tongbao ask "what is the payout ratio"',
};
