import { z } from 'zod';

/** Bodies and answers around the second step of signing in. */

const code = z.string().max(100).meta({ description: 'Of the authenticator, or a recovery code.' });
const password = z.string().max(1000);

export const codeBody = z.object({ code }).meta({ id: 'SignInCode' });
export const totpState = z
  .object({
    on: z.boolean(),
    recoveryCodes: z.int().min(0).meta({ description: 'How many are left.' }),
  })
  .meta({ id: 'TotpState' });
export const beginBody = z.object({ password }).meta({ id: 'BeginTotp' });
export const totpKey = z
  .object({ secret: z.string().meta({ description: 'Base32.' }), uri: z.string() })
  .meta({ id: 'TotpKey' });
export const newCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export const provenBody = z.object({ password, code }).meta({ id: 'PasswordAndCode' });
export const resetBody = z.object({ staffId: z.string().max(100) }).meta({ id: 'ResetTotp' });
