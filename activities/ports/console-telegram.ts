import type { ConsoleAccount } from './console-accounts.ts';

/** Telegram accounts that members of staff sign in to the console with. They leave with the console account. */
export interface ConsoleTelegramStore {
  isLinked(staffId: string): Promise<boolean>;
  /** In the place of an earlier one. False where it is another member's. */
  link(staffId: string, telegramId: string): Promise<boolean>;
  /** False where there was none. */
  unlink(staffId: string): Promise<boolean>;
  /** Of somebody who has a login, disabled or not. */
  accountWith(telegramId: string): Promise<ConsoleAccount | null>;
  /** Uses a login of Telegram up; `hash` names it until it is too old. False where it was used before. */
  takeLogin(hash: string, now: string, until: string): Promise<boolean>;
}
