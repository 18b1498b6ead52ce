/** The parts of a pack that are filled in one after another, in the order in which an office works through its notice. */
export const packGroups = [
  'sources',
  'title',
  'cities',
  'eligibility',
  'application',
  'steps',
  'realNameVerification',
  'systemRequirements',
  'cardLogin',
  'coverage',
  'risks',
  'payout',
  'cap',
  'fees',
  'underwriting',
  'returnedRenewal',
  'termination',
  'contacts',
  'qqGroup',
  'app',
  'insurer',
  'programme',
  'background',
  'reminders',
  'glosses',
  'faq',
] as const;

export type PackGroup = (typeof packGroups)[number];

export const isPackGroup = (name: string): name is PackGroup => packGroups.some((group) => group === name);
