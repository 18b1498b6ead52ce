import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';

const stepLabels: Record<ReportedStep, string> = {
  realNameVerified: 'company real-name verification',
  opened: 'pending application opened',
  contactFilled: 'contact details filled in',
  documentsRead: 'documents read',
  confirmed: 'enrollment confirmed',
  sealed: 'seal made',
  agreementSigned: 'agreement signed',
  dataAuthorised: 'company data authorised',
  submitted: 'application finished',
};
const statusLabels: Record<OfficialStatus, string> = {
  invited: 'waiting for the firm to confirm',
  submitted: 'submitted, under review',
  approved: 'approved',
  returned: 'returned',
  terminated: 'policy terminated',
  inForce: 'policy in force',
  expired: 'policy expired',
};

export const enrollment = { stepLabels, statusLabels };
