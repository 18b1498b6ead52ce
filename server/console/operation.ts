import type { z } from 'zod';
import type { LeastRole } from '../../knowledge/console/roles.ts';

export interface Operation {
  method: 'GET' | 'POST';
  /** Below `consolePath`. Names and words that somebody searched for never stand in it. */
  path: string;
  /** Who may at least be given for it. */
  role: LeastRole;
  summary: string;
  body?: z.ZodType;
  /** Bytes that a body may have, where it may be more than usual. */
  bodyLimit?: number;
  answer: z.ZodType;
  /** Answers with a file instead. */
  file?: string;
  /** What it shows is of firms, and of those of the account's cities only. */
  ofFirms?: true;
  /** A page asks by itself, which keeps nobody signed in. */
  byItself?: true;
  /** It does something with one firm, of the account’s cities only. */
  actsOnFirm?: true;
  /** Of one ticket, which the account must be allowed to see. */
  ofTicket?: true;
}

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
