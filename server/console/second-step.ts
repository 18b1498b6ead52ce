import type { ConsolePorts } from '../contract.ts';
import { Refused } from './refusals.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { normalCode, stepOfCode } from './totp.ts';

/** Then codes by time are not taken until a recovery code or a reset: guesses spread over weeks would find one some day. */
const mostWrong = 50;

export interface SecondStep {
  /** Uses the code up; throws `Refused`. `from`: an address or a session, whose tries count together with the account’s. */
  take(staffId: string, code: string, from: string): Promise<'totp' | 'recovery'>;
  /** The secret that waits to be confirmed, and the step of the code that does. */
  firstCode(staffId: string, code: string, from: string): Promise<{ secret: string; step: number }>;
}

/** Codes by time, each once, and recovery codes in their place. */
export function createSecondStep({
  totp,
  secrets,
  clock,
}: Pick<ConsolePorts, 'totp' | 'secrets' | 'clock'>): SecondStep {
  const limit = createSignInLimit(clock);
  const count = (staffId: string, from: string): void => {
    if (!limit.allow(from, staffId)) throw new Refused('tooManyTries');
  };
  const stepOf = (staffId: string, sealed: string, code: string): number => {
    if (!/^\d{6}$/.test(code)) throw new Refused('wrongCode');
    const secret = secrets.open(sealed, staffId);
    if (secret === null) throw new Refused('totpUnreadable');
    const step = stepOfCode(secret, code, clock.now());
    if (step === null) throw new Refused('wrongCode');
    return step;
  };
  const countingWrong = async (staffId: string, read: () => number): Promise<number> => {
    try {
      return read();
    } catch (error) {
      if (error instanceof Refused && error.code === 'wrongCode') await totp.countWrong(staffId);
      throw error;
    }
  };
  return {
    take: async (staffId, typed, from) => {
      count(staffId, from);
      const code = normalCode(typed);
      const stored = await totp.find(staffId);
      if (stored?.on !== true) throw new Refused('totpOff');
      if (/^\d{6}$/.test(code)) {
        if (stored.wrong >= mostWrong) throw new Refused('codesStopped');
        const step = await countingWrong(staffId, () => stepOf(staffId, stored.secret, code));
        if (!(await totp.takeStep(staffId, step))) throw new Refused('codeUsed');
        return 'totp';
      }
      if (!(await totp.takeRecoveryCode(staffId, code))) throw new Refused('wrongCode');
      return 'recovery';
    },

    firstCode: async (staffId, typed, from) => {
      count(staffId, from);
      const stored = await totp.find(staffId);
      if (stored === null) throw new Refused('totpNotBegun');
      if (stored.on) throw new Refused('totpOn');
      return { secret: stored.secret, step: stepOf(staffId, stored.secret, normalCode(typed)) };
    },
  };
}
