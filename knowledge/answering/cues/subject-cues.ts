import type { SubjectId } from '../subjects.ts';

/** What points away from the notice, on the same scale as the topics' cues. */
export const subjectCues: Record<Exclude<SubjectId, 'unknown'>, readonly (readonly [number, string])[]> = {
  'buyer-limit': [
    [10, 'buyerLimit & !indemnityAmount'],
    [13, 'buyerLimitAsked'],
    [10, 'creditReport'],
  ],
  claims: [
    [9.5, 'claimWord & !ratio & !maximum & !ownShare & !risksAsked'],
    [10, 'payoutTime'],
    [10, 'claimPapers'],
    [10, 'afterLossAction'],
    [9.5, 'insolvency|nonPayment|rejection & whatToDo'],
    [9.5, 'lossEvent & whatToDo|helper'],
    [9.5, 'payOut & howLong & !creditTerm'],
    [9.5, 'claimWord & how|howLong|where|documents'],
  ],
  'other-premium': [
    [10, 'otherProduct'],
    [9, 'rateWord & !payOut & !ratio & !programme & !must'],
  ],
  premium: [
    [14, 'premiumPayer & !scam & !sinosureName'],
    [12, 'premiumPayer & fee & !scam'],
    [12, 'laterFee & !scam'],
  ],
  obligation: [
    [
      12,
      'obligation & !realName & !authorise & !documents & !contactField & !approvedList & !browser & !card',
    ],
  ],
  'own-record': [[13, 'ownRecord & !buyer']],
  'invitation-source': [[15, 'codeSource']],
  'card-admin': [
    [14, 'forgottenPassword'],
    [11, 'card|operatorCard & lost|cardExpiry & !reader'],
    [11, 'card|operatorCard & cardExpiry'],
    [11, 'reader & lost & !login'],
    [11, 'getCard & !must'],
    [11, 'getCard & where|how|lost|howMuch'],
    [11, 'cardMoney'],
    [11, 'cardTrouble'],
  ],
  'customs-tax': [
    [10, 'customs & !coverScope'],
    [10, 'tax & !incentives & !compareTax'],
  ],
  'other-region': [[14, 'otherPlace']],
  'other-year': [[14, 'otherYear & !yearChoice']],
  'other-insurer': [[13, 'otherInsurer & !kindOfBody']],
  financing: [[11, 'loan & !incentives']],
  promise: [[10, 'promise & !ended & !declaration & !returned']],
  'domestic-trade': [
    [12, 'domestic'],
    [10, 'ownPlaceBuyer'],
  ],
  'other-insurance': [[12, 'lifeInsurance']],
  injection: [[40, 'injection']],
  deadline: [
    [11, 'deadline & !card'],
    [8, 'when & insure|programme & !confirm & !review & !payOut & !renewal'],
  ],
  'policy-period': [[9.5, 'policyPeriod & !card & !creditTerm']],
  'review-time': [[10, 'reviewTime & !payOut']],
  amend: [[10.5, 'amend & !card & !password & !group']],
  withdraw: [[10, 'withdraw & !written']],
  declaration: [[10, 'declare']],
  'policy-papers': [[9.5, 'otherPaper']],
  'office-visit': [[9, 'visit & !site & !fillIn']],
  legal: [[10, 'legal']],
  'general-trade': [[9.5, 'generalTrade & !otherLoss & !newFirm']],
  'company-affairs': [[9.5, 'companyAffairs & !app']],
  complaint: [[9.5, 'complaint']],
  'private-data': [[10, 'privateData']],
  'other-risks': [[11, 'otherLoss & isCovered|payOut']],
  unstated: [
    [11, 'appTrouble'],
    [11, 'proxy'],
  ],
  chat: [[10, 'chat & !app']],
};
