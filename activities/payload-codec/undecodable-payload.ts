import { userError } from '../../knowledge/locales/both-languages.ts';
import { UserError } from '../../knowledge/user-error.ts';

/**
 * Thrown for an encrypted payload that cannot be opened. `keyUnknown`: its key is not here, and may be put back.
 * `damaged`: it was changed, or another secret stands under the key's ID. `foreign`: not one of ours.
 */
export class UndecodablePayload extends UserError {
  readonly code: 'keyUnknown' | 'damaged' | 'foreign';
  /** Null where the payload names none. */
  readonly keyId: string | null;
  constructor(code: UndecodablePayload['code'], keyId: string | null, cause?: unknown) {
    const { zh, en } = userError((t) => t.encryption.undecodable[code]({ keyId: keyId ?? '' }));
    super({ zh, en }, cause);
    this.name = 'UndecodablePayload';
    this.code = code;
    this.keyId = keyId;
  }
}
