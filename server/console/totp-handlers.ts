import type { ConsolePorts } from '../contract.ts';
import type { Entrance } from './entrance.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import type { Passwords } from './passwords.ts';
import { Refused } from './refusals.ts';
import type { SecondStep } from './second-step.ts';
import { pendingTokenOf, setPendingCookie } from './session-cookie.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { newRecoveryCodes, newTotpSecret, normalCode, totpUri } from './totp.ts';
import type { totpOperations } from './totp-operations.ts';
import { wholeOffice } from './whole-office.ts';

/** Of one sign-in whose password was right. */
const mostTries = 5;

/** The second step of signing in: codes by time. */
export function totpHandlers(
  ports: ConsolePorts & {
    publicUrl: string | null;
    trial: boolean;
    passwords: Passwords;
    entrance: Entrance;
    secondStep: SecondStep;
  },
): Handlers<keyof typeof totpOperations> {
  const { accounts, totp, secrets, pendingSignIns, audit, clock, passwords, secondStep } = ports;
  const limit = createSignInLimit(clock);
  const note = async (actor: string, action: string, target = actor): Promise<void> =>
    audit.record({ actor, action: `console.${action}`, target, outcome: 'done' });
  /** Of one's own second step: what was refused is noted too, so that guessing at a screen left open leaves a trace. */
  const noted = async <T>(
    { account: { staffId } }: SignedIn,
    action: string,
    act: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Refused) {
        const entry = { actor: staffId, action: `console.${action}`, target: staffId };
        await audit.record({ ...entry, outcome: error.code });
      }
      throw error;
    }
  };
  /** A screen that was left open is not enough. */
  const provePassword = async ({ account, session }: SignedIn, password: string): Promise<void> => {
    if (!limit.allow(session.id, account.staffId)) throw new Refused('tooManyTries');
    const stored = await accounts.find(account.staffId);
    if (!(await passwords.verify(stored?.passwordHash ?? null, password))) throw new Refused('wrongPassword');
  };
  const prove = async (viewer: SignedIn, body: { password: string; code: string }): Promise<void> => {
    await provePassword(viewer, body.password);
    await secondStep.take(viewer.account.staffId, body.code, viewer.session.id);
  };

  return {
    sendCode: async ({ body, ...http }) => {
      const token = pendingTokenOf(http.request);
      const account = token && (await pendingSignIns.take(token, clock.now().toISOString(), mostTries));
      if (!token || account === null || account === '') throw new Refused('signInOver');
      const { staffId } = account;
      const entry = { actor: staffId, action: 'console.signIn', target: 'console' };
      const by = await secondStep.take(staffId, body.code, http.request.ip).catch(async (error: unknown) => {
        if (error instanceof Refused) await audit.record({ ...entry, outcome: error.code });
        throw error;
      });
      if (!(await pendingSignIns.finish(token))) throw new Refused('signInOver');
      const me = await ports.entrance.open(http, account);
      setPendingCookie(http, ports.publicUrl, '', 0);
      await audit.record({ ...entry, outcome: 'done', detail: JSON.stringify({ by }) });
      return { me };
    },

    readTotp: async ({ viewer }) => {
      const stored = await totp.find(viewer.account.staffId);
      return { on: stored?.on ?? false, recoveryCodes: stored?.recoveryCodes ?? 0 };
    },

    beginTotp: async ({ viewer, body }) => {
      const { staffId, login } = viewer.account;
      await noted(viewer, 'totpBegin', () => provePassword(viewer, body.password));
      const secret = newTotpSecret();
      if (!(await totp.begin(staffId, secrets.seal(secret, staffId)))) throw new Refused('totpOn');
      return { secret, uri: totpUri(secret, ports.trial ? '统保（演示）' : '统保', login ?? '') };
    },

    confirmTotp: async ({ viewer, body }) => {
      const { session } = viewer;
      const { staffId } = viewer.account;
      const { secret, step } = await noted(viewer, 'totpOn', () =>
        secondStep.firstCode(staffId, body.code, session.id),
      );
      const recoveryCodes = newRecoveryCodes();
      const codes = recoveryCodes.map(normalCode);
      const kept = { staffId, secret, step, recoveryCodes: codes, keepSession: session.id };
      if (!(await totp.confirm(kept))) throw new Refused('totpNotBegun');
      await note(staffId, 'totpOn');
      return { recoveryCodes };
    },

    renewRecoveryCodes: async ({ viewer, body }) => {
      const { staffId } = viewer.account;
      await noted(viewer, 'recoveryCodes', () => prove(viewer, body));
      const recoveryCodes = newRecoveryCodes();
      await totp.replaceRecoveryCodes(staffId, recoveryCodes.map(normalCode));
      await note(staffId, 'recoveryCodes');
      return { recoveryCodes };
    },

    endTotp: async ({ viewer, body }) => {
      const { staffId } = viewer.account;
      await noted(viewer, 'totpOff', () => prove(viewer, body));
      await totp.end(staffId, viewer.session.id);
      await note(staffId, 'totpOff');
      return {};
    },

    resetTotp: async ({ viewer, body: { staffId } }) => {
      wholeOffice(viewer);
      // Else a screen that was left open would be enough for one’s own.
      if (staffId === viewer.account.staffId) throw new Refused('ownTotp');
      if ((await accounts.find(staffId)) === null) throw new Refused('notFound');
      if (!(await totp.end(staffId, null))) throw new Refused('totpOff');
      await note(viewer.account.staffId, 'totpReset', staffId);
      return {};
    },
  };
}
