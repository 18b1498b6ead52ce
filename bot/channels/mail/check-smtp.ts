import type { SmtpAccess } from './contract.ts';
import { SmtpFailure, verifySmtp } from './smtp.ts';

export type SmtpAnswer =
  | { outcome: 'ok' }
  /** Neither user and password nor being without them will do. */
  | { outcome: 'refused' }
  /** No TLS, or a certificate that is not trusted. */
  | { outcome: 'notSecured' }
  | { outcome: 'unreachable'; reason: string };

/** Connects, secures the line and signs in; sends nothing. */
export async function checkSmtp(access: SmtpAccess): Promise<SmtpAnswer> {
  try {
    await verifySmtp(access);
    return { outcome: 'ok' };
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    if (error.word === 'EAUTH' || error.word === 'ENOAUTH') return { outcome: 'refused' };
    if (error.word === 'ETLS' || error.certificateRefused) return { outcome: 'notSecured' };
    return { outcome: 'unreachable', reason: error.message };
  }
}
