import type { OfficialStatus, ReportedStep } from '../enrollment/state.ts';

/** Which firms of a pack a campaign is for; every condition given must hold. Days are calendar days in Shanghai. */
export interface CampaignFilter {
  uscc?: string;
  city?: string;
  /** Of these cities only: whoever asked for it sees no others. */
  cities?: readonly string[];
  officialStatus?: OfficialStatus;
  /** 'none' = nothing reported yet. */
  reportedStep?: ReportedStep | 'none';
  /** The firm last said where it is, or was invited without a word since, at least so many days ago. */
  silentForDays?: number;
  /** It was invited at least so many days ago. */
  invitedForDays?: number;
  /** Its last reminder fell due at least so many days ago; a firm that was never reminded counts. */
  notRemindedForDays?: number;
  /** No message that the system started ever arrived at a contact of the firm. */
  neverReached?: true;
}
