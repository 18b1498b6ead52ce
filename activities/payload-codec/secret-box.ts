import type { SecretBox } from '../ports/secret-box.ts';
import type { Keyring } from './payload-keys.ts';
import { open, seal } from './sealing.ts';

/** `key.sealed`, the latter in base64url. Apart from payloads by what it is bound to: neither opens as the other. */
export const createSecretBox = (keyring: Keyring): SecretBox => ({
  seal: (secret, owner) => {
    const key = keyring.current();
    return `${key.id}.${seal(Buffer.from(secret), key, boundTo(key.id, owner)).toString('base64url')}`;
  },
  open: (sealed, owner) => {
    const [id = '', data = ''] = sealed.split('.');
    const key = keyring.find(id);
    if (key === null) return null;
    try {
      return open(Buffer.from(data, 'base64url'), key, boundTo(id, owner)).toString();
    } catch {
      return null;
    }
  },
});

const boundTo = (keyId: string, owner: string): Buffer =>
  Buffer.from(['tongbao secret', keyId, owner].join('\0'));
