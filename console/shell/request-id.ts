/** Names one wish of the person at the page: sent again, it counts once. Works on plain HTTP too, where `randomUUID` is not there. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
