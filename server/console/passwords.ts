import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../../knowledge/console/password-rules.ts';

/** OWASP's parameters for argon2id, which is what the library makes unless told otherwise: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Null: nobody has this login. That costs as much as a wrong password, so that the time does not tell. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

export function createPasswords(): Passwords {
  let decoy: Promise<string> | null = null;
  return {
    hash: async (password) => hash(normalPassword(password), parameters),
    verify: async (stored, password) => {
      decoy ??= hash('nobody has this password', parameters);
      const matches = await verify(stored ?? (await decoy), normalPassword(password));
      return stored !== null && matches;
    },
  };
}
