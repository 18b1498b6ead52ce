/** Encrypts small secrets that the database keeps, such as those of second factors, by the keys that also encrypt what Temporal keeps. */
export interface SecretBox {
  /** `owner` is not hidden, but nothing opens for another. */
  seal(secret: string, owner: string): string;
  /** Null where its key is not there, it was changed, or it is somebody else's. */
  open(sealed: string, owner: string): string | null;
}
