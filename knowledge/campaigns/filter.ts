import type { OfficialStatus, ReportedStep } from '../enrollment/state.ts';

/** Which firms of a pack a campaign is for; every condition given must hold. Days are calendar days in Shanghai. */
export interface CampaignFilter {
  uscc?: string;
  /** These alone, as they were chosen one by one; `mostChosen` at most, sorted. */
  usccs?: readonly string[];
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
  /** Who looks after it, of the staff; 'none' = nobody is named. */
  officerId?: string;
  /** Nothing official and no word of the firm for at least so many days. */
  unchangedForDays?: number;
  /** Somebody is linked who can be written to, or nobody is. */
  reachable?: boolean;
}

export const mostChosen = 500;
