/** Tells one press of a button from the next. `randomUUID` is there over HTTPS only. */
export const pressId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
