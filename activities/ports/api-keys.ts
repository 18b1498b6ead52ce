/** A secret with which another system signs official events, by its ID: the secret itself is in the settings alone. */
export interface ApiKey {
  id: string;
  /** Of the system that signs with it. */
  name: string;
  /** ISO 8601, UTC; null: made outside of the console. */
  createdAt: string | null;
  /** Day in Shanghai of the last request. */
  lastUsedOn: string | null;
  /** ISO 8601, UTC. */
  revokedAt: string | null;
}

export interface ApiKeyStore {
  /** In the order in which they were made. */
  list(): Promise<ApiKey[]>;
  add(key: Pick<ApiKey, 'id' | 'name'> & { createdAt: string }): Promise<void>;
  /** Also one that was never used and not made here. False where it is revoked already. */
  revoke(key: Pick<ApiKey, 'id' | 'name'>, at: string): Promise<boolean>;
  /** Notes the day of a request. False where the key is revoked. */
  use(key: Pick<ApiKey, 'id' | 'name'>, day: string): Promise<boolean>;
}

/** `notYet`: made here, and not in the settings that this process started with. */
type ApiKeyState = 'on' | 'notYet' | 'revoked';
interface ListedApiKey extends ApiKey {
  state: ApiKeyState;
}

/** Which secrets other systems sign official events with. What is done is in the audit under `actor`. */
export interface ApiKeyDesk {
  list(): Promise<ListedApiKey[]>;
  /** `secret`: to be put into the settings, shown this once. Null for a name that cannot be one. */
  make(name: string, actor: string): Promise<{ id: string; secret: string } | null>;
  /** At once, also while the settings still have it. False for one that there is none of, or that is revoked. */
  revoke(id: string, actor: string): Promise<boolean>;
}
