import type { ConsoleAccount } from './console-accounts.ts';

/** One account's second step of signing in: codes by time (RFC 6238). */
interface ConsoleTotp {
  /** Encrypted; see `SecretBox`. */
  secret: string;
  /** False until a first code confirmed it: nothing asks for codes yet. */
  on: boolean;
  /** How many are left. */
  recoveryCodes: number;
  /** Wrong codes by time since the last that was right. */
  wrong: number;
}

/** Recovery codes are stored as hashes; all of it leaves with the account. */
export interface ConsoleTotpStore {
  find(staffId: string): Promise<ConsoleTotp | null>;
  /** Accounts that a code is asked of. */
  staffWithTotp(): Promise<string[]>;
  /** Keeps a secret to be confirmed, in the place of an earlier one. False where codes are asked for already. */
  begin(staffId: string, secret: string): Promise<boolean>;
  /**
   * Codes are asked for from now on; sessions other than `keepSession` end. False where this secret does not wait to be confirmed
   * (any more). `step`: that of the code, which is thereby used.
   */
  confirm(c: {
    staffId: string;
    secret: string;
    step: number;
    recoveryCodes: readonly string[];
    keepSession: string;
  }): Promise<boolean>;
  /** Counts a wrong code by time. */
  countWrong(staffId: string): Promise<void>;
  /** Uses the code of a time step up, and forgets wrong ones. False where it, or that of a later step, was used before. */
  takeStep(staffId: string, step: number): Promise<boolean>;
  /** Forgets wrong codes by time. False where the account has no such code (any more). */
  takeRecoveryCode(staffId: string, code: string): Promise<boolean>;
  /** Former ones end. */
  replaceRecoveryCodes(staffId: string, codes: readonly string[]): Promise<void>;
  /** No code is asked for any more; sessions other than `keepSession` end. False where none was. */
  end(staffId: string, keepSession: string | null): Promise<boolean>;
}

/**
 * Sign-ins whose first step was done. They end when the account is disabled or gets another password, and with its second
 * step's end.
 */
export interface PendingSignInStore {
  open(p: { staffId: string; token: string; now: string; expiresAt: string }): Promise<void>;
  /** Counts a try. Null where it is unknown, over, or was tried `mostTries` times. */
  take(token: string, now: string, mostTries: number): Promise<ConsoleAccount | null>;
  /** False where it was done or ended meanwhile. */
  finish(token: string): Promise<boolean>;
}
