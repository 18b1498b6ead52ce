import type { Operation } from './operation.ts';
import { nothing, signInAnswer } from './schemas.ts';
import * as totp from './totp-schemas.ts';

export const totpOperations = {
  sendCode: {
    ...{ method: 'POST', path: '/sign-in/code', role: 'nobody' },
    summary: 'The second step of a sign-in; the answer sets the session’s cookie.',
    body: totp.codeBody,
    answer: signInAnswer,
  },
  readTotp: {
    ...{ method: 'GET', path: '/totp', role: 'viewer' },
    summary: 'Whether a code is asked for when the own account signs in.',
    answer: totp.totpState,
  },
  beginTotp: {
    ...{ method: 'POST', path: '/totp/begin', role: 'viewer' },
    summary: 'A secret for an authenticator, shown this once; nothing changes until a code confirms it.',
    body: totp.beginBody,
    answer: totp.totpKey,
  },
  confirmTotp: {
    ...{ method: 'POST', path: '/totp/confirm', role: 'viewer' },
    summary: 'Ask for codes from now on; all other sessions end. Recovery codes are shown this once.',
    body: totp.codeBody,
    answer: totp.newCodes,
  },
  renewRecoveryCodes: {
    ...{ method: 'POST', path: '/totp/recovery-codes', role: 'viewer' },
    summary: 'Other recovery codes, shown this once; former ones end.',
    body: totp.provenBody,
    answer: totp.newCodes,
  },
  endTotp: {
    ...{ method: 'POST', path: '/totp/end', role: 'viewer' },
    summary: 'Ask the own account for no codes any more; all other sessions end.',
    body: totp.provenBody,
    answer: nothing,
  },
  resetTotp: {
    ...{ method: 'POST', path: '/accounts/totp', role: 'admin' },
    summary: 'Ask somebody else for no codes any more, whose phone is lost; their sessions end.',
    body: totp.resetBody,
    answer: nothing,
  },
} as const satisfies Record<string, Operation>;
